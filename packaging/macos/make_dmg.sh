#!/usr/bin/env bash
# Makes dist/ivk-desktop-VERSION-ARCH.dmg of the app that build.py made; macOS only.
#
# Signed and notarised where these are set, else with an ad-hoc signature (right-click > Open):
#   SIGNING_IDENTITY  "Developer ID Application: … (TEAM)" in the keychain
#   NOTARY_PROFILE    a profile stored with `xcrun notarytool store-credentials`
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/pyproject.toml")
app="$root/dist/ivk desktop.app"
dmg="$root/dist/ivk-desktop-$version-$(uname -m).dmg"
identity=${SIGNING_IDENTITY:--}

hardened=()
[ "$identity" = - ] || hardened=(--options runtime --timestamp)
# From the inside out: each library by itself, the app last.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
  xargs -0 -n 20 codesign --force --sign "$identity" ${hardened[@]+"${hardened[@]}"}
find "$app/Contents/Frameworks" -type d -name '*.framework' -print0 |
  xargs -0 -n 1 codesign --force --sign "$identity" ${hardened[@]+"${hardened[@]}"}
codesign --force --sign "$identity" ${hardened[@]+"${hardened[@]}"} \
  --entitlements "$root/packaging/macos/entitlements.plist" "$app"
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
hdiutil create -volname "ivk desktop" -srcfolder "$folder" -fs HFS+ -format ULMO -ov "$dmg"
if [ "$identity" != - ] && [ -n "${NOTARY_PROFILE:-}" ]; then
  codesign --force --sign "$identity" --timestamp "$dmg"
  xcrun notarytool submit "$dmg" --keychain-profile "$NOTARY_PROFILE" --wait
  xcrun stapler staple "$dmg"
fi
