#!/bin/sh
# Makes a base for the validation image without a container registry: Debian with its own Python, by debootstrap. For
# sites that no registry reaches. Needs root, debootstrap, a Debian mirror and a Docker engine.
#   sh scripts/containers/make-sandbox-base.sh [name]      (default name: plumbline-python:trixie)
# Then: PLUMBLINE_SANDBOX_BASE=plumbline-python:trixie npm start
set -eu

name=${1:-plumbline-python:trixie}
suite=${SUITE:-trixie}
mirror=${MIRROR:-http://deb.debian.org/debian}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

debootstrap --variant=minbase --include=ca-certificates,python3,python3-venv "$suite" "$folder" "$mirror" >&2

# A proxy that opens TLS has its own authority; the build must trust what this machine trusts.
cp -L "${PLUMBLINE_CA_BUNDLE:-/etc/ssl/certs/ca-certificates.crt}" "$folder/etc/ssl/certs/ca-certificates.crt"
rm -rf "$folder"/var/cache/apt/* "$folder"/var/lib/apt/lists/* "$folder"/var/log/* \
  "$folder"/usr/share/doc "$folder"/usr/share/man "$folder"/usr/share/locale

tar -C "$folder" -c . | docker import --change 'CMD ["python3"]' - "$name"
