"""The command line of the service."""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta

from alembic.util import CommandError

from xx_package_xx import log
from xx_package_xx.api.openapi import Api
from xx_package_xx.api.server import serve
from xx_package_xx.auth import hash_key, new_key
from xx_package_xx.clock import utc_now
from xx_package_xx.db import idempotency
from xx_package_xx.db.engine import (
    check_pool_budget,
    make_engine,
    make_sessionmaker,
    transaction,
)
from xx_package_xx.migrations import run as migrations
from xx_package_xx.settings import ENV_PREFIX, Settings, SettingsError, describe, get_settings


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 when done, 1 when something is wrong, 2 for unusable settings."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except SettingsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except (CommandError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="xx_repo_xx", description=__doc__)
    commands = parser.add_subparsers(required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=run.__doc__, description=run.__doc__)
        added.set_defaults(run=run)
        return added

    command("serve", _serve)
    migrate = command("migrate", _migrate)
    migrate.add_argument("--down-to", metavar="REVISION", help="go back, to `base` for no tables")
    migrate.add_argument("--check", action="store_true", help="only compare code and migrations")
    command("purge", _purge)
    command("check-config", _check_config)
    command("openapi", _openapi)
    command("new-key", _new_key).add_argument("name", help="the name of the client")
    return parser


def _serve(_: argparse.Namespace) -> int:
    """Serve HTTP until told to stop."""
    settings = get_settings()
    log.configure(settings)
    serve(settings)
    return 0


def _migrate(arguments: argparse.Namespace) -> int:
    """Bring the tables of the database to a revision."""
    settings = get_settings()
    log.configure(settings)
    if arguments.check:
        migrations.check(settings)
    elif arguments.down_to is not None:
        migrations.downgrade(settings, arguments.down_to)
    else:
        migrations.upgrade(settings)
    return 0


def _purge(_: argparse.Namespace) -> int:
    """Remove answers to idempotent requests that nobody may ask for any more."""
    settings = get_settings()
    log.configure(settings)
    _say(f"removed {asyncio.run(_purged(settings))}")
    return 0


async def _purged(settings: Settings) -> int:
    engine = make_engine(settings)
    try:
        async with make_sessionmaker(engine)() as session, transaction(session):
            expired = utc_now() - timedelta(hours=settings.limits.idempotency_hours)
            return await idempotency.purge(session, expired=expired)
    finally:
        await engine.dispose()


def _check_config(_: argparse.Namespace) -> int:
    """Show the settings with secrets masked; fails when they cannot work."""
    settings = get_settings()
    for name, value in describe(settings).items():
        _say(f"{name} = {value}")
    check_pool_budget(settings)
    return 0


def _openapi(_: argparse.Namespace) -> int:
    """Print the OpenAPI document; needs neither settings nor a database."""
    _say(json.dumps(Api().openapi(), indent=2, sort_keys=True))
    return 0


def _new_key(arguments: argparse.Namespace) -> int:
    """Make an API key for a client; it is shown once and stored nowhere."""
    key = new_key()
    _say(f"key (give it to the client): {key}")
    _say(f"entry for {ENV_PREFIX}AUTH__API_KEYS: {json.dumps({arguments.name: hash_key(key)})}")
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
