#!/bin/sh
# Makes .venv what .make/development.lock says (requirements.lock and the tools of development);
# does nothing if it is that already.
set -eu
cd "$(dirname "$0")/.."

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

lock=.make/development.lock
stamp=.venv/.made-from
wanted=$(cat "$lock" pyproject.toml | cksum)
if [ -x .venv/bin/vgroup ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
  exit 0
fi

[ -w . ] || fail "The folder $(pwd) is not writable: make it so, or copy the project to one that is."

if ! new_enough .venv/bin/python; then
  python=
  for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14; do
    if new_enough "$candidate"; then
      python=$candidate
      break
    fi
  done
  [ -n "$python" ] ||
    fail "Python 3.11 or newer is missing: install it, or name it (make run PYTHON=/path/to/python3)."
  echo "Creating the environment with $("$python" --version) …"
  "$python" -m venv --clear .venv ||
    fail "Python's venv module is missing: install it (on Debian and Ubuntu: apt install python3-venv)."
fi

echo "Installing what $lock names (this takes a minute or two) …"
if command -v uv >/dev/null 2>&1; then
  uv pip sync --python .venv/bin/python --require-hashes "$lock"
  uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation --editable .
else
  pip="env PIP_DISABLE_PIP_VERSION_CHECK=1 .venv/bin/python -m pip install --progress-bar on"
  $pip --require-hashes --requirement "$lock"
  $pip --quiet --no-deps --no-build-isolation --editable .
fi
printf '%s\n' "$wanted" >"$stamp"
