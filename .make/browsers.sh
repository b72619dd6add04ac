#!/bin/sh
# Sees to a Chromium and a Firefox for the browser tests; in CI the absence of one is a failure,
# elsewhere a sentence.
set -eu

any() {
  for name in "$@"; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}

there() {
  any chromium chromium-browser google-chrome && any firefox-esr firefox
}

there && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium and Firefox for the browser tests …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update --quiet=2 &&
    apt-get install --quiet=2 --yes --no-install-recommends chromium firefox-esr fonts-dejavu-core
  there && exit 0
fi

echo "Chromium or Firefox is missing: install both (on Debian: apt install chromium firefox-esr)" \
  "to run the browser tests." >&2
[ "${CI:-}" != true ]
