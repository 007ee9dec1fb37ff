"""Windows' version resource, as the text that PyInstaller reads."""

from __future__ import annotations

import re

TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
{strings}
    ])]),
    VarFileInfo([VarStruct('Translation', [1033, 1200])])
  ]
)
"""


def version_text(version: str, program: str, title: str, summary: str, copyright_: str) -> str:
    """The resource of one executable; ``version`` as in ``1.2.3``, a suffix is shown only."""
    numbers = [int(number) for number in re.match(r"[\d.]+", version)[0].strip(".").split(".")]
    strings = {
        "CompanyName": title,
        "FileDescription": summary,
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": copyright_,
        "OriginalFilename": f"{program}.exe",
        "ProductName": title,
        "ProductVersion": version,
    }
    return TEMPLATE.format(
        numbers=tuple((numbers + [0] * 4)[:4]),
        strings=",\n".join(
            f"      StringStruct({name!r}, {text!r})" for name, text in strings.items()
        ),
    )
