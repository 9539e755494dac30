#!/bin/sh
# Builds and runs the production shape once for real, without an image registry: base images by debootstrap, Debian's
# Postgres, web and two workers. Waits until all are healthy, walks a project through a browser from its answers to the zip with
# every file proved in containers, backs everything up, throws it away and restores it. Stops and removes what it started.
# Needs root, Docker, debootstrap, docker compose (Debian: docker-compose), Chromium and an installed node_modules.
#   sh scripts/containers/try.sh
set -eu

cd "$(dirname "$0")/../.."
export BASE_IMAGE=plumbline-base POSTGRES_IMAGE=plumbline-postgres PLUMBLINE_SANDBOX_BASE=plumbline-python:trixie
export PORT="${PORT:-3400}" DOCKER_BUILDKIT=0 COMPOSE_PROJECT_NAME=plumbline-trial
DOCKER_GROUP=$(stat -c %g /var/run/docker.sock)
export DOCKER_GROUP
# The settings of the trial are above; those of an operator in .env are not for it.
if docker compose version >/dev/null 2>&1; then compose="docker compose"; else compose=docker-compose; fi
compose="$compose --env-file /dev/null"
step() { printf '\n== %s\n' "$1"; }

step "Images"
docker image inspect "$BASE_IMAGE" >/dev/null 2>&1 || sh scripts/containers/make-base-image.sh "$BASE_IMAGE"
docker image inspect "$PLUMBLINE_SANDBOX_BASE" >/dev/null 2>&1 || sh scripts/containers/make-sandbox-base.sh "$PLUMBLINE_SANDBOX_BASE"
docker build --network host --build-arg BASE_IMAGE="$BASE_IMAGE" --tag "$POSTGRES_IMAGE" --file scripts/containers/postgres.Dockerfile scripts/containers
docker build --network host --build-arg BASE_IMAGE="$BASE_IMAGE" --tag plumbline .

backup=$(mktemp)
trap '$compose down --volumes; rm -f "$backup"' EXIT
step "Postgres, web and two workers become healthy"
$compose up --detach --no-build --wait --scale worker=2
$compose run --rm --no-TTY --no-deps worker node scripts/sandbox-build.ts

step "A project from its answers to the zip, every file proved in containers"
PLUMBLINE_E2E_URL="http://localhost:$PORT" node node_modules/@playwright/test/cli.js test proof --project=server --grep "every file of a service"

step "Backup, loss of everything, restore (it compares each table with the sums in the file)"
$compose exec --no-TTY web node scripts/backup.ts - >"$backup"
$compose down --volumes
$compose run --rm --no-TTY web node scripts/restore.ts - <"$backup"
$compose up --detach --no-build --wait --scale worker=2
echo "Everything ran, and everything came back."
