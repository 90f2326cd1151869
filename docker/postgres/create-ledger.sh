#!/bin/bash
# Run once, by the image, on an empty data folder: the ledger's user owns its database and has no rights beyond it.
set -euo pipefail
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set=password="$LEDGER_DATABASE_PASSWORD" <<'SQL'
create role ledger login password :'password';
create database ledger owner ledger;
SQL
