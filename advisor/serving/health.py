"""Tells an orchestrator whether the process lives and whether visitors may be sent to it."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

_FRESH = {"cache-control": "no-store"}


@dataclass
class Readiness:
    """What warming up found out. `problems` go to the log; the network learns only that there are some."""

    warm: bool = False
    problems: tuple[str, ...] = ()

    @property
    def is_ready(self) -> bool:
        return self.warm and not self.problems


def health_routes(readiness: Readiness) -> list[Route]:
    """`/healthz`: 200 while the process answers. `/readyz`: 200 once warm with sound content, else 503."""

    async def healthz(_: Request) -> JSONResponse:
        return JSONResponse({"alive": True}, headers=_FRESH)

    async def readyz(_: Request) -> JSONResponse:
        state = {"ready": readiness.is_ready, "warm": readiness.warm, "problems": len(readiness.problems)}
        return JSONResponse(state, 200 if readiness.is_ready else 503, headers=_FRESH)

    return [Route("/healthz", healthz), Route("/readyz", readyz)]
