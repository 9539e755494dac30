#!/bin/sh
# Makes the base image of the Dockerfile without an image registry: Debian by debootstrap, Node from node_modules, npm and
# the certificates from this machine. Needs root, debootstrap and a Docker engine.
#   sh scripts/containers/make-base-image.sh [name]      (default name: plumbline-base)
set -eu

name=${1:-plumbline-base}
suite=${SUITE:-trixie}
mirror=${MIRROR:-http://deb.debian.org/debian}
root=$(cd "$(dirname "$0")/../.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

debootstrap --variant=minbase --include=ca-certificates,libstdc++6,libatomic1 "$suite" "$folder" "$mirror" >&2

# The same promise as node:26-trixie-slim: `node` and `npm` are on the path, a user `node` exists.
cp -L "$root/node_modules/node/bin/node" "$folder/usr/local/bin/node"
mkdir -p "$folder/usr/local/lib/node_modules"
npm=$(PATH=$(echo "$PATH" | tr ':' '\n' | grep -v node_modules | paste -sd:) npm root --global)/npm
cp -R "$npm" "$folder/usr/local/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$folder/usr/local/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$folder/usr/local/bin/npx"
chroot "$folder" useradd --uid 1000 --user-group --create-home --shell /bin/sh node

# A proxy that opens TLS has its own authority; the build must trust what this machine trusts.
cp -L /etc/ssl/certs/ca-certificates.crt "$folder/etc/ssl/certs/ca-certificates.crt"
rm -rf "$folder"/var/cache/apt/archives/*.deb "$folder"/var/lib/apt/lists/*

tar -C "$folder" -c . | docker import \
  --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
  --change 'ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt' \
  --change 'CMD ["node"]' \
  - "$name"
