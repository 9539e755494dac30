"""The schema goes up, down and up again, keeps data, and is the one that the code expects."""

import asyncio
from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import Connection, inspect

from xx_package_xx.clock import utc_now
from xx_package_xx.db import xx_resources_xx as store
from xx_package_xx.db.engine import make_engine, make_sessionmaker
from xx_package_xx.db.models import metadata
from xx_package_xx.domain import xx_resource_xx as domain
from xx_package_xx.migrations import run
from xx_package_xx.settings import Settings
from tests.samples.xx_resource_xx import xx_resource_xx_values

pytestmark = pytest.mark.integration

ID = UUID(int=1)


@pytest.fixture(autouse=True)
def _newest_schema_afterwards(settings: Settings) -> Iterator[None]:
    yield
    run.upgrade(settings)


async def _tables(settings: Settings) -> set[str]:
    engine = make_engine(settings)

    def names(connection: Connection) -> set[str]:
        return set(inspect(connection).get_table_names())

    async with engine.connect() as connection:
        found = await connection.run_sync(names)
    await engine.dispose()
    return found


async def _add(settings: Settings, it: domain.xx_Resource_xx) -> None:
    engine = make_engine(settings)
    async with make_sessionmaker(engine).begin() as session:
        await store.add(session, it)
    await engine.dispose()


async def _get(settings: Settings, id: UUID) -> domain.xx_Resource_xx | None:
    engine = make_engine(settings)
    async with make_sessionmaker(engine)() as session:
        found = await store.get(session, id)
    await engine.dispose()
    return found


def test_schema_goes_down_to_nothing_and_up_again(settings: Settings) -> None:
    expected = {table.name for table in metadata.sorted_tables} | {"alembic_version"}
    assert asyncio.run(_tables(settings)) == expected
    run.downgrade(settings, "base")
    assert asyncio.run(_tables(settings)) == {"alembic_version"}
    run.upgrade(settings)
    assert asyncio.run(_tables(settings)) == expected


def test_schema_is_the_one_the_code_expects(settings: Settings) -> None:
    run.check(settings)


def test_upgrade_keeps_the_rows_when_the_schema_is_already_the_newest(settings: Settings) -> None:
    run.downgrade(settings, "base")
    run.upgrade(settings)
    made = domain.new_xx_resource_xx(xx_resource_xx_values(), id=ID, now=utc_now())
    asyncio.run(_add(settings, made))
    run.upgrade(settings)
    assert asyncio.run(_get(settings, ID)) == made
