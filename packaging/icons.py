"""Makes the program's icons in each system's format from one SVG."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImageReader

PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_SIZES = {
    b"icp4": 16,
    b"icp5": 32,
    b"icp6": 64,
    b"ic07": 128,
    b"ic08": 256,
    b"ic09": 512,
    b"ic10": 1024,
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
}
"""Apple's types of PNG entries; ic11 to ic14 are for screens of two pixels a point."""


def make(svg: Path, folder: Path) -> None:
    """Write ``app.ico``, ``app.icns``, ``app.svg`` and ``png/SIZE.png`` into a folder."""
    pngs = {size: png(svg, size) for size in {*PNG_SIZES, *ICO_SIZES, *ICNS_SIZES.values()}}
    (folder / "png").mkdir(parents=True, exist_ok=True)
    for size in PNG_SIZES:
        (folder / "png" / f"{size}.png").write_bytes(pngs[size])
    (folder / "app.ico").write_bytes(ico({size: pngs[size] for size in ICO_SIZES}))
    (folder / "app.icns").write_bytes(icns(pngs))
    (folder / "app.svg").write_bytes(svg.read_bytes())


def png(svg: Path, size: int) -> bytes:
    """A square picture of ``size`` px a side.

    Raises:
        SystemExit: Qt cannot read the file.
    """
    reader = QImageReader(str(svg))
    reader.setScaledSize(QSize(size, size))
    image = reader.read()
    if image.isNull():
        raise SystemExit(f"{svg} could not be read: {reader.errorString()}.")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pngs: dict[int, bytes]) -> bytes:
    """Windows' container: a directory of 16 bytes an entry, then the PNGs."""
    header = struct.pack("<HHH", 0, 1, len(pngs))
    at = len(header) + 16 * len(pngs)
    directory = b""
    for size, data in sorted(pngs.items()):
        edge = size % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return header + directory + b"".join(data for _, data in sorted(pngs.items()))


def icns(pngs: dict[int, bytes]) -> bytes:
    """Apple's container: type, length and PNG of each entry, in big endian."""
    entries = b"".join(
        kind + struct.pack(">I", len(pngs[size]) + 8) + pngs[size]
        for kind, size in ICNS_SIZES.items()
    )
    return b"icns" + struct.pack(">I", len(entries) + 8) + entries
