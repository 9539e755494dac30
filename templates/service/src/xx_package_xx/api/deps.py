"""What routes ask for, by type."""

import math
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from sqlalchemy.ext.asyncio import AsyncSession

from xx_package_xx.api.problems import ProblemError
from xx_package_xx.api.runtime import Runtime
from xx_package_xx.auth import Principal, authenticate
from xx_package_xx.errors import RATE_LIMITED, UNAUTHENTICATED

_bearer = HTTPBearer(auto_error=False, description="The API key of the client.")


def get_runtime(request: Request) -> Runtime:
    """Return what the running process holds."""
    runtime: Runtime = request.app.state.runtime
    return runtime


RuntimeDep = Annotated[Runtime, Depends(get_runtime)]


async def get_session(runtime: RuntimeDep) -> AsyncIterator[AsyncSession]:
    """Open a session for one request; it is closed before the answer is sent."""
    async with runtime.sessions() as session:
        yield session


SessionDep = Annotated[AsyncSession, Depends(get_session, scope="function")]


def get_principal(
    runtime: RuntimeDep,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Principal:
    """Return the client that calls; anyone else is turned away."""
    presented = None if credentials is None else credentials.credentials
    principal = authenticate(presented, runtime.settings.auth)
    if principal is None:
        raise ProblemError(
            UNAUTHENTICATED,
            "send a valid key as a bearer token",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return principal


PrincipalDep = Annotated[Principal, Depends(get_principal)]


def enforce_rate_limit(runtime: RuntimeDep, principal: PrincipalDep) -> None:
    """Turn away a client that asks too often, and say when to come back."""
    seconds = runtime.limiter.wait(principal.name)
    if seconds > 0:
        raise ProblemError(
            RATE_LIMITED,
            "this client has used up its share for now",
            headers={"Retry-After": str(math.ceil(seconds))},
        )
