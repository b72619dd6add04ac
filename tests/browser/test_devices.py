"""The device check: off and blurred at first, let go afterwards, never needed, and true."""

from collections.abc import AsyncIterator

import msgspec
import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser import eyes
from tests.browser.conftest import PHONE
from tests.browser.full_room import NOON, snapshot, stand_in
from tests.conftest import chromium

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("stack", ["embedded"], indirect=True),
]

FAKES = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
# Every stream that was handed out, to see whether it was let go.
WATCH = """
const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
window.handedOut = [];
navigator.mediaDevices.getUserMedia = async (wanted) => {
  const stream = await ask(wanted);
  window.handedOut.push(...stream.getTracks());
  return stream;
};
"""
DENY = """
navigator.mediaDevices.getUserMedia = async () => {
  throw new DOMException("", "NotAllowedError");
};
"""
# Cameras that can blur what is behind somebody, as few browsers have them.
BLURS = """
const devices = navigator.mediaDevices;
const known = devices.getSupportedConstraints();
devices.getSupportedConstraints = () => ({ ...known, backgroundBlur: true });
const { getSettings } = MediaStreamTrack.prototype;
const set = new WeakMap();
Object.assign(MediaStreamTrack.prototype, {
  getCapabilities() { return { backgroundBlur: [false, true] }; },
  getSettings() { return { ...getSettings.call(this), backgroundBlur: set.get(this) ?? false }; },
  async applyConstraints(wanted) { set.set(this, wanted.backgroundBlur); },
});
"""
UNABLE = """
delete globalThis.RTCRtpScriptTransform;
delete RTCRtpSender.prototype.createEncodedStreams;
"""
COME_IN = """shown => window.room.hear(
  { type: "welcome", cursor: "d", now: shown.times.starts_at, resumed: false, snapshot: shown })"""
BLURRED = "window.handedOut.at(-1).getSettings().backgroundBlur"
LIVE = "window.handedOut.filter((track) => track.readyState === 'live').length"


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A Chromium with a camera and a microphone of its own."""
    async with chromium(*FAKES) as running:
        yield running


async def wait(page: Page, session: object, script: str, **changes: object) -> None:
    """Be in the waiting room."""
    waiting = {"standing": "waiting"}
    times = {"phase": "door_open", "started_at": None, "starts_at": NOON + 300_000}
    await stand_in(page, 9, 0, you=waiting, times=times, people=[], **changes)
    await page.add_init_script(script)
    await page.goto(f"/rooms/{session}")


async def the_check(page: Page, session: object, script: str) -> None:
    """From the waiting room to the page where devices are tried."""
    await wait(page, session, script)
    await page.get_by_role("button", name="Try camera and sound").click()


async def test_a_camera_is_off_then_blurred_and_let_go_when_one_leaves(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await the_check(bob, house.id, WATCH)
    await expect(bob.get_by_text("The camera is off.")).to_be_visible()
    assert await bob.evaluate(LIVE) == 0
    await bob.get_by_role("button", name="Turn camera on").click()
    picture = bob.get_by_label("Your camera picture")
    await expect(picture).to_have_css("filter", "blur(14px)")
    await expect(
        bob.get_by_text("In the group your picture is as your camera takes it.")
    ).to_be_visible()
    await eyes.look(bob, "devices-here")
    await bob.get_by_role("button", name="Show me clearly").click()
    await expect(picture).to_have_css("filter", "none")
    await expect(bob.get_by_text("This is how you would be seen.")).to_be_visible()
    await bob.get_by_role("button", name="Try microphone").click()
    await expect(bob.get_by_text("We hear you.")).to_be_visible(timeout=15_000)
    await eyes.look(bob, "devices-on")
    assert await bob.evaluate(LIVE) == 2
    await bob.get_by_role("button", name="Done").click()
    await bob.get_by_role("heading", name="You are in the waiting room").wait_for()
    assert await bob.evaluate(LIVE) == 0


@pytest.mark.parametrize("blurred", [True, False])
async def test_what_the_check_shows_of_the_camera_is_true_in_the_room(open_page, house, blurred):
    bob = await open_page("bob", size=PHONE)
    await the_check(bob, house.id, WATCH + BLURS)
    await bob.get_by_role("button", name="Turn camera on").click()
    await expect(bob.get_by_text("blurred, and will be in the group too.")).to_be_visible()
    await expect(bob.get_by_label("Your camera picture")).to_have_css("filter", "none")
    if blurred:
        await eyes.look(bob, "devices-behind")
    else:
        await bob.get_by_role("button", name="Show what is behind me").click()
        await expect(bob.get_by_text("This is how you would be seen.")).to_be_visible()
    await bob.get_by_role("button", name="Done").click()
    assert await bob.evaluate(LIVE) == 0
    await bob.evaluate(COME_IN, msgspec.to_builtins(snapshot(5, 0)))
    await bob.get_by_role("button", name="Camera off").click()
    await bob.wait_for_function(f"() => {LIVE} === 1")
    await bob.wait_for_function(f"wanted => {BLURRED} === wanted", arg=blurred)


async def test_who_does_not_allow_it_is_told_what_to_do_and_can_go_on(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await the_check(bob, house.id, DENY)
    await bob.get_by_role("button", name="Turn camera on").click()
    await bob.get_by_role("button", name="Try microphone").click()
    await expect(bob.get_by_text("allow the camera, then try again")).to_be_visible()
    await expect(bob.get_by_text("allow the microphone, then try again")).to_be_visible()
    await eyes.look(bob, "devices-denied")
    await bob.get_by_role("button", name="Skip: take part without").click()
    await bob.get_by_role("heading", name="You are in the waiting room").wait_for()


async def test_the_sound_can_be_tried(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await the_check(bob, house.id, WATCH)
    await bob.get_by_role("button", name="Play two notes").click()
    await expect(bob.get_by_text("Did you hear two notes?")).to_be_visible()
    await bob.get_by_role("button", name="No", exact=True).click()
    await expect(bob.get_by_text("Turn the volume up")).to_be_visible()


async def test_a_browser_that_can_not_encrypt_is_told_so_before_it_comes_in(open_page, house):
    bob = await open_page("bob", size=PHONE)
    await wait(bob, house.id, UNABLE, encrypted=True, text_allowed=False)
    told = bob.get_by_role("status").filter(has_text="this browser can not")
    await expect(told).to_contain_text("Open this page in a current Chrome")
    await expect(told).to_contain_text("only if a facilitator allows it")
    await eyes.look(bob, "waiting-unable")
    await bob.get_by_role("button", name="Try camera and sound").click()
    await expect(told).to_be_visible()
    await eyes.look(bob, "devices-unable")
