"""The web app itself at real servers: people see each other move, wherever they are sent."""

import asyncio
import re

import pytest
from asgiref.sync import sync_to_async
from playwright.async_api import Page

from tests.browser.conftest import PASSWORD
from tests.media.ground import Ground
from tests.media.real.conftest import MakeGround
from tests.media.seeing import FRAMES, code, sees

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(150),
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]
# So that a test can ask the page's connections, which the app keeps to itself.
KEPT = """window.connections = [];
window.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(...given) { super(...given); window.connections.push(this); }
};"""
# The ways in use from end to end, and the energy of all the sound that came over them.
FLOW = """async () => {
  let [ways, energy] = [[], 0];
  for (const connection of window.connections) {
    const stats = await connection.getStats();
    for (const one of stats.values()) {
      if (one.type === "inbound-rtp") energy += one.totalAudioEnergy ?? 0;
      const pair = one.type === "transport" && stats.get(one.selectedCandidatePairId);
      if (!pair) continue;
      const ends = [pair.localCandidateId, pair.remoteCandidateId];
      ways.push(ends.map((id) => stats.get(id).candidateType).join(" to "));
    }
  }
  return { ways, energy };
}"""


async def app(here: Ground, name: str) -> Page:
    """Somebody who is inside opens the room, and turns everything on."""
    person = here.house.people[name]
    person.set_password(PASSWORD)
    await sync_to_async(person.save)(update_fields=["password"])
    browser = await here.browser(None)
    context = await browser.new_context(base_url=here.server.url)
    await context.add_init_script(KEPT)
    page = await context.new_page()
    await page.goto("/")
    await page.get_by_label("E-mail or sign-in name").fill(f"{name}@example.org")
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await page.get_by_label("Password", exact=True).wait_for(state="detached")
    await page.goto(f"/rooms/{here.house.id}")
    await page.get_by_role("button", name="Raise hand").wait_for()
    await page.get_by_role("button", name="Mic off").click()
    await page.get_by_role("button", name="Camera off").click()
    await page.get_by_role("button", name="Camera on").wait_for()
    return page


@pytest.mark.parametrize("encrypted", [False, True], ids=["plain", "encrypted"])
async def test_people_see_each_other_through_moves_and_a_restart(
    ground: MakeGround, encrypted: bool
) -> None:
    here = await ground("bob", "eve", encrypted=encrypted)
    bob, eve = await asyncio.gather(app(here, "bob"), app(here, "eve"))
    await asyncio.gather(sees(bob, 2), sees(eve, 2))
    if encrypted:
        codes = [await code(page) for page in (bob, eve)]
        assert codes[0] == codes[1] != []

    await here.open_side_room("bob")
    await asyncio.gather(sees(bob, 1), sees(eve, 1))
    await bob.get_by_text("Side room: Oak").wait_for()
    await here.lead.does("Recall", seconds=0)
    await asyncio.gather(sees(bob, 2), sees(eve, 2))

    here.servers.kill("janus")
    await asyncio.sleep(1)  # pictures that stand still look as if they moved a moment ago
    took = await asyncio.gather(sees(bob, 2), sees(eve, 2))
    assert max(took) < 9

    await here.lead.does("Remove", seat=here.seat("eve"), reason="conduct")
    await sees(bob, 1)
    await eve.get_by_role("heading", level=1).filter(has_text=re.compile(r"\w")).wait_for()
    assert await eve.evaluate(FRAMES) == []


@pytest.mark.parametrize("engine", ["mesh"])
async def test_a_mesh_goes_through_the_relay_alone(ground: MakeGround) -> None:
    here = await ground("bob", "eve")
    pages = await asyncio.gather(app(here, "bob"), app(here, "eve"))
    await asyncio.gather(*(sees(page, 2) for page in pages))
    for page in pages:
        flow = await page.evaluate(FLOW)
        assert set(flow["ways"]) == {"relay to relay"}
        assert flow["energy"] > 0
