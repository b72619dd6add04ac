#!/bin/sh
# Runs every test of Python: most of them two at a time, then what is measured, or keeps both
# cores busy, by itself. With arguments, pytest runs once, with those.
set -u
cd "$(dirname "$0")/.."
[ $# -eq 0 ] || exec .venv/bin/pytest "$@"

alone="tests/bench tests/faults tests/media tests/browser/test_cost.py tests/browser/test_encryption.py"
apart=
for path in $alone; do
  apart="$apart --ignore=$path"
done

failed=0
# shellcheck disable=SC2086
.venv/bin/pytest --numprocesses=2 $apart || failed=1
# shellcheck disable=SC2086
.venv/bin/pytest $alone || failed=1
exit $failed
