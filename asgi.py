"""How the app is served: headers, compression, health and warm-up around app.py."""

from __future__ import annotations

import gc
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.middleware import Middleware
from streamlit import file_util, runtime

from advisor.content import library
from advisor.reading.reader import ContentError
from advisor.serving.bundle import CompressedBundle
from advisor.serving.embedding import embed_origins
from advisor.serving.headers import (
    ClosedDoors,
    SecurityHeaders,
    content_security_policy,
    inline_script_hashes,
    security_headers,
)
from advisor.serving.health import Readiness, health_routes
from advisor.serving.log import keep_addresses_out
from advisor.serving.operator_settings import setting_problems

LOG = logging.getLogger("uvicorn.error")
BUNDLE = Path(file_util.get_static_dir())
OURS = Path(__file__).with_name("static")

keep_addresses_out()
readiness = Readiness()


@asynccontextmanager
async def warm_up(_: st.App) -> AsyncIterator[None]:
    """Read the content, run the script once, and take what is loaded by now out of garbage collection."""
    readiness.problems = (*setting_problems(os.environ), *content_problems(), *await script_problems())
    for problem in readiness.problems:
        LOG.error(problem)
    gc.collect()
    gc.freeze()
    readiness.warm = True
    yield


def content_problems() -> tuple[str, ...]:
    """Every mistake in the content as file:line, none if it is sound. The app then shows a calm page."""
    try:
        library.load()
    except ContentError as error:
        return tuple(str(mistake) for mistake in error.mistakes)
    return ()


async def script_problems() -> tuple[str, ...]:
    """Run app.py once in a session of its own, so that no visitor waits for imports."""
    sound, message = await runtime.get_instance().does_script_run_without_error()
    return () if sound else (f"app.py: the first run ended with '{message}'",)


def middleware() -> list[Middleware]:
    hashes = inline_script_hashes((BUNDLE / "index.html").read_text(encoding="utf-8"))
    policy, drawn = (content_security_policy(hashes, embed_origins(os.environ), drawings=d) for d in (False, True))
    studio = {"/studio": security_headers(drawn, os.environ)}
    return [
        Middleware(SecurityHeaders, headers=security_headers(policy, os.environ), special=studio),
        Middleware(ClosedDoors),
        Middleware(CompressedBundle, folder=BUNDLE),
        Middleware(CompressedBundle, folder=OURS, at="/app/static"),
    ]


app = st.App(
    Path(__file__).with_name("app.py"),
    lifespan=warm_up,
    routes=health_routes(readiness),
    middleware=middleware(),
)


def serve() -> None:
    """Serve until stopped. One process, because sessions live in its memory; uvicorn's own socket, because
    Streamlit's is opened without TCP_NODELAY and then waits 40 ms for acknowledgements."""
    uvicorn.run(
        app,
        host=os.environ.get("HOST", "0.0.0.0"),
        port=int(os.environ.get("PORT", "8501")),
        access_log=False,
        server_header=False,
        ws="websockets-sansio",
        ws_max_size=4_000_000,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=3,
    )


if __name__ == "__main__":
    serve()
