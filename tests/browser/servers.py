"""Starts the real server as a visitor meets it, on a free port, and stops exactly what it started."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BARE = Path(__file__).parent / "bare" / "app.py"
_TREE = ("app.py", "asgi.py", "advisor", "pages", "questions", "content", "static", ".streamlit")
_START_SECONDS = 180
_HOST_HTML = """<!doctype html>
<html lang="en"><title>Host</title><h1>Host</h1>
<iframe src="{url}/?embed=true" title="Certification advisor" style="width:100%;height:700px;border:0"></iframe>
</html>"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def copy_of_the_app(folder: Path, script: Path | None = None) -> Path:
    """A copy of the app to break or to change; `script` takes the place of app.py."""
    folder.mkdir(parents=True)
    for name in _TREE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, folder / name)
    if script:
        shutil.copy(script, folder / "app.py")
    return folder


@dataclass
class AppServer:
    """One process that serves the app; start, kill and start again on the same port as often as a test needs."""

    folder: Path = ROOT
    environment: Mapping[str, str] = field(default_factory=dict)
    through: str = "asgi"
    """`asgi` or `streamlit run`."""
    port: int = field(default_factory=free_port)
    log: Path = Path(os.devnull)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        assert self.process
        return self.process.pid

    def start(self) -> None:
        """Return when the server answers."""
        environment = {**os.environ, "HOST": "127.0.0.1", "PORT": str(self.port), **self.environment}
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self._command(), cwd=self.folder, env=environment, stdout=log, stderr=subprocess.STDOUT
            )
        self._wait()

    def stop(self) -> None:
        """End it as an operator would."""
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
            self.process = None

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def restart(self) -> None:
        self.kill()
        self.start()

    def _command(self) -> list[str]:
        if self.through == "asgi":
            return [sys.executable, "asgi.py"]
        options = ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        return [sys.executable, "-m", "streamlit", "run", "app.py", *options]

    def _wait(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        while not self._answers():
            if self.process is None or self.process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(f"the server did not start; its log:\n{self._log_text()}")
            time.sleep(0.05)

    def _log_text(self) -> str:
        return self.log.read_text(errors="replace") if self.log.is_file() else ""

    def _answers(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            connection.request("GET", "/_stcore/health")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


@contextmanager
def serving(server: AppServer) -> Iterator[AppServer]:
    server.start()
    try:
        yield server
    finally:
        server.stop()


@dataclass
class HostPage:
    """A page on another site (localhost, while the app is on 127.0.0.1) that shows the app in a frame."""

    port: int = field(default_factory=free_port)
    html: str = ""

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    def show(self, url: str) -> None:
        """Put the app into the frame, as the README says."""
        self.html = _HOST_HTML.format(url=url)

    @contextmanager
    def open(self) -> Iterator[HostPage]:
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = host.html.encode()
                self.send_response(200)
                self.send_header("content-type", "text/html; charset=utf-8")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        with ThreadingHTTPServer(("127.0.0.1", self.port), Handler) as server:
            thread = threading.Thread(target=server.serve_forever, daemon=True)
            thread.start()
            try:
                yield self
            finally:
                server.shutdown()
                thread.join()
