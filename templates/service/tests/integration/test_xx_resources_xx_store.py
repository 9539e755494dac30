"""Whatever is stored comes back from the database as it was."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import settings as examples
from sqlalchemy.ext.asyncio import AsyncEngine

from xx_package_xx.db import xx_resources_xx as store
from xx_package_xx.db.engine import make_sessionmaker
from xx_package_xx.domain.xx_resource_xx import xx_Resource_xxValues, new_xx_resource_xx
from tests.samples.xx_resource_xx import ANY_VALUES, xx_resource_xx_values

pytestmark = [pytest.mark.asyncio, pytest.mark.integration]

NOW = datetime(2030, 1, 1, 8, tzinfo=UTC)
ID = UUID(int=1)


@given(values=ANY_VALUES)
@examples(max_examples=25)
async def test_stored_xx_resource_xx_is_read_back_equal(
    engine: AsyncEngine, values: xx_Resource_xxValues
) -> None:
    made = new_xx_resource_xx(values, id=ID, now=NOW)
    async with make_sessionmaker(engine)() as session:
        await store.add(session, made)
        assert await store.get(session, ID) == made
        await session.rollback()


async def test_replace_is_refused_when_another_version_is_stored(engine: AsyncEngine) -> None:
    made = new_xx_resource_xx(xx_resource_xx_values(), id=ID, now=NOW)
    async with make_sessionmaker(engine).begin() as session:
        await store.add(session, made)
        next_one = replace(made, version=3)
        assert not await store.replace(session, next_one, expected_version=2)
        assert await store.get(session, ID) == made
