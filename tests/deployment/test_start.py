"""A start says what is wrong and what it will do about it."""

import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psycopg
import pytest

from tests.deployment.roles import role
from vgroup.env import PROJECT

pytestmark = pytest.mark.parametrize("stack", ["clinic"], indirect=True)


def until_said(log: Path, sentence: str) -> None:
    deadline = time.monotonic() + 30
    while not (log.exists() and sentence in log.read_text()):
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.05)


@pytest.fixture
def newer(stack):
    """The stack's database after a later version has migrated it."""
    with psycopg.connect(stack.database_url, autocommit=True) as owner:
        owner.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('sessions_app', '9999_media', now())"
        )


@pytest.mark.parametrize("command", ["serve", "clock", "prepare"])
def test_a_database_that_stays_away_ends_the_start_in_a_sentence(vgroup, stack, tmp_path, command):
    url = f"postgresql://somebody:secret@/vgroup?host={tmp_path}"
    refused = vgroup(command, "--wait", "1", VGROUP_DATABASE_URL=url)
    assert refused.returncode == 2
    place = f"The database at {tmp_path}:5432"
    assert f"{place} does not answer (No such file or directory): trying again" in refused.stdout
    assert f"{place} did not answer for 1 s (No such file or directory): start it" in refused.stderr
    assert "secret" not in refused.stdout + refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_start_that_waits_can_be_given_up(stack, tmp_path):
    log = tmp_path / "log"
    url = f"postgresql://somebody@/vgroup?host={tmp_path}"
    with log.open("wb") as output:
        waiting = subprocess.Popen(
            [sys.executable, "-m", "vgroup", "serve", "--wait", "60"],
            cwd=PROJECT,
            env=stack.environ | {"VGROUP_DATABASE_URL": url},
            stdout=output,
            stderr=output,
        )
    until_said(log, "trying again for 60 s")
    waiting.send_signal(signal.SIGINT)
    assert waiting.wait(10) == 130
    assert "vgroup: stopped." in log.read_text()
    assert "Traceback" not in log.read_text()


def test_a_database_that_comes_back_is_served(stack, serve, postgres, tmp_path):
    postgres.stop()
    with ThreadPoolExecutor(1) as apart:
        try:
            starting = apart.submit(serve, "--wait", "60")
            until_said(tmp_path / "server-0.log", "trying again for 60 s")
        finally:
            postgres.start()
        server = starting.result()
    assert "The database answers" in server.text()
    assert httpx.get(f"{server.url}/readyz").status_code == 200


@pytest.mark.parametrize(
    ("wrong", "right", "sentence"),
    [
        ("", "", "the password is wrong: set VGROUP_DATABASE_PASSWORD"),
        ("name", "nothing", 'database "nothing" does not exist): create it'),
        ("user", "nobody_here", 'role "nobody_here" does not exist): run `vgroup prepare`'),
    ],
    ids=["password", "database", "role"],
)
def test_what_waiting_does_not_cure_is_told_at_once(
    stack, vgroup, postgres, wrong, right, sentence
):
    name = urlsplit(stack.database_url).path
    with role(postgres) as app:
        urls = {
            "": app.url(stack).replace(app.password, "guess"),
            "name": stack.database_url.replace(name, f"/{right}"),
            "user": stack.database_url.replace("postgres@", f"{right}@"),
        }
        if not wrong:
            vgroup("prepare", VGROUP_APP_ROLE=app.name, VGROUP_APP_PASSWORD=app.password)
        refused = vgroup("serve", "--port", "0", VGROUP_DATABASE_URL=urls[wrong])
    assert refused.returncode == 2
    assert sentence in refused.stderr
    assert "guess" not in refused.stdout + refused.stderr
    assert "trying again" not in refused.stdout


def test_an_empty_database_is_refused_and_can_be_prepared(stack, vgroup, postgres):
    postgres.create("an_empty_one")
    try:
        empty = {"VGROUP_DATABASE_URL": postgres.url("an_empty_one")}
        refused = vgroup("serve", "--port", "0", **empty)
        assert refused.returncode == 2
        assert "migrations: run `vgroup prepare`" in refused.stderr
        # The step that migrates needs no secret of the servers.
        done = vgroup("prepare", VGROUP_SECRET_KEY="", VGROUP_ALLOWED_HOSTS="", **empty)
        assert done.returncode == 0, done.stderr
        assert "The database is ready" in done.stdout
    finally:
        postgres.drop("an_empty_one")


def test_a_role_that_was_not_prepared_is_told_how_it_is(stack, vgroup, postgres):
    with role(postgres) as app:
        with psycopg.connect(stack.database_url, autocommit=True) as owner:
            owner.execute(f"CREATE ROLE {app.name} LOGIN PASSWORD '{app.password}'")
        refused = vgroup("serve", "--port", "0", VGROUP_DATABASE_URL=app.url(stack))
    assert refused.returncode == 2
    assert f"run `vgroup prepare` with VGROUP_APP_ROLE={app.name}" in refused.stderr


def test_an_old_process_serves_what_a_newer_version_has_migrated(stack, newer, serve):
    server = serve()
    assert "was migrated by a newer version (sessions_app.9999_media)" in server.text()
    assert httpx.get(f"{server.url}/readyz").status_code == 200


def test_an_old_version_does_not_prepare_what_a_newer_one_has(stack, newer, vgroup):
    refused = vgroup("prepare")
    assert refused.returncode == 2
    assert "run that version's `vgroup prepare`" in refused.stderr


@pytest.fixture
def server(serve, redis):
    """A server that was started without Redis, which comes back after the test."""
    redis.stop()
    try:
        yield serve()
    finally:
        redis.start()


async def test_without_redis_a_start_goes_on_and_rooms_work_from_process_to_process(
    server, serve, build, enter
):
    other = serve("--no-clock")
    house = await build()
    alice, twin = await enter(house, "alice"), await enter(house, "alice", url=other.socket_url)
    await alice.snapshot(lambda s: s["times"]["phase"] == "door_open")
    await alice.does("Knock")
    await twin.snapshot(lambda s: s["you"]["standing"] == "inside")
    for process in (server, other):
        assert "does not answer (ConnectionError). Rooms work" in process.text()


def test_without_redis_sign_in_works_and_is_still_limited(server):
    guess = {"sign_in": "nobody", "code": "000000", "client": "app"}
    url = f"{server.url}/api/v1/sign-in/code"
    answers = [httpx.post(url, json=guess).status_code for _ in range(11)]
    assert all(400 <= status < 429 for status in answers[:10]), answers
    assert answers[10] == 429
    assert server.text().count("Rate limits are kept by this process alone") < 5
