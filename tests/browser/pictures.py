"""Sound and picture that are none: drawn pictures, and a record of what the page asks of them."""

import json
from typing import Any

import msgspec
from playwright.async_api import Page

from tests.browser.full_room import snapshot, stand_in

# Drawn faces in place of cameras, and the same calls as the page's own media have.
SCRIPT = """
(() => {
  const shades = ["#846640", "#a35734", "#477a49", "#3c6a99", "#92623f", "#a4453c", "#6a5a4a"];
  function drawn(key, number) {
    const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 360 });
    const pen = canvas.getContext("2d");
    const draw = () => {
      pen.fillStyle = key.endsWith("share") ? "#ffffff" : shades[number % shades.length];
      pen.fillRect(0, 0, 640, 360);
      pen.fillStyle = key.endsWith("share") ? "#444444" : "#e0b894";
      if (key.endsWith("share")) pen.fillRect(80, 60, 300, 24);
      else { pen.beginPath(); pen.arc(320, 170, 90, 0, 7); pen.fill(); }
    };
    draw();
    setInterval(draw, 250);
    return canvas.captureStream(5);
  }
  const readers = new Set();
  const empty = { microphone: [], camera: [], speaker: [] };
  let sound = {
    state: "open", why: null, engine: "sfu", relay: false, mode: "auto", lowered: null, level: 3,
    trouble: { microphone: null, camera: null }, known: empty, blur: null, blocked: false,
    chosen: { microphone: "", camera: "", speaker: "" }, safety: null, talking: new Set(),
    levels: {}, pictures: {}, captions: [], unkeyed: [], apart: [], cut: false,
  };
  const told = (name) => (...values) => { media.calls.push([name, ...values]); };
  const media = {
    calls: [], shown: new Map(), works: true,
    subscribe: (reader) => { readers.add(reader); return () => readers.delete(reader); },
    read: () => sound,
    become(change) { sound = { ...sound, ...change }; readers.forEach((reader) => reader()); },
    see(keys) {
      media.become({ pictures: Object.fromEntries(keys.map((key, i) => [key, drawn(key, i)])) });
    },
    open: async (kind) => { media.calls.push(["open", kind]); return media.works; },
    shareTrack: async (track) => {
      media.become({ pictures: { ...sound.pictures, [YOU + " share"]: new MediaStream([track]) } });
      return true;
    },
    shareScreen: async () => { media.calls.push(["shareScreen"]); },
    stopSharing: async () => { media.calls.push(["stopSharing"]); },
    choose: async (...values) => { media.calls.push(["choose", ...values]); },
    setBlur: async (blur) => { media.calls.push(["setBlur", blur]); media.become({ blur }); },
    setMode: (mode) => { media.calls.push(["setMode", mode]); media.become({ mode }); },
    want(key, size) { media.shown.set(key, size); return () => media.shown.delete(key); },
    ...Object.fromEntries(
      ["join", "forget", "unblock", "pin", "rest"].map((name) => [name, told(name)]),
    ),
  };
  media.become(SOUND);
  window.media = media;
})();
"""
OPENED = "export const openMedia = () => ({ media: window.media, end() {} });"


async def seen(
    page: Page,
    session: object,
    seats: int,
    cameras: tuple[int, ...] = (),
    sound: dict[str, Any] | None = None,
    seat: int = 1,
    people: dict[int, dict[str, Any]] | None = None,
    **changes: Any,
) -> None:
    """Be in a running room of so many people, some of whom are seen.

    `people` are changes of persons by number, `sound` of what the media say at first, `seat` is
    the number of one's own; the other changes are of the snapshot.
    """
    listed = [
        {**one, "camera": number in cameras, **(people or {}).get(number, {})}
        for number, one in enumerate(msgspec.to_builtins(snapshot(seats, 0))["people"])
    ]
    await stand_in(page, seats, 2, people=listed, **changes)
    script = SCRIPT.replace("SOUND", json.dumps(sound or {})).replace("YOU", f'"s_{seat:02}"')
    await page.add_init_script(script)
    await page.route(
        "**/assets/opened-*.js",
        lambda route: route.fulfill(content_type="text/javascript", body=OPENED),
    )
    await page.goto(f"/rooms/{session}")
    await page.get_by_role("heading", level=1, name="Evening group").wait_for()
    # The first call says that nothing is pinned; the page's policy forbids to wait for it inside.
    while not await calls(page):
        await page.wait_for_timeout(20)
    keys = [f"s_{number:02} camera" for number in cameras]
    shares = [f"{one['seat']} share" for one in listed if one.get("shares")]
    await page.evaluate("keys => window.media.see(keys)", [*keys, *shares])


async def become(page: Page, **change: Any) -> None:
    """Let the media say something else."""
    await page.evaluate("change => window.media.become(change)", change)


async def talks(page: Page, *seats: str) -> None:
    """Who talks from now."""
    await page.evaluate("seats => window.media.become({ talking: new Set(seats) })", list(seats))


async def calls(page: Page) -> list[list[Any]]:
    """What the page asked of the media so far."""
    asked: list[list[Any]] = await page.evaluate("window.media.calls")
    return asked
