#!/usr/bin/env bash
# Lays the bundle out below a folder as Linux installs programs: stage.sh FOLDER PREFIX
# The bundle goes to PREFIX/lib/ivk-desktop; command, .desktop file, AppStream file, icons beside it.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
target=$1$2
icons=$root/build/packaging/icons

mkdir -p "$target"/{bin,lib} "$target"/share/{applications,metainfo}
cp -a "$root/dist/ivk-desktop" "$target/lib/"
ln -s ../lib/ivk-desktop/ivk-desktop "$target/bin/ivk-desktop"
cp "$root/packaging/linux/ivk-desktop.desktop" "$target/share/applications/"
cp "$root"/packaging/linux/*.metainfo.xml "$target/share/metainfo/"
for png in "$icons"/png/*.png; do
  size=$(basename "$png" .png)
  install -Dm644 "$png" "$target/share/icons/hicolor/${size}x$size/apps/ivk-desktop.png"
done
install -Dm644 "$icons/app.svg" "$target/share/icons/hicolor/scalable/apps/ivk-desktop.svg"
