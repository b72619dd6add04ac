"""A full room that is no room: a page's socket is stood in for, and hears what the test says."""

import json
from typing import Any

import msgspec
from playwright.async_api import Page

from sessions_app.room.page import MessageView, PersonView, Snapshot, Times, You

Json = dict[str, Any]
NOON = 1_790_000_000_000
HOUR = 3_600_000
YOU = "s_01"

# Nothing but a socket that says welcome, answers beats, and can be made to hear frames.
STAND_IN = """
window.WebSocket = class {
  constructor() { window.room = this; setTimeout(() => this.onopen?.()); }
  send(text) {
    const { type } = JSON.parse(text);
    if (type === "hello") this.hear(WELCOME);
    if (type === "beat") this.hear({ type: "beat", now: NOW });
  }
  close() {}
  hear(frame) { this.onmessage?.({ data: JSON.stringify(frame) }); }
};
"""
BREAK = """() => {
  const { room } = window;
  window.WebSocket = class { send() {} close() {} };
  room.onclose({ code: 1006, reason: "" });
}"""
# One frame every so many milliseconds; resolves when all were heard.
PLAY = """([frames, every]) => new Promise(done => {
  let next = 0;
  const timer = setInterval(() => {
    window.room.hear(frames[next++]);
    if (next === frames.length) { clearInterval(timer); done(); }
  }, every);
})"""


async def stand_in(page: Page, seats: int, written: int, **changes: Any) -> None:
    """From the next load on, the page is inside a running room of so many people and messages.

    `changes` are parts of the snapshot that are otherwise; objects are changed field by field.
    """
    shown = msgspec.to_builtins(snapshot(seats, written))
    for name, change in changes.items():
        shown[name] = (shown[name] or {}) | change if isinstance(change, dict) else change
    welcome = {"type": "welcome", "cursor": "c", "now": NOON, "resumed": False, "snapshot": shown}
    script = STAND_IN.replace("WELCOME", json.dumps(welcome)).replace("NOW", str(NOON))
    await page.add_init_script(script)


async def happens(page: Page, kind: str, **fields: Any) -> None:
    """Let the page hear of an event."""
    event = {"type": kind, **fields}
    frame = {"type": "event", "cursor": "c", "at": NOON, "event": event, "private": None}
    await page.evaluate("frame => window.room.hear(frame)", frame)


async def breaks(page: Page) -> None:
    """Let the page lose its connection, for good."""
    await page.evaluate(BREAK)


def snapshot(people: int, messages: int) -> Snapshot:
    """A running group as one of its participants sees it."""
    seated = tuple(_person(number) for number in range(people))
    return Snapshot(
        name="Evening group",
        times=_times(),
        you=_you(),
        people=seated,
        hands=(),
        called=None,
        round=None,
        locked=False,
        chat="open",
        messages=tuple(_message(number, people) for number in range(messages)),
        announced=None,
        may_unmute=True,
        prompt_until=None,
        round_open=False,
        crisis=(),
        form=None,
        staff=None,
    )


def events(people: int, count: int) -> list[Json]:
    """What happens in a lively group: hands, sound, words, reactions, coming and going."""
    return [_frame(number, people) for number in range(count)]


def _times() -> Times:
    return Times(
        phase="running",
        starts_at=NOON - HOUR,
        ends_at=NOON + HOUR,
        zone="UTC",
        started_at=NOON - HOUR,
        break_from=None,
        break_until=None,
        held_from=None,
        ended_at=None,
        cause=None,
    )


def _you() -> You:
    return You(
        seat=YOU,
        name="Person 1",
        role="participant",
        standing="inside",
        away=False,
        complete=True,
        line=False,
        helped=None,
        asked_to_unmute=False,
        prompted=False,
        checked_in=(),
        answers={},
    )


def _person(number: int) -> PersonView:
    staff = number == 0
    return PersonView(
        seat=_seat(number),
        name=f"Person {number}",
        role="staff" if staff else "participant",
        state="here",
        connected=True,
        place="main",
        leads=staff,
        facilitates=staff,
        credential="",
        function=None,
        microphone=False,
        camera=False,
        why=None,
    )


def _seat(number: int) -> str:
    return f"s_{number:02}"


def _message(number: int, people: int) -> MessageView:
    seat = number % people
    words = f"This is what somebody wrote as number {number}, and it is a sentence long."
    return MessageView(f"m_{number}", _seat(seat), f"Person {seat}", None, NOON - HOUR, words)


def _frame(number: int, people: int) -> Json:
    seat = _seat(2 + number // 8 % (people - 2))
    kinds: list[Json] = [
        {"type": "HandRaised", "seat": seat},
        {"type": "MicrophoneSet", "seat": seat, "on": True},
        {"type": "Posted", "message": f"n_{number}", "seat": seat, "about": None},
        {"type": "Reacted", "seat": seat, "reaction": "with_you"},
        {"type": "MicrophoneSet", "seat": seat, "on": False},
        {"type": "HandLowered", "seat": seat},
        {"type": "SteppedAway", "seat": seat},
        {"type": "SteppedBack", "seat": seat},
    ]
    event = kinds[number % len(kinds)]
    frame = {"type": "event", "cursor": f"c{number}", "at": NOON, "event": event, "private": None}
    if event["type"] == "Posted":
        frame |= {"private": {"text": f"Said as number {number}"}, "name": "Somebody"}
    return frame
