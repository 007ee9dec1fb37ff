#!/usr/bin/env bash
# Makes dist/ivk-desktop_VERSION_ARCH.deb of the bundle that build.py made. Needs dpkg-deb.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/pyproject.toml")
arch=$(dpkg --print-architecture)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"

"$root/packaging/linux/stage.sh" "$stage" /usr
install -d "$stage/usr/share/doc/ivk-desktop"
cat "$root/LICENSE" - "$root/THIRD_PARTY_NOTICES.md" > "$stage/usr/share/doc/ivk-desktop/copyright" <<WHERE

The texts of the licences below are in /usr/lib/ivk-desktop/_internal/licences.

WHERE
mkdir "$stage/DEBIAN"
cat > "$stage/DEBIAN/control" <<CONTROL
Package: ivk-desktop
Version: $version
Architecture: $arch
Maintainer: the ivk_desktop authors <ivk-desktop@localhost>
Installed-Size: $(du -sk "$stage/usr" | cut -f1)
Depends: libc6 (>= 2.34), libstdc++6, libx11-6, libegl1, libgl1, libfontconfig1, libexpat1
Recommends: gnome-keyring | kwalletmanager | keepassxc
Section: graphics
Priority: optional
Description: watch an InvokeAI server and submit its workflows
 A light native window that stays open beside your work: live previews,
 progress and time left, the queue, results, boards and models; any exported
 workflow becomes a form.
CONTROL
dpkg-deb --root-owner-group -Zxz --build "$stage" "$root/dist/ivk-desktop_${version}_$arch.deb"
