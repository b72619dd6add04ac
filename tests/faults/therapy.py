"""Groups of virtual people at therapy pace over raw sockets, thousands of them in one loop.

They follow no script: now and then somebody writes, raises a hand, is called on, checks in.
"""

import asyncio
import contextlib
import itertools
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from sessions_app.live.frames import PROTOCOL, TICKET_PREFIX
from sessions_app.simulate.sayings import GROUP
from tests.bench import crowd, rooms, serving
from tests.bench.crowd import Client, clock
from tests.bench.rooms import Filled
from tests.stack import Stack

PAUSE_S = 4.0  # between two commands of a room, on average
BEAT_S = 10
ROOMS_AT_ONCE = 2
WELCOME_S, ANSWER_S = 30.0, 30.0
DEEDS = ("post", "react", "hand", "microphone", "call", "check_in", "step_away")
WEIGHTS = (6, 5, 5, 4, 2, 2, 1)
ACK, ERROR, POSTED = b'{"type":"ack","ref":"', b'{"type":"error"', b'"type":"Posted"'
_numbers = itertools.count(1)


@dataclass
class Notes:
    """What everyone notes together; times are milliseconds, since the last `turn`."""

    ack_ms: list[float] = field(default_factory=list)
    delivery_ms: list[float] = field(default_factory=list)
    frames: int = 0
    given: int = 0
    acked: dict[str, str] = field(default_factory=dict)  # all of them: the kind by ref
    waiting: dict[str, tuple[float, str]] = field(default_factory=dict)
    posts: dict[str, list[float]] = field(default_factory=dict)  # sent at, yet to be heard by
    refused: Counter[str] = field(default_factory=Counter)

    def turn(self) -> "Notes":
        """Turn the page: what was noted since the last time."""
        page = Notes(self.ack_ms, self.delivery_ms, self.frames, self.given)
        self.ack_ms, self.delivery_ms, self.frames, self.given = [], [], 0, 0
        return page


class Seated:
    """One person's socket."""

    def __init__(self, seat: str, notes: Notes) -> None:
        self.seat, self.notes = seat, notes
        self.client: Client
        self.welcomed = asyncio.get_running_loop().create_future()
        self.hand = self.microphone = self.away = False

    async def join(self, port: int, session: object, ticket: str) -> None:
        """Open the socket, and wait for the snapshot."""
        protocols = (PROTOCOL, TICKET_PREFIX + ticket)
        self.client = await crowd.connect(port, f"/ws/rooms/{session}", protocols, self.hear)
        self.client.send(serving.HELLO)
        async with asyncio.timeout(WELCOME_S):
            await self.welcomed

    def hear(self, _: Client, text: bytes) -> None:
        """Look at a frame no longer than need be."""
        notes = self.notes
        notes.frames += 1
        if text.startswith(ACK):
            self._answered(text[len(ACK) : text.index(b'"', len(ACK))].decode())
        elif POSTED in text:
            self._heard(json.loads(text))
        elif text.startswith(ERROR):
            error = json.loads(text)
            notes.waiting.pop(error["ref"], None)
            notes.refused[error["code"]] += 1
        elif not self.welcomed.done() and text.startswith(b'{"type":"welcome"'):
            self.welcomed.set_result(None)

    def gives(self, kind: str, ref: str | None = None, **fields: Any) -> None:
        """Give a command, and do not wait."""
        ref = ref or f"r{next(_numbers)}"
        command = {"type": "command", "ref": ref, "command": {"type": kind, **fields}}
        self.notes.given += 1
        self.notes.waiting[ref] = clock(), kind
        self.client.send(json.dumps(command).encode())

    def _answered(self, ref: str) -> None:
        sent_at, kind = self.notes.waiting.pop(ref)
        self.notes.acked[ref] = kind
        self.notes.ack_ms.append((clock() - sent_at) * 1000)

    def _heard(self, frame: dict[str, Any]) -> None:
        post = self.notes.posts.get(frame["private"]["text"].partition(" ")[0])
        if post is not None:
            post[1] -= 1
            self.notes.delivery_ms.append((clock() - post[0]) * 1000)


