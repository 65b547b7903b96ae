"""The real server, asked without a browser: headers, closed doors, readiness, and what it writes in its log."""

from __future__ import annotations

import json
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.browser.conftest import StartServer
from tests.browser.servers import AppServer


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def ask(server: AppServer, path: str, **headers: str) -> Answer:
    """Ask the server for a path; header names are written with underscores."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, found, response.read())
    finally:
        connection.close()


PAGES = ["/", "/recommendation", "/_stcore/health", "/app/static/inter-latin.woff2", "/healthz", "/_stcore/metrics"]


@pytest.mark.parametrize("path", PAGES)
def test_every_response_carries_the_security_headers(app: AppServer, path: str) -> None:
    headers = ask(app, path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


def test_the_policy_names_the_site_that_may_embed_and_no_other(app: AppServer) -> None:
    policy = ask(app, "/").headers["content-security-policy"]
    assert policy.endswith(f"frame-ancestors 'self' {app.environment['ADVISOR_EMBED_ORIGINS']}")


def test_a_page_opened_by_its_address_arrives_compressed(app: AppServer) -> None:
    assert ask(app, "/recommendation", accept_encoding="gzip").headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/mcp", "/_stcore/agent/openapi.json"])
def test_doors_that_nobody_needs_are_closed(app: AppServer, path: str) -> None:
    assert ask(app, path).status == 404


def test_a_sound_server_says_that_it_is_ready(app: AppServer) -> None:
    answer = ask(app, "/readyz")
    assert (answer.status, json.loads(answer.body)["ready"]) == (200, True)


def test_broken_content_is_told_to_the_operator_and_not_to_the_network(
    app_copy: Path, start_server: StartServer, tmp_path: Path
) -> None:
    with (app_copy / "questions" / "10-company.yaml").open("a", encoding="utf-8") as file:
        file.write("- id: half-a-question\n")
    server = start_server(folder=app_copy)
    answer = ask(server, "/readyz")
    assert answer.status == 503
    assert b"questions" not in answer.body
    assert ask(server, "/healthz").status == 200
    assert "questions/10-company.yaml:" in server.log.read_text()


def test_the_log_keeps_no_visitors_answers(start_server: StartServer) -> None:
    server = start_server()
    ask(server, "/?a=1.the-visitors-answers")
    ask(server, "/recommendation/?a=1.the-visitors-answers")
    ask(server, "/_stcore/stream?a=1.the-visitors-answers")
    server.stop()
    assert "the-visitors-answers" not in server.log.read_text()


@pytest.mark.parametrize("origins", ["https://www.example.org/", "*"])
def test_a_careless_list_of_sites_stops_the_start(start_server: StartServer, origins: str) -> None:
    with pytest.raises(RuntimeError, match="ADVISOR_EMBED_ORIGINS"):
        start_server(environment={"ADVISOR_EMBED_ORIGINS": origins})
