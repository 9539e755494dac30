"""Whether this process runs, and whether it should get traffic."""

from typing import Literal

from fastapi import APIRouter
from pydantic import BaseModel

from xx_package_xx.api.deps import RuntimeDep
from xx_package_xx.api.problems import ProblemError, documented
from xx_package_xx.db.engine import ping
from xx_package_xx.errors import DRAINING, UNAVAILABLE

router = APIRouter(prefix="/health", tags=["health"])


class Live(BaseModel):
    """The process answers."""

    status: Literal["live"] = "live"


class Ready(BaseModel):
    """The process can do its work."""

    status: Literal["ready"] = "ready"


@router.get("/live")
async def live() -> Live:
    """Answer as long as the process can; asks nobody else."""
    return Live()


@router.get("/ready", responses=documented(DRAINING, UNAVAILABLE))
async def ready(runtime: RuntimeDep) -> Ready:
    """Answer whether requests should be sent here."""
    if runtime.draining:
        raise ProblemError(DRAINING, "this process finishes its work and takes no more")
    await ping(runtime.engine)
    return Ready()
