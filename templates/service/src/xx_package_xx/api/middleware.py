"""What happens around every request: an id, a log record, limits, and an answer to bugs."""

import logging
import re
import time
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from xx_package_xx.api.problems import ProblemError, problem_response
from xx_package_xx.errors import INTERNAL, OVERLOADED, PAYLOAD_TOO_LARGE
from xx_package_xx.log import bind_request, clear_request

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_HEALTH = "/health/"

access_log = logging.getLogger("xx_package_xx.access")


class RequestContext:
    """Gives each request an id, logs how it ended, and hides the inside of unexpected errors."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        presented = Headers(scope=scope).get("x-request-id", "")
        request_id = presented if _REQUEST_ID.fullmatch(presented) else uuid4().hex
        bind_request(request_id=request_id, method=scope["method"], path=scope["path"])
        status = 0
        started = time.perf_counter()

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        except Exception:
            access_log.exception("request failed")
            if status:
                raise
            response = problem_response(
                INTERNAL, f"report request {request_id}", path=scope["path"]
            )
            await response(scope, receive, send_with_id)
        finally:
            seconds = time.perf_counter() - started
            access_log.info(
                "request", extra={"status": status, "duration_ms": round(seconds * 1000, 1)}
            )
            clear_request()


class InFlightLimit:
    """Refuses work beyond what this process can do at once, rather than queueing it."""

    def __init__(self, app: ASGIApp, *, limit: int) -> None:
        self._app = app
        self._limit = limit
        self._running = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, unless too many run already; health checks always pass."""
        if scope["type"] != "http" or scope["path"].startswith(_HEALTH):
            await self._app(scope, receive, send)
            return
        if self._running >= self._limit:
            response = problem_response(
                OVERLOADED,
                "too many requests are running; try again soon",
                path=scope["path"],
                headers={"Retry-After": "1"},
            )
            await response(scope, receive, send)
            return
        self._running += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._running -= 1


class BodyLimit:
    """Refuses bodies that are larger than allowed, whether or not they say so."""

    def __init__(self, app: ASGIApp, *, limit: int) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request whose body is counted while it arrives."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        detail = f"the body may have at most {self._limit} bytes"
        declared = Headers(scope=scope).get("content-length", "0")
        if declared.isdecimal() and int(declared) > self._limit:
            response = problem_response(PAYLOAD_TOO_LARGE, detail, path=scope["path"])
            await response(scope, receive, send)
            return
        received = 0

        async def receive_counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > self._limit:
                raise ProblemError(PAYLOAD_TOO_LARGE, detail)
            return message

        await self._app(scope, receive_counted, send)
