#!/bin/sh
# The operator commands inside the container: docker compose exec api jixiao lights --year 2026 --month 9
exec node /app/apps/api/dist/cli.js "$@"
