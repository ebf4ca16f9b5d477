#!/usr/bin/env bash
# Run by the image of PostgreSQL when it makes a new cluster: one database per service, owned by <name>_owner, who
# migrates, and used by <name>_app, who may connect and nothing more until a migration grants it something.
set -euo pipefail

sql() { psql -v ON_ERROR_STOP=1 --no-psqlrc --quiet --username postgres "$@"; }

# role NAME PASSWORD
role() {
  sql -v role="$1" -v password="$2" <<'SQL'
CREATE ROLE :"role" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'password';
SQL
}

# database NAME OWNER: nobody but the owner may do anything in it
database() {
  sql -v name="$1" -v owner="$2" <<'SQL'
CREATE DATABASE :"name" OWNER :"owner" TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
\connect :name
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO :"owner";
SQL
}

# service NAME OWNER-PASSWORD APP-PASSWORD
service() {
  role "$1_owner" "$2"
  role "$1_app" "$3"
  database "$1" "$1_owner"
  sql -v name="$1" -v app="$1_app" --dbname "$1" <<'SQL'
GRANT CONNECT ON DATABASE :"name" TO :"app";
GRANT USAGE ON SCHEMA public TO :"app";
SQL
}

service facilities "$FACILITIES_OWNER_PASSWORD" "$FACILITIES_APP_PASSWORD"
service funding "$FUNDING_OWNER_PASSWORD" "$FUNDING_APP_PASSWORD"
service admission "$ADMISSION_OWNER_PASSWORD" "$ADMISSION_APP_PASSWORD"
service workforce "$WORKFORCE_OWNER_PASSWORD" "$WORKFORCE_APP_PASSWORD"
role keycloak "$KEYCLOAK_PASSWORD"
database keycloak keycloak
