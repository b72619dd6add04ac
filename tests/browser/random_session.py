"""A random session as every person's socket lives it: `python -m tests.browser.random_session 7`.

Prints, for each person, the frames that the hub would send and the snapshot they would get now;
the web app's parity test folds the frames and compares.
"""

import json
import os
import random
import sys
from typing import Any
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

import msgspec  # noqa: E402

from sessions_app.live import feed, frames  # noqa: E402
from sessions_app.room import room as rooms  # noqa: E402
from sessions_app.room import view  # noqa: E402
from sessions_app.room.decision import Actor, Ask, Fact  # noqa: E402
from sessions_app.room.errors import RoomError  # noqa: E402
from sessions_app.room.plan import Plan  # noqa: E402
from sessions_app.room.snapshot import snapshot  # noqa: E402
from tests.browser.random_commands import a_command  # noqa: E402
from tests.room import scene  # noqa: E402

SESSION = UUID(int=1)
STEPS = 250
PEOPLE = (scene.alice, scene.amir, scene.sue, scene.bob, scene.eve, scene.finn, scene.gus)
ACTORS = (*PEOPLE * 3, scene.olga)
Json = dict[str, Any]


def _plan(seed: int) -> Plan:
    quiet, text = seed % 3 == 0, seed % 4 != 0
    rules = {"hold_after_s": 60, "end_after_s": 900, "reconnect_s": 45}
    return scene.plan(**rules, break_quiet=quiet, text_allowed=text)


class Evening:
    """One random session, and what each seat was sent."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.room = rooms.new(_plan(seed))
        self.now = scene.ms("17:40")
        self.minted = 0
        self.bodies: dict[int, tuple[tuple[str, ...], Json]] = {}
        self.sent: dict[str, list[Json]] = {}
        self.stances: dict[str, str] = {}

    def play(self) -> Json:
        """Let it happen; returns the frames and the fresh snapshot of every seat."""
        self.greet()
        self.until(scene.ms("17:45"))
        for _ in range(STEPS):
            self.until(self.now + self.random.choice((0, 200, 900, 4000, 30_000)))
            actor = self.random.choice(ACTORS)
            self.give(actor, a_command(self.random, actor, self.room))
        return {
            seat: {"frames": sent, "fresh": self.fresh(seat)}
            for seat, sent in self.sent.items()
            if seat in self.room.people.roster
        }

    def until(self, now: int) -> None:
        self.now = now
        before = self.room
        self.room, due = rooms.advance(before, now)
        self.deliver(before, due)

    def give(self, actor: Actor, command: Any) -> None:
        before = self.room
        try:
            ask = Ask(command, actor, self.now, self.mint, quoted="quoted")
            self.room, facts = rooms.act(before, ask)
        except RoomError:
            return
        self.deliver(before, facts)
        self.until(self.now)

    def deliver(self, room: rooms.Room, facts: tuple[Fact, ...]) -> None:
        """As the hub does: an event to whoever may see it, a snapshot where a view has changed."""
        for fact in facts:
            room = rooms.evolve(room, fact.stamped)
            if fact.private is not None:
                self.bodies[fact.stamped.seq] = (fact.private.to, fact.private.body)
            encoded = feed.Encoded(SESSION, fact, room)
            for seat in room.people.roster:
                stance = view.stance(room, seat)
                if self.stances.get(seat) != stance:
                    self.stances[seat] = stance
                    self.sent.setdefault(seat, []).append(self.welcome(room, seat))
                elif (message := encoded.seen_by(view.tokens(room, seat))) is not None:
                    self.sent[seat].append(json.loads(message.text))

    def greet(self) -> None:
        for seat in self.room.people.roster:
            self.stances[seat] = view.stance(self.room, seat)
            self.sent[seat] = [self.welcome(self.room, seat)]

    def fresh(self, seat: str) -> Json:
        frame = self.welcome(self.room, seat)["snapshot"]
        assert isinstance(frame, dict)
        return frame

    def welcome(self, room: rooms.Room, seat: str) -> Json:
        tokens = view.tokens(room, seat)
        seen = {seq: body for seq, (to, body) in self.bodies.items() if view.may_see(to, tokens)}
        shown = snapshot(room, seat, seen)
        document: Json = msgspec.to_builtins(frames.Welcome("c", self.now, False, shown))
        return document

    def mint(self, prefix: str) -> str:
        self.minted += 1
        return f"{prefix}_{self.minted}"


if __name__ == "__main__":
    sys.stdout.write(json.dumps([Evening(int(seed)).play() for seed in sys.argv[1:]]))
