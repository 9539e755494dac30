"""What one running process holds; opened and closed by the lifespan of the app."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from xx_package_xx.api.rate_limit import RateLimiter
from xx_package_xx.clock import Clock, IdFactory
from xx_package_xx.settings import Settings


@dataclass(slots=True)
class Runtime:
    """Shared by all requests; only `draining` changes, once."""

    settings: Settings
    engine: AsyncEngine
    sessions: async_sessionmaker[AsyncSession]
    clock: Clock
    ids: IdFactory
    limiter: RateLimiter
    draining: bool = False
