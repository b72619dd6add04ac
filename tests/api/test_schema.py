"""The OpenAPI document of the whole door, and the page that shows it."""

import re
import warnings
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator

from sessions_app.api.structs import PREFIX
from sessions_app.api.urls import urlpatterns
from sessions_app.live.intake import BY_CLIENTS


@pytest.fixture(scope="module")
def document() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return SchemaGenerator().get_schema(request=None, public=True)


def test_it_is_valid_and_without_a_warning(tmp_path: Any) -> None:
    GENERATOR_STATS.reset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        call_command(
            "spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "schema.yml")
        )


def test_every_address_is_described_with_its_refusals(document: Any) -> None:
    paths = {
        "/api/v1/" + str(p.pattern).replace("<uuid:pk>", "{id}").replace("<str:seat>", "{seat}")
        for p in urlpatterns
    }
    assert paths <= set(document["paths"])
    for path in paths:
        for method, operation in document["paths"][path].items():
            answers = operation["responses"]
            assert {"401", "403", "404", "429"} <= set(answers), (method, path)
            good = [code for code in answers if code.startswith("2")]
            assert len(good) == 1
            assert good == ["204"] or answers[good[0]]["content"], (method, path)


def test_the_rooms_own_types_are_there_and_every_reference_leads_somewhere(document: Any) -> None:
    schemas = document["components"]["schemas"]
    assert {f"{PREFIX}{kind.__name__}" for kind in BY_CLIENTS} <= set(schemas)
    assert f"{PREFIX}Snapshot" in schemas
    assert f"{PREFIX}Connect" not in schemas
    pointed = set(re.findall(r"#/components/schemas/(\w+)", repr(document)))
    assert pointed <= set(schemas)


def test_the_page_needs_nothing_from_elsewhere_and_holds_no_script_of_its_own(db: None) -> None:
    page = Client().get("/api/v1/docs")
    text = page.content.decode()
    assert page.status_code == 200
    assert not re.search(r"(src|href)=\"(https?:)?//", text)
    assert not re.search(r"<script(?![^>]*src=)", text)
    assert "<style" not in text
    for address in re.findall(r'(?:src|href)="([^"]+)"', text):
        found = Client().get(address.replace("&amp;", "&"))
        assert found.status_code == 200, address


def test_the_document_is_served(db: None) -> None:
    answer = Client().get("/api/v1/schema", {"format": "json"})
    assert answer.status_code == 200
    assert answer.json()["openapi"].startswith("3.1")
