"""Adds the security headers that Streamlit 1.67 does not send, and closes two of its doors."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_YEAR = 31_536_000
_SWITCHED_OFF = ("accelerometer", "camera", "geolocation", "gyroscope", "microphone", "payment", "usb")

_ALWAYS = (
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
    "media-src 'self'; manifest-src 'self'; worker-src 'self' blob:; frame-src 'self'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'"
)
CLOSED = ("/_stcore/metrics/", "/_stcore/agent/")
"""Streamlit serves session counts and, if somebody turns it on, an API to drive sessions. Nobody needs them here."""


def inline_script_hashes(page: str) -> tuple[str, ...]:
    """CSP sources for the inline scripts of Streamlit's index.html; they change with its releases."""
    digests = (sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(page))
    return tuple(f"'sha256-{b64encode(digest).decode()}'" for digest in digests)


def content_security_policy(
    script_hashes: Iterable[str], embed_origins: Iterable[str], *, drawings: bool = False
) -> str:
    """The policy under which Streamlit 1.67 and its components v2 were seen to work.

    Components v2 load their script from a `blob:` address; emotion writes inline styles. Graphviz, which lays out
    `drawings`, is compiled to WebAssembly; JavaScript's own `eval` stays closed.
    """
    wasm = ("'wasm-unsafe-eval'",) if drawings else ()
    scripts = " ".join(("script-src 'self' blob:", *wasm, *script_hashes))
    frames = " ".join(("frame-ancestors 'self'", *embed_origins))
    return f"default-src 'none'; {scripts}; {_ALWAYS}; {frames}"


def security_headers(policy: str, *, https: bool) -> dict[str, str]:
    """What goes on every response; HSTS only if the operator says that the app is behind HTTPS."""
    headers = {
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "permissions-policy": ", ".join(f"{feature}=()" for feature in _SWITCHED_OFF),
    }
    if https:
        headers["strict-transport-security"] = f"max-age={_YEAR}"
    return headers


def file_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """What is left of the headers of a page on a script, a style or a font. None of them opens anything, so the policy
    is the strictest and short: with 80 files, that of a page would be a tenth of a first visit."""
    short = {name: value for name, value in headers.items() if name != "permissions-policy"}
    return short | {"content-security-policy": "default-src 'none'; frame-ancestors 'none'"}


class SecurityHeaders:
    """Puts the same headers on every HTTP response, errors and downloads included.

    `special`: path → what differs there. `files`: where the addresses of files begin that are no pages.
    """

    def __init__(
        self,
        app: ASGIApp,
        headers: Mapping[str, str],
        special: Mapping[str, Mapping[str, str]] | None = None,
        files: tuple[str, ...] = (),
    ) -> None:
        self.app = app
        self.headers = dict(headers)
        self.special = {path: self.headers | dict(differing) for path, differing in (special or {}).items()}
        self.files, self.of_files = files, file_headers(headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._of(scope["path"]))
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)

    def _of(self, path: str) -> Mapping[str, str]:
        return self.of_files if path.startswith(self.files) else self.special.get(path.rstrip("/"), self.headers)


class ClosedDoors:
    """Answers 404 where Streamlit would say more than a visitor needs."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and f"{scope['path']}/".startswith(CLOSED):
            await PlainTextResponse("Not found\n", 404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)
