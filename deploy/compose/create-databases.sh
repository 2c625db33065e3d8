#!/bin/sh
# Runs once, when the data volume is empty: one database and one role per service. A role owns its database and cannot
# enter another.
set -eu

database() {
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres -v name="$1" -v password="$2" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
}

database certificates "$CERTIFICATES_DB_PASSWORD"
database enrollment "$ENROLLMENT_DB_PASSWORD"
database programs "$PROGRAMS_DB_PASSWORD"
database completion "$COMPLETION_DB_PASSWORD"
database bridge "$BRIDGE_DB_PASSWORD"