class Circle:
    """One room with everyone in it; the first one leads."""

    def __init__(self, filled: Filled, notes: Notes, chance: Random) -> None:
        self.filled, self.notes, self.chance = filled, notes, chance
        self.people = [Seated(seat, notes) for seat in filled.seats]

    async def join(self, stack: Stack, port: int) -> None:
        """Everyone comes in with a ticket; the connection that kept their seats goes."""
        numbers = range(len(self.people))
        tickets = await asyncio.to_thread(serving.issued, stack, [self.filled], numbers)
        await asyncio.gather(
            *(
                person.join(port, session, ticket)
                for person, (session, ticket) in zip(self.people, tickets, strict=True)
            )
        )
        await rooms.lose([self.filled], numbers)

    async def play(self) -> None:
        """Somebody does something, again and again."""
        while True:
            await asyncio.sleep(self.chance.expovariate(1 / PAUSE_S))
            deed = self.chance.choices(DEEDS, WEIGHTS)[0]
            getattr(self, f"_{deed}")(self.chance.choice(self.people))

    def _post(self, person: Seated) -> None:
        ref = f"r{next(_numbers)}"
        self.notes.posts[ref] = [clock(), len(self.people)]
        person.gives("Post", ref, text=f"{ref} {self.chance.choice(GROUP)}")

    def _react(self, person: Seated) -> None:
        if not person.away:
            person.gives("React", reaction="heart")

    def _hand(self, person: Seated) -> None:
        if person is not self.people[0] and not person.away:
            person.hand = not person.hand
            person.gives("RaiseHand" if person.hand else "LowerHand")

    def _microphone(self, person: Seated) -> None:
        if not person.away:
            person.microphone = not person.microphone
            person.gives("SetMicrophone", on=person.microphone)

    def _call(self, _: Seated) -> None:
        hands = (person for person in self.people[1:] if person.hand and not person.away)
        up = next(hands, None)
        if up is not None:
            up.hand = False
            self.people[0].gives("CallOn", seat=up.seat)

    def _check_in(self, person: Seated) -> None:
        if person is not self.people[0]:
            person.gives("CheckIn", moment="before", answers={"mood": self.chance.randint(2, 9)})

    def _step_away(self, person: Seated) -> None:
        if person is not self.people[0]:
            person.away, person.microphone = not person.away, False
            person.gives("StepAway" if person.away else "ComeBack")


class Crowd:
    """Every room of a soak, from the first socket to the last."""

    def __init__(self, filled: Sequence[Filled], chance: Random) -> None:
        self.notes = Notes()
        self.circles = [Circle(room, self.notes, chance) for room in filled]
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def people(self) -> list[Seated]:
        """Everyone."""
        return [person for circle in self.circles for person in circle.people]

    async def join(self, stack: Stack, ports: Sequence[int]) -> None:
        """Fill every room, a few at once; `ports` are the process for each room."""
        gate = asyncio.Semaphore(ROOMS_AT_ONCE)
        joined: list[Seated] = []

        async def fill(circle: Circle, port: int) -> None:
            async with gate:
                await circle.join(stack, port)
                joined.extend(circle.people)

        self._tasks.append(asyncio.create_task(_beat(joined)))
        await asyncio.gather(*map(fill, self.circles, ports))

    def play(self) -> None:
        """Begin."""
        self._tasks += [asyncio.create_task(circle.play()) for circle in self.circles]

    async def fall_silent(self) -> None:
        """Do nothing more, and wait for what is still to come; what does not come is lost."""
        for task in self._tasks[1:]:
            task.cancel()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(ANSWER_S):
                while self.notes.waiting or self.unheard():  # noqa: ASYNC110 (many sockets)
                    await asyncio.sleep(0.1)

    def unheard(self) -> list[str]:
        """Acknowledged posts that somebody was never told of."""
        notes = self.notes
        return [ref for ref, (_, left) in notes.posts.items() if left and ref in notes.acked]

    def closed(self) -> int:
        """How many sockets are open no more."""
        return sum(person.client.closed for person in self.people)

    async def leave(self) -> None:
        """Everyone goes, room after room, as after a group."""
        for circle in self.circles:
            clients = [person.client for person in circle.people if person.welcomed.done()]
            for client in clients:
                client.close()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(ANSWER_S):
                    while not all(client.closed for client in clients):  # noqa: ASYNC110 (many)
                        await asyncio.sleep(0.01)
        for task in self._tasks:
            task.cancel()
        results = await asyncio.gather(*self._tasks, return_exceptions=True)
        failed = [r for r in results if isinstance(r, Exception)]
        assert not failed, failed


async def _beat(people: Sequence[Seated]) -> None:
    """Everyone's sign of life in turn, a tenth of them each second."""
    for second in itertools.count():
        await asyncio.sleep(1)
        for person in people[second % BEAT_S :: BEAT_S]:
            if not person.client.closed:
                person.client.send(serving.BEAT)
