#!/usr/bin/env bash
# Makes dist/ivk-desktop-VERSION-ARCH.AppImage of the bundle that build.py made.
# Needs appimagetool on the PATH: https://github.com/AppImage/appimagetool/releases
# Build on the oldest system that is to run it: the bundle asks for that system's glibc.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/pyproject.toml")
arch=$(uname -m)
folder=$(mktemp -d)/ivk-desktop.AppDir
trap 'rm -rf "$(dirname "$folder")"' EXIT

"$root/packaging/linux/stage.sh" "$folder" /usr
ln -s usr/bin/ivk-desktop "$folder/AppRun"
ln -s usr/share/applications/ivk-desktop.desktop "$folder/ivk-desktop.desktop"
cp "$root/build/packaging/icons/png/256.png" "$folder/ivk-desktop.png"
ln -s ivk-desktop.png "$folder/.DirIcon"
ARCH=$arch appimagetool "$folder" "$root/dist/ivk-desktop-$version-$arch.AppImage"
