#!/bin/sh
# Installs and builds the web app where one is there; does nothing if it is built already.
set -eu
cd "$(dirname "$0")/.."
[ -f frontend/package.json ] || exit 0

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

node=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
[ "${node:-0}" -ge 20 ] && command -v npm >/dev/null 2>&1 ||
  fail "Node 20 or newer with npm is missing: install it, then run make again."

cd frontend
locked=$(cksum <package-lock.json)
if [ "$(cat node_modules/.made-from 2>/dev/null)" != "$locked" ]; then
  echo "Installing the web app's packages …"
  npm ci --no-audit --no-fund
  printf '%s\n' "$locked" >node_modules/.made-from
fi

sources=$(
  find . \( -name node_modules -o -name dist \) -prune -o -type f -exec cksum {} + | sort | cksum
)
# The stamp stays out of dist, which is served.
if [ ! -d dist ] || [ "$(cat node_modules/.built-from 2>/dev/null)" != "$sources" ]; then
  echo "Building the web app …"
  npm run --silent build
  printf '%s\n' "$sources" >node_modules/.built-from
fi
