#!/bin/sh
# Fills /opt/mypy-cache/<plain|pydantic>/<version> by checking seed.py once for each. A cache is good for one version and
# one list of plugins; repositories with another floor are checked without one, which only takes longer.
set -eu

cd "$(dirname "$0")"
{ cat strict.toml; echo 'plugins = ["pydantic.mypy"]'; } >pydantic.toml
cp strict.toml plain.toml
for version in 3.12 3.13 3.14; do
  for kind in plain pydantic; do
    # Packages without types are mistakes in the seed; what counts is that mypy came to its end.
    mypy --config-file $kind.toml --python-version $version --cache-dir /opt/mypy-cache/$kind seed.py >$kind.txt || true
    grep -q '^Found\|^Success' $kind.txt || { cat $kind.txt; exit 1; }
  done
done
chmod -R a+rX /opt/mypy-cache
