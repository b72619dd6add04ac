#!/bin/sh
# Sees to a Chromium for the browser tests; in CI its absence is a failure, elsewhere a sentence.
set -eu

for name in chromium chromium-browser google-chrome; do
  command -v "$name" >/dev/null 2>&1 && exit 0
done

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update --quiet=2 &&
    apt-get install --quiet=2 --yes --no-install-recommends chromium fonts-dejavu-core
  command -v chromium >/dev/null 2>&1 && exit 0
fi

echo "Chromium is missing: install it (on Debian: apt install chromium) to run the browser tests." >&2
[ "${CI:-}" != true ]
