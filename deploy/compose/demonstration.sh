#!/bin/bash
# Takes the demonstration into the realm, by Keycloak's own client; who is there already stays as they are.
set -euo pipefail

kcadm() { /opt/keycloak/bin/kcadm.sh "$@" --config /tmp/kcadm.config; }

take_in() {
  kcadm config credentials --server "$KEYCLOAK" --realm master --user "$ADMIN" --password "$ADMIN_PASSWORD" \
    && kcadm create partialImport -r shequ -f /opt/shequ/demonstration-users.json
}

# Keycloak answers for a while that it is well though its database has just been away.
tries=0
until take_in; do
  tries=$((tries + 1))
  [ "$tries" -lt 20 ] || exit 1
  sleep 3
done
