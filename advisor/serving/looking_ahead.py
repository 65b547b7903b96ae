"""The address at which the conversation asks what would follow the answers that are being chosen."""

from collections.abc import Callable
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from advisor.content.library import Content
from advisor.conversation.look import LONGEST, step_after
from advisor.reading.reader import ContentError

AT = "/ahead"
_HEADERS = {"cache-control": "no-store"}
_KIND = "application/json"
"""Other sites' pages may not send this without asking first, and they are never allowed to."""


def looking_ahead(content: Callable[[], Content]) -> Route:
    """`POST /ahead`: 200 with the step, 204 where there is none to tell, 413 and 415 for what is no look."""

    async def ahead(request: Request) -> Response:
        if request.headers.get("content-type") != _KIND:
            return Response(status_code=415, headers=_HEADERS)
        sent = await _read(request)
        if sent is None:
            return Response(status_code=413, headers=_HEADERS)
        step = await run_in_threadpool(_step, content, sent)
        return JSONResponse(step, headers=_HEADERS) if step else Response(status_code=204, headers=_HEADERS)

    return Route(AT, ahead, methods=["POST"])


def _step(content: Callable[[], Content], sent: bytes) -> dict[str, object] | None:
    try:
        return step_after(content(), sent, datetime.now(UTC).date())
    except ContentError:  # being mended; the pages say so
        return None


async def _read(request: Request) -> bytes | None:
    """The body, or None as soon as it is too long."""
    sent = b""
    async for part in request.stream():
        sent += part
        if len(sent) > LONGEST:
            return None
    return sent
