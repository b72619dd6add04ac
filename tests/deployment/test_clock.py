"""`vgroup clock`: rooms whose web processes have no clock are woken by another process."""

import time

import httpx
import pytest
from asgiref.sync import sync_to_async

from sessions_app.ledger import entries

clinic_only = pytest.mark.parametrize("stack", ["clinic"], indirect=True)
embedded_only = pytest.mark.parametrize("stack", ["embedded"], indirect=True)


@pytest.fixture
def server(serve):
    return serve("--no-clock")


@clinic_only
async def test_a_clock_of_its_own_opens_doors_and_ends_groups_at_once(build, gather, serve):
    clock = serve(command="clock")
    house = await build(hold_after_s=1, end_after_s=2, reconnect_s=2)
    people = await gather(house, "bob", start=True)
    people["alice"].cut()
    await people["bob"].snapshot(lambda s: s["times"]["phase"] == "ended")
    arrived = time.time()
    assert clock.stop() == 0
    facts = await sync_to_async(entries.tail)(house.id, 0)
    (ended,) = [fact for fact in facts if type(fact.event).__name__ == "Ended"]
    # A poke brought it: the sweep alone takes up to three seconds.
    assert arrived - ended.at / 1000 < 1.5


@clinic_only
def test_a_clock_tells_how_it_is_and_serves_nothing_else(serve):
    clock = serve(command="clock")
    assert httpx.get(f"{clock.url}/healthz").status_code == 200
    assert httpx.get(f"{clock.url}/readyz").status_code == 200
    assert "vgroup_clock_lag_seconds" in httpx.get(f"{clock.url}/metrics").text
    assert httpx.get(f"{clock.url}/").status_code == 404
    assert httpx.get(f"{clock.url}/admin/login/").status_code == 404


@embedded_only
def test_where_one_process_serves_a_clock_of_its_own_is_refused(vgroup):
    refused = vgroup("clock", "--port", "0")
    assert refused.returncode == 2
    assert "`vgroup serve` runs the clock" in refused.stderr


@clinic_only
def test_a_clock_is_refused_what_a_server_is_refused(vgroup):
    refused = vgroup("clock", "--port", "0", VGROUP_SECRET_KEY="guess")
    assert refused.returncode == 2
    assert "VGROUP_SECRET_KEY is too short" in refused.stderr
