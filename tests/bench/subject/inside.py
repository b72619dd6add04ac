"""Two loops without any server: a command through the room's rules, a frame there and back.

Called with the one to run; told how many seconds to work, it answers with how many were done.
"""

import itertools
import os
import sys
import time
from collections.abc import Callable
from typing import Any

import django
import msgspec

os.environ["DJANGO_SETTINGS_MODULE"] = "vgroup.settings"  # not those of the tests
django.setup()

from sessions_app.live import frames  # noqa: E402
from sessions_app.room import room as rooms  # noqa: E402
from sessions_app.room import view  # noqa: E402
from sessions_app.room.decision import Actor, Ask  # noqa: E402
from sessions_app.room.floor import RaiseHand  # noqa: E402
from sessions_app.room.talk import Post  # noqa: E402
from tests.bench import circle  # noqa: E402
from tests.bench.subject.answering import answer  # noqa: E402

TEXT = "I called my sister on Sunday, and it went better than I feared."
AT_ONCE = 200


def decide() -> Callable[[], object]:
    """Decide a command and evolve the room, in turn with a text and without one."""
    ring = circle.running(12)
    actor = Actor(ring.seats[1], "participant")
    asks = itertools.cycle(
        [Ask(command, actor, ring.room.at, "{}_0".format) for command in (Post(TEXT), RaiseHand())]
    )
    return lambda: rooms.act(ring.room, next(asks))


def encode() -> Callable[[], object]:
    """Encode the frame of such a command's event, and decode it."""
    ring = circle.running(12)
    ask = Ask(Post(TEXT), Actor(ring.seats[1], "participant"), ring.room.at, "{}_0".format)
    _, (fact,) = rooms.act(ring.room, ask)
    assert fact.private
    event = view.event(fact.stamped.event, staff=False)
    frame = frames.EventFrame("c" * 22, fact.stamped.at, event, fact.private.body, name="Person 1")
    encoder, decoder = msgspec.json.Encoder(), msgspec.json.Decoder(frames.EventFrame)
    return lambda: decoder.decode(encoder.encode(frame))


def drive(once: Callable[[], object], seconds: float) -> dict[str, Any]:
    """Do it for so long."""
    start, units = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        for _ in range(AT_ONCE):
            once()
        units += AT_ONCE
    return {"units": units, "seconds": time.perf_counter() - start}


def main(name: str) -> None:
    """Answer each line until there are none."""
    once = {"decide": decide, "encode": encode}[name]()
    answer(lambda seconds: drive(once, seconds))


if __name__ == "__main__":
    main(sys.argv[1])
