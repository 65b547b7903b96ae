"""The app meets the network with the right headers, compressed, and says whether it is well."""

from __future__ import annotations

import gzip
import json
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from advisor.serving.bundle import CompressedBundle, encoding
from advisor.serving.headers import (
    ClosedDoors,
    SecurityHeaders,
    content_security_policy,
    inline_script_hashes,
    security_headers,
)
from advisor.serving.health import Readiness, health_routes
from advisor.serving.log import tells_no_address
from tests.serving.asking import Answer, ask


async def inner(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("from Streamlit")(scope, receive, send)


class TestHeaders:
    def test_the_policy_allows_the_hashed_inline_script_and_no_other(self) -> None:
        hashes = inline_script_hashes("<html><script>\n window.x = 1\n</script><script src='a.js'></script></html>")
        policy = content_security_policy(hashes, ())
        assert len(hashes) == 1
        assert f"script-src 'self' blob: {hashes[0]};" in policy
        assert "unsafe-eval" not in policy

    def test_only_a_page_with_drawings_may_compile_webassembly(self) -> None:
        drawn = content_security_policy((), (), drawings=True)
        assert "'wasm-unsafe-eval'" in drawn
        assert "'unsafe-eval'" not in drawn
        served = SecurityHeaders(inner, {"policy": "strict", "other": "same"}, {"/studio": {"policy": "drawn"}})
        assert ask(served, "/studio").headers["policy"] == "drawn"
        assert ask(served, "/studio/").headers["policy"] == "drawn"
        assert ask(served, "/studio").headers["other"] == "same"
        assert ask(served, "/studios").headers["policy"] == "strict"

    def test_the_policy_names_the_sites_that_may_frame_the_app(self) -> None:
        policy = content_security_policy((), ("https://www.example.org",))
        assert policy.endswith("frame-ancestors 'self' https://www.example.org")

    def test_every_response_carries_the_headers(self) -> None:
        headers = security_headers(content_security_policy((), ()), https=False)
        answer = ask(SecurityHeaders(inner, headers), "/anything")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "camera=()" in answer.headers["permissions-policy"]
        assert "default-src 'none'" in answer.headers["content-security-policy"]

    def test_a_file_that_is_no_page_may_open_nothing(self) -> None:
        headers = security_headers(content_security_policy(("'sha256-x'",), ()), https=True)
        served = SecurityHeaders(inner, headers, files=("/static/",))
        page, script = ask(served, "/"), ask(served, "/static/js/index.js")
        assert script.headers["content-security-policy"].startswith("default-src 'none'; frame-ancestors 'none'")
        assert script.headers["x-content-type-options"] == "nosniff"
        assert "sha256" in page.headers["content-security-policy"]
        assert len(str(script.headers)) * 2 < len(str(page.headers))

    def test_no_header_value_starts_or_ends_with_a_space(self) -> None:
        # h11 would drop every response.
        headers = security_headers(content_security_policy((), ()), https=True)
        assert all(value == value.strip() for value in headers.values())

    def test_browsers_are_held_to_https_only_if_the_operator_serves_it(self) -> None:
        assert "strict-transport-security" not in security_headers("", https=False)
        assert security_headers("", https=True)["strict-transport-security"] == "max-age=31536000"

    @pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent", "/_stcore/agent/mcp"])
    def test_metrics_and_the_agent_api_are_closed(self, path: str) -> None:
        assert ask(ClosedDoors(inner), path).status == 404

    @pytest.mark.parametrize("path", ["/", "/_stcore/health", "/_stcore/agents"])
    def test_other_doors_stay_open(self, path: str) -> None:
        assert ask(ClosedDoors(inner), path).status == 200


class TestBundle:
    SCRIPT = b"console.log('hello');" * 500

    @pytest.fixture
    def app(self, tmp_path: Path) -> CompressedBundle:
        (tmp_path / "static" / "js").mkdir(parents=True)
        (tmp_path / "static" / "js" / "index.a1b2.js").write_bytes(self.SCRIPT)
        (tmp_path / "index.html").write_bytes(b"<!doctype html>" * 100)
        (tmp_path / "picture.png").write_bytes(b"png")
        (tmp_path.parent / "secret.js").write_bytes(b"secret")
        return CompressedBundle(inner, tmp_path)

    def test_brotli_is_sent_to_those_who_take_it(self, app: CompressedBundle) -> None:
        answer = ask(app, "/static/js/index.a1b2.js", accept_encoding="gzip, deflate, br")
        assert answer.headers["content-encoding"] == "br"
        assert answer.headers["content-type"].startswith("text/javascript")
        assert brotli.decompress(answer.body) == self.SCRIPT

    def test_gzip_is_sent_to_the_others(self, app: CompressedBundle) -> None:
        answer = ask(app, "/static/js/index.a1b2.js", accept_encoding="gzip")
        assert gzip.decompress(answer.body) == self.SCRIPT

    def test_who_takes_neither_gets_the_file_as_it_is(self, app: CompressedBundle) -> None:
        answer = ask(app, "/static/js/index.a1b2.js")
        assert answer.body == self.SCRIPT
        assert "content-encoding" not in answer.headers

    @pytest.mark.parametrize("accepted", ["br", "gzip", ""])
    def test_caches_are_told_that_the_answer_depends_on_the_encoding(
        self, app: CompressedBundle, accepted: str
    ) -> None:
        assert ask(app, "/", accept_encoding=accepted).headers["vary"] == "accept-encoding"

    @pytest.mark.parametrize(
        ("accepted", "chosen"),
        [
            ("br;q=0, gzip", "gzip"),
            ("gzip;q=0.8, br;q=0.2", "br"),
            ("*", "br"),
            ("br;q=0, *;q=0.5", "gzip"),
            ("BR", "br"),
            ("gzip;q=high", "identity"),
            ("identity", "identity"),
            ("", "identity"),
        ],
    )
    def test_the_accepted_encodings_are_honoured(self, accepted: str, chosen: str) -> None:
        assert encoding(accepted) == chosen

    def test_hashed_files_are_kept_for_ever_and_the_page_is_asked_for_again(self, app: CompressedBundle) -> None:
        assert "immutable" in ask(app, "/static/js/index.a1b2.js").headers["cache-control"]
        assert ask(app, "/").headers["cache-control"] == "no-cache"

    def test_a_file_that_the_browser_has_is_not_sent_again(self, app: CompressedBundle) -> None:
        tag = ask(app, "/", accept_encoding="br").headers["etag"]
        again = ask(app, "/", accept_encoding="br", if_none_match=f'"other", W/{tag}')
        assert (again.status, again.body) == (304, b"")
        assert ask(app, "/", accept_encoding="gzip", if_none_match=tag).status == 200

    @pytest.mark.parametrize("path", ["/picture.png", "/recommendation", "/../secret.js", "/static/js/missing.js"])
    def test_everything_else_is_left_to_streamlit(self, app: CompressedBundle, path: str) -> None:
        assert ask(app, path, accept_encoding="br").body == b"from Streamlit"

    def test_every_page_of_the_app_is_the_page_that_was_given(self, tmp_path: Path) -> None:
        (tmp_path / "index.html").write_bytes(b"streamlit's")
        app = CompressedBundle(inner, tmp_path, pages={"/": "ours", "/recommendation": "other"})
        answers = [ask(app, path, accept_encoding="br") for path in ("/", "/recommendation")]
        assert [brotli.decompress(answer.body) for answer in answers] == [b"ours", b"other"]
        assert {answer.headers["content-type"] for answer in answers} == {"text/html; charset=utf-8"}
        assert {answer.headers["cache-control"] for answer in answers} == {"no-cache"}

    def test_what_a_page_names_is_packed_better_after_the_start(self, tmp_path: Path) -> None:
        (tmp_path / "static" / "js").mkdir(parents=True)
        (tmp_path / "static" / "js" / "other.c3d4.js").write_bytes(words := Path(__file__).read_bytes())
        (tmp_path / "static" / "js" / "third.e5f6.js").write_bytes(words)
        app = CompressedBundle(inner, tmp_path, pages={"/": '<script src="./static/js/other.c3d4.js"></script>'})
        with ThreadPoolExecutor(1) as thread:  # whose priority is not wanted back
            thread.submit(app.pack_ahead).result()
        better, quick = (
            ask(app, f"/static/js/{name}.js", accept_encoding="br").body for name in ("other.c3d4", "third.e5f6")
        )
        assert brotli.decompress(better) == brotli.decompress(quick) == words
        assert len(better) < len(quick)

    def test_a_folder_may_have_an_address_of_its_own(self, tmp_path: Path) -> None:
        (tmp_path / "world.svg").write_bytes(b"<svg/>" * 100)
        app = CompressedBundle(inner, tmp_path, at="/app/static")
        answer = ask(app, "/app/static/world.svg", accept_encoding="br")
        assert answer.headers["content-type"].startswith("image/svg+xml")
        assert brotli.decompress(answer.body) == b"<svg/>" * 100
        assert ask(app, "/world.svg").body == b"from Streamlit"

    def test_posting_to_the_page_is_left_to_streamlit(self, app: CompressedBundle) -> None:
        assert ask(app, "/", method="POST").body == b"from Streamlit"


class TestHealth:
    @staticmethod
    def health(readiness: Readiness, path: str) -> Answer:
        route = next(route for route in health_routes(readiness) if route.path == path)
        return ask(route.app, path)

    def test_a_process_that_answers_is_alive_even_if_not_ready(self) -> None:
        assert self.health(Readiness(), "/healthz").status == 200

    def test_it_is_ready_once_warm_with_sound_content(self) -> None:
        answer = self.health(Readiness(warm=True), "/readyz")
        assert answer.status == 200
        assert json.loads(answer.body)["ready"] is True

    def test_it_is_not_ready_before_it_is_warm(self) -> None:
        assert self.health(Readiness(), "/readyz").status == 503

    def test_broken_content_makes_it_unready_and_the_network_learns_no_details(self) -> None:
        answer = self.health(Readiness(warm=True, problems=("questions/10-company.yaml:3: mistake",)), "/readyz")
        assert answer.status == 503
        assert b"questions" not in answer.body

    def test_health_is_never_cached(self) -> None:
        assert self.health(Readiness(), "/healthz").headers["cache-control"] == "no-store"


class TestLog:
    @pytest.mark.parametrize(
        ("logger", "message"),
        [("uvicorn.access", '%s - "%s %s HTTP/%s" %d'), ("uvicorn.error", '%s - "WebSocket %s" [accepted]')],
    )
    def test_lines_with_an_address_are_dropped(self, logger: str, message: str) -> None:
        assert not tells_no_address(logging.LogRecord(logger, logging.INFO, "", 0, message, (), None))

    def test_other_lines_are_kept(self) -> None:
        record = logging.LogRecord("uvicorn.error", logging.ERROR, "", 0, "Exception in ASGI application", (), None)
        assert tells_no_address(record)
