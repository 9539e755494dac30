"""One stream of log records, also for libraries, by the standard library alone."""

import json
import logging
import sys
from collections.abc import Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from xx_package_xx.settings import Settings

_SECRET_PARTS = ("authorization", "password", "secret", "token", "api_key", "cookie", "dsn")
# What every record has anyway; the rest was passed as `extra`.
_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "color_message"}
_NO_REQUEST: Mapping[str, str] = MappingProxyType({})

_request: ContextVar[Mapping[str, str]] = ContextVar("request", default=_NO_REQUEST)


class JsonFormatter(logging.Formatter):
    """Writes a record as one JSON object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return json.dumps(self._facts(record), default=str)

    def _facts(self, record: logging.LogRecord) -> dict[str, Any]:
        facts: dict[str, Any] = {
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **_request.get(),
        }
        facts |= {name: value for name, value in vars(record).items() if name not in _USUAL}
        if record.exc_info:
            facts["exception"] = self.formatException(record.exc_info)
        return {name: _masked(name, value) for name, value in facts.items()}


class ConsoleFormatter(JsonFormatter):
    """Writes a record for people."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, and the traceback below it."""
        facts = self._facts(record)
        head = [str(facts.pop(name)) for name in ("timestamp", "level", "logger", "event")]
        traceback = facts.pop("exception", None)
        line = " ".join([*head, *(f"{name}={value}" for name, value in facts.items())])
        return line if traceback is None else f"{line}\n{traceback}"


def configure(settings: Settings) -> None:
    """Send every record, ours and the libraries', in one form to stdout."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter() if settings.log.format == "json" else ConsoleFormatter())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(settings.log.level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        library = logging.getLogger(name)
        library.handlers = []
        library.propagate = True


def bind_request(*, request_id: str, method: str, path: str) -> None:
    """Put these facts on every record of the current request."""
    _request.set({"request_id": request_id, "method": method, "path": path})


def clear_request() -> None:
    """Forget the current request."""
    _request.set(_NO_REQUEST)


def _masked(name: str, value: Any) -> Any:
    return "***" if any(part in name.lower() for part in _SECRET_PARTS) else value
