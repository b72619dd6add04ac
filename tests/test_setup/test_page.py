"""The web app's page, over a real server."""

import re
from uuid import uuid4

import httpx
import pytest
from django.test import RequestFactory

from tests.process import ServerProcess
from vgroup.page import page

EMBEDDED = pytest.mark.parametrize("stack", ["embedded"], indirect=True)


@EMBEDDED
def test_the_page_and_all_it_loads_come_from_here_under_a_strict_policy(
    server: ServerProcess,
) -> None:
    with httpx.Client(base_url=server.url) as client:
        for path in (
            "/",
            f"/rooms/{uuid4()}",
            "/sessions",
            f"/sessions/{uuid4()}/record",
            "/people",
        ):
            answer = client.get(path)
            assert answer.status_code == 200
            policy = answer.headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'self';")
            assert "unsafe" not in policy
            assert "csrftoken" in client.cookies
        assert not re.search(r"<script(?![^>]*\ssrc=)", answer.text)
        loaded = re.findall(r'(?:src|href)="([^"]+)"', answer.text)
        assert loaded
        for address in loaded:
            assert address.startswith("/static/")
            assert client.get(address).status_code == 200


@EMBEDDED
def test_an_address_the_app_does_not_know_is_not_found(server: ServerProcess) -> None:
    bare = httpx.get(f"{server.url}/rooms/nowhere")
    assert (bare.status_code, bare.text) == (404, "Not found.")
    browsed = httpx.get(f"{server.url}/rooms/nowhere", headers={"Accept": "text/html"})
    assert browsed.status_code == 404
    assert 'id="app"' in browsed.text
    missing = httpx.get(f"{server.url}/static/none.js", headers={"Accept": "text/html"})
    assert (missing.status_code, missing.text) == (404, "Not found.")


def test_an_app_that_is_not_built_says_how_to_build_it(settings, tmp_path) -> None:
    settings.BASE_DIR = tmp_path
    answer = page(RequestFactory().get("/"))
    assert answer.status_code == 503
    assert b"make run" in answer.content
