"""What the Caddyfile makes of a request, before any process of vgroup sees it."""

import json
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from tests.deployment.proxy import Proxy, program, understood


class Echo(BaseHTTPRequestHandler):
    """Answers with the headers it was sent."""

    def do_GET(self) -> None:
        body = json.dumps(dict(self.headers)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def caddy(*command: str) -> str:
    """What a command of Caddy's prints; it must succeed."""
    done = subprocess.run([program(), *command], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Proxy]:
    """A proxy in front of an echo."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Echo) as echo:
        threading.Thread(target=echo.serve_forever, daemon=True).start()
        proxy = Proxy(tmp_path, [f"http://127.0.0.1:{echo.server_address[1]}"])
        yield proxy
        proxy.close()
        echo.shutdown()


def test_the_file_is_valid_and_formatted(tmp_path: Path) -> None:
    copy = understood(tmp_path)
    caddy("validate", "--adapter", "caddyfile", "--config", str(copy))
    assert caddy("fmt", str(copy)) == copy.read_text()


def test_a_visitor_can_not_make_up_where_they_come_from(proxy: Proxy) -> None:
    made_up = {
        "X-Forwarded-For": "203.0.113.7",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "elsewhere.example",
    }
    seen = httpx.get(f"{proxy.url}/", headers=made_up).json()
    assert seen["X-Forwarded-For"] in ("127.0.0.1", "::1")
    assert seen["X-Forwarded-Proto"] == "http"
    assert seen["X-Forwarded-Host"] == proxy.url.removeprefix("http://")


def test_what_is_for_machines_is_not_passed_on(proxy: Proxy) -> None:
    assert httpx.get(f"{proxy.url}/health").status_code == 200
    for path in ("/healthz", "/readyz", "/metrics", "/%6detrics", "//metrics", "/METRICS"):
        assert httpx.get(f"{proxy.url}{path}").status_code == 404, path
