"""Deleting xx_resources_title_xx over HTTP."""

import asyncio
from uuid import UUID

import pytest
from httpx2 import AsyncClient

from tests.problems import assert_problem
from tests.samples.xx_resource_xx import xx_resource_xx_body

pytestmark = [pytest.mark.asyncio, pytest.mark.integration]

URL = "/v1/xx_resources_kebab_xx"


async def address_of_new(client: AsyncClient) -> str:
    response = await client.post(URL, json=xx_resource_xx_body())
    return response.headers["Location"]


async def test_delete_removes_the_xx_resource_xx(client: AsyncClient) -> None:
    address = await address_of_new(client)
    assert (await client.delete(address)).status_code == 204
    assert_problem(await client.get(address), 404, "not_found")


async def test_delete_is_refused_when_nothing_is_stored(client: AsyncClient) -> None:
    assert_problem(await client.delete(f"{URL}/{UUID(int=0)}"), 404, "not_found")


async def test_delete_is_refused_with_a_stale_version(client: AsyncClient) -> None:
    address = await address_of_new(client)
    response = await client.delete(address, headers={"If-Match": '"7"'})
    assert_problem(response, 412, "stale_version")
    assert (await client.get(address)).status_code == 200


async def test_delete_succeeds_once_when_two_ask_at_once(client: AsyncClient) -> None:
    address = await address_of_new(client)
    responses = await asyncio.gather(*(client.delete(address) for _ in range(2)))
    assert sorted(response.status_code for response in responses) == [204, 404]
