#!/bin/sh
# Sees to a Caddy for the tests of the proxy; in CI its absence is a failure, elsewhere a sentence.
set -eu

command -v caddy >/dev/null 2>&1 && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Caddy for the tests of the proxy …"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update --quiet=2 && apt-get install --quiet=2 --yes --no-install-recommends caddy
  command -v caddy >/dev/null 2>&1 && exit 0
fi

echo "Caddy is missing: install it (on Debian: apt install caddy) to run the tests of the proxy." >&2
[ "${CI:-}" != true ]
