"""Safe retries: the same key with the same body gets the same answer, and the work is done once."""

import hashlib
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Header, Request, Response
from pydantic import BaseModel

from xx_package_xx.api.deps import PrincipalDep, RuntimeDep, SessionDep
from xx_package_xx.api.problems import ProblemError
from xx_package_xx.db import idempotency as store
from xx_package_xx.db.engine import transaction
from xx_package_xx.errors import IDEMPOTENCY_IN_FLIGHT, IDEMPOTENCY_MISMATCH

IdempotencyKeyDep = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="A fresh random value per intent; send the same one again when retrying.",
        pattern=r"^[!-~]{1,200}$",
    ),
]


class Once:
    """Runs the work of one request at most once per idempotency key."""

    def __init__(
        self,
        request: Request,
        response: Response,
        session: SessionDep,
        runtime: RuntimeDep,
        principal: PrincipalDep,
        key: IdempotencyKeyDep = None,
    ) -> None:
        self._response = response
        self._session = session
        self._runtime = runtime
        self._principal = principal
        self._route = f"{request.method} {request.url.path}"
        self._key = key

    async def run[T: BaseModel](
        self, body: BaseModel, answer: type[T], work: Callable[[], Awaitable[T]]
    ) -> T:
        """Do the work and keep its answer in one transaction, or return the answer kept before."""
        if self._key is None:
            return await work()
        claim = store.Claim(
            principal=self._principal.name,
            route=self._route,
            key=self._key,
            fingerprint=hashlib.sha256(body.model_dump_json().encode()).hexdigest(),
        )
        now = self._runtime.clock()
        expired = now - timedelta(hours=self._runtime.settings.limits.idempotency_hours)
        try:
            async with transaction(self._session):
                earlier = await store.take(self._session, claim, now=now, expired=expired)
                if earlier is None:
                    done = await work()
                    await store.finish(self._session, claim, done.model_dump_json())
                    return done
        except store.InFlightError as error:
            raise ProblemError(
                IDEMPOTENCY_IN_FLIGHT, "a request with this key is still running"
            ) from error
        if earlier.fingerprint != claim.fingerprint or earlier.body is None:
            raise ProblemError(IDEMPOTENCY_MISMATCH, "this key came with another body before")
        self._response.headers["Idempotency-Replayed"] = "true"
        return answer.model_validate_json(earlier.body)


OnceDep = Annotated[Once, Depends()]
