#!/bin/sh
# Fills /opt/mypy-cache/<plain|pydantic>/<version> by checking seed.py once for each. A cache is good for one version and
# one list of plugins; repositories with another floor are checked without one, which only takes longer.
set -eu

cd "$(dirname "$0")"
cp strict.toml plain.toml
{ cat strict.toml; echo 'plugins = ["pydantic.mypy"]'; } >pydantic.toml

# Packages without types are mistakes in the seed; what counts is that mypy came to its end.
seed() {
  said=$(mypy --config-file "$1.toml" --python-version "$2" --cache-dir "/opt/mypy-cache/$1" seed.py) || true
  case $said in *"checked 1 source file"* | *"in 1 source file"*) ;; *) echo "$said"; exit 1 ;; esac
}

for version in 3.12 3.13 3.14; do
  seed plain $version &
  plain=$!
  seed pydantic $version
  wait $plain
done
chmod -R a+rX /opt/mypy-cache
