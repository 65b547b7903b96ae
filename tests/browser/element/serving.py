"""Serves the element's files, a page that mounts it, and the product's own words for it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[3]
PAGE = "/tests/browser/element/index.html"


class _Files(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.endswith("/words.json"):
            return self._send(json.dumps(_words()).encode())
        return super().do_GET()

    def do_POST(self) -> None:
        """A look ahead, to which nobody here knows an answer."""
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(204)
        self.end_headers()

    def _send(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("cache-control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


def _words() -> object:
    return yaml.safe_load((ROOT / "content/words.yaml").read_text("utf-8"))["talk"]


@contextmanager
def element_server(port: int = 0) -> Iterator[str]:
    """The address of the page, as long as it is served."""
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Files, directory=str(ROOT))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{PAGE}"
        finally:
            server.shutdown()
            thread.join()
