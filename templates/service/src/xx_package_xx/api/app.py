"""Puts the HTTP interface together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from xx_package_xx.api.middleware import BodyLimit, InFlightLimit, RequestContext
from xx_package_xx.api.openapi import Api
from xx_package_xx.api.rate_limit import RateLimiter
from xx_package_xx.api.runtime import Runtime
from xx_package_xx.clock import Clock, IdFactory, new_id, utc_now
from xx_package_xx.db.engine import check_pool_budget, make_engine, make_sessionmaker
from xx_package_xx.settings import Settings, get_settings


def create_app(
    settings: Settings | None = None, *, clock: Clock = utc_now, ids: IdFactory = new_id
) -> FastAPI:
    """Return an app that opens what it needs when it starts and closes it when it stops."""
    known = settings or get_settings()
    check_pool_budget(known)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        engine = make_engine(known)
        app.state.runtime = Runtime(
            settings=known,
            engine=engine,
            sessions=make_sessionmaker(engine),
            clock=clock,
            ids=ids,
            limiter=RateLimiter(
                per_minute=known.limits.rate_per_minute, burst=known.limits.rate_burst
            ),
        )
        try:
            yield
        finally:
            await engine.dispose()

    app = Api(lifespan=lifespan)
    # The one added last is the outermost.
    app.add_middleware(BodyLimit, limit=known.limits.body_bytes)
    app.add_middleware(InFlightLimit, limit=known.limits.in_flight)
    app.add_middleware(RequestContext)
    return app
