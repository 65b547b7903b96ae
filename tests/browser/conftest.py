"""What browser tests ask for: servers, pages, and a page of another site with the app in a frame."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import chromium
from tests.browser.servers import BARE, AppServer, HostPage, copy_of_the_app, serving

VIEWPORTS = {
    "desktop": {"width": 1280, "height": 900},
    "phone": {"width": 360, "height": 740},
    "small": {"width": 360, "height": 640},
}

# What a server leaves behind in the console while a test restarts it.
_HARMLESS = (
    "ERR_CONNECTION_REFUSED",
    "ERR_CONNECTION_RESET",
    "WebSocket connection",
    "reaching server endpoint",
    "server is not responding",
)

# Other tests run beside these on the same two processors.
expect.set_options(timeout=20_000)

OpenPage = Callable[..., Page]
StartServer = Callable[..., AppServer]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def host_page() -> Iterator[HostPage]:
    """A page on another site; its `html` is set by `framed`, or by a test that wants its own."""
    with HostPage().open() as host:
        yield host


@pytest.fixture(scope="session")
def app(host_page: HostPage, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """The app as it is served, shared by all tests; never restart this one."""
    log = tmp_path_factory.mktemp("app") / "log"
    with serving(AppServer(environment={"ADVISOR_EMBED_ORIGINS": host_page.origin}, log=log)) as server:
        yield server


@pytest.fixture(scope="session")
def bare(host_page: HostPage, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """A page without any logic, served the same way: what is wrong here is wrong with the serving."""
    folder = copy_of_the_app(tmp_path_factory.mktemp("bare") / "app", BARE)
    environment = {"ADVISOR_EMBED_ORIGINS": host_page.origin}
    with serving(AppServer(folder, environment, log=folder / "log")) as server:
        yield server


@pytest.fixture(scope="session")
def streamlit_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    """The same app, started by `streamlit run app.py`."""
    log = tmp_path_factory.mktemp("streamlit") / "log"
    with serving(AppServer(through="streamlit run", log=log)) as server:
        yield server


@pytest.fixture
def start_server(tmp_path: Path) -> Iterator[StartServer]:
    """Start a server of one's own, to kill and restart: `start_server()`, `start_server(folder=broken_copy)`."""
    with ExitStack() as stack:

        def start(**options: object) -> AppServer:
            return stack.enter_context(serving(AppServer(**{"log": tmp_path / "log", **options})))  # type: ignore[arg-type]

        yield start


@pytest.fixture
def app_copy(tmp_path: Path) -> Path:
    """A copy of the whole app whose files a test may break."""
    return copy_of_the_app(tmp_path / "copy")


@pytest.fixture
def open_page(browser: Browser) -> Iterator[OpenPage]:
    """Open an address as a new visitor: `open_page(url, screen="phone", color_scheme="dark")`.

    At the end of the test no page may have logged an error or broken the security policy, other than `expected`.
    """
    errors: list[str] = []

    with ExitStack() as stack:

        def open_(url: str, screen: str = "desktop", expected: str | tuple[str, ...] = (), **options: object) -> Page:
            harmless = (*_HARMLESS, *((expected,) if isinstance(expected, str) else expected))

            def note(text: str) -> None:
                if not any(known in text for known in harmless):
                    errors.append(text)

            context = browser.new_context(viewport=VIEWPORTS[screen], has_touch=screen != "desktop", **options)  # type: ignore[arg-type]
            stack.callback(context.close)
            page = context.new_page()
            page.on("console", lambda message: note(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: note(str(error)))
            page.goto(url)
            return page

        yield open_
    assert not errors, "the browser's console shows errors:\n" + "\n".join(errors)


@pytest.fixture(params=["desktop", "phone"])
def screen(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def framed(app: AppServer, host_page: HostPage) -> HostPage:
    """The host page with the app in a frame, as the README shows it."""
    host_page.show(app.url)
    return host_page
