"""One stream of structured records, also for libraries that use the standard logging module."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog
import structlog.tracebacks

from xx_package_xx.settings import Settings

# Local variables stay out of tracebacks: they may hold what a client sent.
_TRACEBACKS = structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
_SECRET_PARTS = ("authorization", "password", "secret", "token", "api_key", "cookie", "dsn")


def configure(settings: Settings) -> None:
    """Send every record, ours and the libraries', through the same processors to stdout."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        redact,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *_rendering(settings),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log.level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        library = logging.getLogger(name)
        library.handlers = []
        library.propagate = True


def bind_request(*, request_id: str, method: str, path: str) -> None:
    """Put these facts on every record of the current request."""
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=request_id, method=method, path=path)


def clear_request() -> None:
    """Forget the current request."""
    structlog.contextvars.clear_contextvars()


def redact(
    _logger: object, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Mask values whose name says that they are secret."""
    for name in event:
        if any(part in name.lower() for part in _SECRET_PARTS):
            event[name] = "***"
    return event


def _rendering(settings: Settings) -> list[structlog.types.Processor]:
    if settings.log.format == "json":
        return [
            structlog.processors.ExceptionRenderer(_TRACEBACKS),
            structlog.processors.JSONRenderer(default=str),
        ]
    return [
        structlog.dev.ConsoleRenderer(
            colors=sys.stdout.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    ]
