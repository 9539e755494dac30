#!/bin/sh
# Builds and runs the production shape once for real, without an image registry: base image by debootstrap, Debian's
# Postgres, web and two workers; waits until all are healthy, asks the web server, stops and removes everything.
# Needs root, Docker, debootstrap and docker compose (Debian: docker-compose).
#   sh scripts/containers/try.sh
set -eu

cd "$(dirname "$0")/../.."
export BASE_IMAGE=plumbline-base POSTGRES_IMAGE=plumbline-postgres PORT="${PORT:-3400}" DOCKER_BUILDKIT=0
if docker compose version >/dev/null 2>&1; then compose="docker compose"; else compose=docker-compose; fi
compose="$compose --project-name plumbline-trial"

docker image inspect "$BASE_IMAGE" >/dev/null 2>&1 || sh scripts/containers/make-base-image.sh "$BASE_IMAGE"
docker build --network host --build-arg BASE_IMAGE="$BASE_IMAGE" --tag "$POSTGRES_IMAGE" --file scripts/containers/postgres.Dockerfile scripts/containers
docker build --network host --build-arg BASE_IMAGE="$BASE_IMAGE" --tag plumbline .

trap '$compose down --volumes' EXIT
$compose up --detach --no-build --scale worker=2

for _ in $(seq 60); do
  healthy=$(docker ps --filter label=com.docker.compose.project=plumbline-trial --filter health=healthy --quiet | wc -l)
  [ "$healthy" -eq 4 ] && break
  sleep 2
done
docker ps --filter label=com.docker.compose.project=plumbline-trial --format '{{.Names}}  {{.Status}}'
[ "$healthy" -eq 4 ]
node -e "fetch('http://localhost:$PORT/readyz').then(async (r) => { console.log(r.status, (await r.text()).trim()); process.exit(r.ok ? 0 : 1); })"
echo "Postgres, web and two workers ran healthy."
