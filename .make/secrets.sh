#!/bin/sh
# Makes the secrets of docker-compose.yml, each once; what is there already stays as it is.
set -eu
cd "$(dirname "$0")/.."

# The folder keeps others out; in a container each file must be readable for a user without rights.
mkdir -p secrets
chmod 700 secrets
umask 022

for name in secret_key owner_password app_password janus_secret turn_secret; do
  [ -s "secrets/$name" ] && continue
  od -An -N32 -tx1 /dev/urandom | tr -d ' \n' >"secrets/$name.new"
  mv "secrets/$name.new" "secrets/$name"
  echo "Made secrets/$name"
done
if [ ! -e secrets/mail_url ]; then
  : >secrets/mail_url
  echo "Made secrets/mail_url, which is empty: put the mail server in it (smtp://user:password@host:587)"
fi
