#!/bin/bash
# Takes the demonstration into the realm, by Keycloak's own client; who is there already stays as they are.
set -euo pipefail

kcadm() { /opt/keycloak/bin/kcadm.sh "$@" --config /tmp/kcadm.config; }

kcadm config credentials --server "$KEYCLOAK" --realm master --user "$ADMIN" --password "$ADMIN_PASSWORD"
kcadm create partialImport -r shequ -f /opt/shequ/demonstration-users.json
