"""Runs the app until it is told to stop, and then stops without dropping requests."""

import asyncio
import signal
import socket
from types import FrameType

import uvicorn
from fastapi import FastAPI

from xx_package_xx.api.app import create_app
from xx_package_xx.settings import Settings


def serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT."""
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=settings.http.host,
        port=settings.http.port,
        forwarded_allow_ips=settings.http.trusted_proxies,
        timeout_graceful_shutdown=settings.http.shutdown_seconds,
        log_config=None,
        access_log=False,
        server_header=False,
    )
    DrainingServer(config, app, drain_seconds=settings.http.drain_seconds).run()


class DrainingServer(uvicorn.Server):
    """Answers "not ready" for a while after SIGTERM, so that balancers send nothing new."""

    def __init__(self, config: uvicorn.Config, app: FastAPI, *, drain_seconds: float) -> None:
        super().__init__(config)
        self._app = app
        self._drain_seconds = drain_seconds
        self._loop: asyncio.AbstractEventLoop | None = None

    async def serve(self, sockets: list[socket.socket] | None = None) -> None:
        """Serve until told to stop."""
        self._loop = asyncio.get_running_loop()
        await super().serve(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Drain on the first SIGTERM; stop at once on anything else."""
        runtime = getattr(self._app.state, "runtime", None)
        if sig != signal.SIGTERM or runtime is None or runtime.draining or self._loop is None:
            super().handle_exit(sig, frame)
            return
        runtime.draining = True
        stop = super().handle_exit
        loop = self._loop
        loop.call_soon_threadsafe(loop.call_later, self._drain_seconds, stop, sig, frame)
