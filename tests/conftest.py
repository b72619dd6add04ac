"""Fixtures for every test: the two stacks, server processes, and a browser."""

import gc
import os
import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import hypothesis
import pytest
from playwright.async_api import Browser, async_playwright, expect
from pytest_django.plugin import DjangoDbBlocker

from tests.process import ServerProcess
from tests.servers import Postgres, Redis
from tests.stack import ClinicTemplate, EmbeddedTemplate, Stack

# How long one example takes depends on what else two cores are doing.
hypothesis.settings.register_profile("vgroup", deadline=None)
hypothesis.settings.load_profile("vgroup")
# Nor how long a page does: whoever waits for what comes loses nothing by waiting for longer.
expect.set_options(timeout=20_000)

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
Serve = Callable[..., ServerProcess]


def pytest_collection_finish() -> None:
    """What was collected stays: looking through it over and over holds up what is measured."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL server; whoever stops it starts it again."""
    server = Postgres()
    try:
        server.start()
        yield server
    finally:
        server.close()


@pytest.fixture(scope="session")
def redis() -> Iterator[Redis]:
    """A running Redis server; whoever stops it starts it again."""
    server = Redis()
    try:
        server.start()
        yield server
    finally:
        server.close()


@pytest.fixture(scope="session")
def embedded_template(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> EmbeddedTemplate:
    """The migrated SQLite file that embedded stacks are copies of."""
    with django_db_blocker.unblock():
        return EmbeddedTemplate(tmp_path_factory.mktemp("embedded"))


@pytest.fixture(scope="session")
def clinic_template(
    tmp_path_factory: pytest.TempPathFactory,
    django_db_blocker: DjangoDbBlocker,
    postgres: Postgres,
    redis: Redis,
) -> ClinicTemplate:
    """The migrated PostgreSQL database that clinic stacks are copies of."""
    with django_db_blocker.unblock():
        return ClinicTemplate(tmp_path_factory.mktemp("clinic"), postgres, redis)


@pytest.fixture(params=["embedded", "clinic"])
def stack(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stack]:
    """A fresh topology that Django is pointed at; committed rows are real and gone afterwards.

    The test runs once on each. One alone: `@pytest.mark.parametrize("stack", ["clinic"],
    indirect=True)`.
    """
    assert not request.node.get_closest_marker("django_db"), "a stack brings its own database"
    assert "db" not in request.fixturenames, "a stack brings its own database"
    template = request.getfixturevalue(f"{request.param}_template")
    with (
        request.getfixturevalue("django_db_blocker").unblock(),
        template.stack(tmp_path) as fresh,
    ):
        yield fresh


@pytest.fixture
def serve(stack: Stack, tmp_path: Path) -> Iterator[Serve]:
    """Start a `vgroup serve` on the stack: `serve("--no-clock", VGROUP_X="1")`; any number.

    With `command="clock"`, a `vgroup clock`.
    """
    started: list[ServerProcess] = []

    def start(*options: str, **environ: str) -> ServerProcess:
        log = tmp_path / f"server-{len(started)}.log"
        started.append(ServerProcess(stack, log, *options, **environ))
        return started[-1]

    yield start
    failures = []
    for server in started:
        try:
            server.close()
        except AssertionError as failure:
            failures.append(str(failure))
    assert not failures, "\n".join(failures)


@pytest.fixture
def server(serve: Serve) -> ServerProcess:
    """One running server on the stack."""
    return serve()


@asynccontextmanager
async def chromium(*more: str) -> AsyncIterator[Browser]:
    """A real Chromium, headless, with more options; where CI has none, that is a failure."""
    program = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if not program and os.environ.get("CI") != "true":
        pytest.skip("Chromium is not installed: run .make/browsers.sh")
    assert program, "Chromium is not installed"
    # Chromium's sandbox refuses to run as root.
    options = [*more, "--no-sandbox"] if os.geteuid() == 0 else [*more]
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=program, args=options)
        yield running
        await running.close()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A Chromium as most tests need it."""
    async with chromium() as running:
        yield running
