"""How the app is served: headers, compression, health and warm-up around app.py."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
import uvicorn
from starlette.middleware import Middleware

from advisor.content import library
from advisor.content.words import PRODUCT
from advisor.reading.reader import ContentError
from advisor.screen import shell, streamlit_internals
from advisor.screen.assessment import element
from advisor.screen.browser import bridge
from advisor.screen.content import content
from advisor.screen.drawing import markup
from advisor.screen.recommendation import warm_up as recommendation
from advisor.screen.session.keys import PARAMETER
from advisor.serving.bundle import INDEX, CompressedBundle
from advisor.serving.early_answer import EarlyAnswer
from advisor.serving.headers import (
    ClosedDoors,
    SecurityHeaders,
    content_security_policy,
    inline_script_hashes,
    security_headers,
)
from advisor.serving.health import Readiness, health_routes
from advisor.serving.log import keep_addresses_out
from advisor.serving.looking_ahead import looking_ahead
from advisor.serving.scripts import ALWAYS, RESULT, Scripts
from advisor.serving.served_page import naming, served_page
from advisor.settings import Settings, SettingsError, settings

LOG = logging.getLogger("uvicorn.error")
BUNDLE = streamlit_internals.bundle_folder()
OURS = Path(__file__).with_name("static")
ELEMENT, BRIDGE = element.FOLDER, bridge.FOLDER
RESULT_AT = "/recommendation"
COMPONENTS_AT = "/_stcore/bidi-components/"
ELEMENT_AT, BRIDGE_AT = f"{COMPONENTS_AT}advisor.conversation", f"{COMPONENTS_AT}advisor.bridge"

FILES = ("/static/", "/app/static/", f"{ELEMENT_AT}/", f"{BRIDGE_AT}/")

keep_addresses_out()
readiness = Readiness()


@asynccontextmanager
async def warm_up(_: st.App) -> AsyncIterator[None]:
    """Read the content, run the script once, draw one recommendation to nobody, and take what is loaded by now out of
    garbage collection."""
    readiness.problems = (*settings().problems, *content_problems(), *await streamlit_internals.script_problems())
    if not readiness.problems:
        recommendation.warm_up(content())
    for problem in readiness.problems:
        LOG.error(problem)
    for remark in settings().unknown:
        LOG.warning(remark)
    gc.collect()
    gc.freeze()
    readiness.warm = True
    letting_go = asyncio.create_task(streamlit_internals.let_visits_go())
    yield
    letting_go.cancel()


def content_problems() -> tuple[str, ...]:
    """Every mistake in the content as file:line, none if it is sound. The app then shows a calm page."""
    try:
        library.load()
    except ContentError as error:
        return tuple(str(mistake) for mistake in error.mistakes)
    return ()


def required() -> Settings:
    """The settings, or the end where the app would be reached in another way than the operator says."""
    try:
        return settings().require("HOST", "PORT", "ADVISOR_EMBED_ORIGINS")
    except SettingsError as error:
        sys.exit(str(error))


def pages() -> dict[str, str]:
    """Address → the page there, which names what its first elements need."""
    page = page_with(shell.STYLE)
    streamlits = Scripts(BUNDLE / "static" / "js", "./static/js")
    always = list(streamlits.elements(*ALWAYS))
    talk = [*always, *Scripts(ELEMENT, f".{ELEMENT_AT}").addresses([ELEMENT / "main.js"])]
    beside = [*always, *Scripts(BRIDGE, f".{BRIDGE_AT}").addresses([BRIDGE / "main.js"])]
    styles = [f".{ELEMENT_AT}/{path.name}" for path in ELEMENT.glob("*.css")]
    result = naming(page_with(shell.STYLE, markup.STYLE), [*beside, *streamlits.elements(*RESULT)])
    others = {f"/{name}": naming(page, beside) for name in shell.PAGES}
    return others | dict.fromkeys(("/", f"/{INDEX}"), naming(page, talk, styles)) | {RESULT_AT: result}


def page_with(*styles: Path) -> str:
    """Streamlit's page in our words, with these style sheets of ours."""
    style = "".join(path.read_text("utf-8") for path in styles)
    return served_page((BUNDLE / INDEX).read_text("utf-8"), library.ROOT, PRODUCT, style=style)


def middleware(origins: tuple[str, ...], *, https: bool) -> list[Middleware]:
    ours = pages()
    hashes = inline_script_hashes(ours["/"])
    policy, drawn = (content_security_policy(hashes, origins, drawings=d) for d in (False, True))
    studio = {"/studio": security_headers(drawn, https=https)}
    return [
        Middleware(SecurityHeaders, headers=security_headers(policy, https=https), special=studio, files=FILES),
        Middleware(ClosedDoors),
        Middleware(EarlyAnswer, at=RESULT_AT, page=ours[RESULT_AT], content=content, name=PARAMETER),
        Middleware(CompressedBundle, folder=BUNDLE, pages=ours),
        Middleware(CompressedBundle, folder=OURS, at="/app/static"),
        Middleware(CompressedBundle, folder=ELEMENT, at=ELEMENT_AT),
        Middleware(CompressedBundle, folder=BRIDGE, at=BRIDGE_AT),
    ]


app = st.App(
    Path(__file__).with_name("app.py"),
    lifespan=warm_up,
    routes=[*health_routes(readiness), looking_ahead(content)],
    middleware=middleware(required().embed_origins, https=settings().https),
)


def serve() -> None:
    """Serve until stopped. One process, because sessions live in its memory; uvicorn's own socket, because
    Streamlit's is opened without TCP_NODELAY and then waits 40 ms for acknowledgements."""
    uvicorn.run(
        app,
        host=settings().host,
        port=settings().port,
        access_log=False,
        server_header=False,
        ws="websockets-sansio",
        ws_max_size=4_000_000,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=3,
    )


if __name__ == "__main__":
    serve()
