"""Each client has its own share of requests, which grows back with time."""

import pytest

from xx_package_xx.api.app import create_app
from xx_package_xx.api.rate_limit import RateLimiter
from xx_package_xx.settings import Settings
from tests.conftest import OTHER_KEY, running
from tests.problems import assert_problem


class Stopwatch:
    """A steady clock in seconds that a test moves."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_share_grows_back_with_time() -> None:
    watch = Stopwatch()
    limiter = RateLimiter(per_minute=60, burst=2, now=watch)
    assert [limiter.wait("client") for _ in range(3)] == [0, 0, 1]
    watch.seconds += 1
    assert [limiter.wait("client") for _ in range(2)] == [0, 1]


def test_share_is_never_more_than_one_burst() -> None:
    watch = Stopwatch()
    limiter = RateLimiter(per_minute=60, burst=2, now=watch)
    watch.seconds += 24 * 60 * 60
    assert sum(limiter.wait("client") == 0 for _ in range(100)) == 2


@pytest.mark.asyncio
async def test_client_is_refused_for_a_while_when_its_share_is_used_up(settings: Settings) -> None:
    limits = settings.limits.model_copy(update={"rate_per_minute": 1, "rate_burst": 1})
    app = create_app(settings.model_copy(update={"limits": limits}))
    other = {"Authorization": f"Bearer {OTHER_KEY}"}
    async with running(app) as client:
        await client.get("/v1/xx_resources_kebab_xx")
        refused = await client.get("/v1/xx_resources_kebab_xx")
        allowed = await client.get("/v1/xx_resources_kebab_xx", headers=other)
    assert_problem(refused, 429, "rate_limited")
    assert int(refused.headers["Retry-After"]) > 0
    assert allowed.status_code != 429
