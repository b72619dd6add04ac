#!/bin/sh
# Sees to Janus and coturn; in CI their absence is a failure, elsewhere a sentence.
set -eu
PATH="$PATH:/usr/sbin:/sbin"

there() {
  command -v janus >/dev/null 2>&1 && command -v turnserver >/dev/null 2>&1
}

there && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Janus and coturn for sound and picture …"
  export DEBIAN_FRONTEND=noninteractive
  # They are started by vgroup, and by nobody else.
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    trap 'rm -f "$policy"' EXIT
  fi
  apt-get update --quiet=2 &&
    apt-get install --quiet=2 --yes --no-install-recommends janus coturn iproute2 util-linux
  there && exit 0
fi

echo "Janus and coturn are missing: install them (on Debian: apt install janus coturn)." >&2
[ "${CI:-}" != true ] && [ "${1:-}" != --needed ]
