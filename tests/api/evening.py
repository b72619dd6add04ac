"""An evening of the past, decided by the room at its own times, and written into the ledger."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone
from msgspec.structs import replace

from accounts.ids import code
from sessions_app.ledger import append, heads
from sessions_app.ledger.append import Addition, Line
from sessions_app.models import GroupSession
from sessions_app.models.plan import plan_of
from sessions_app.room import room as rooms
from sessions_app.room.checkin import CheckIn
from sessions_app.room.clock import Break, Start
from sessions_app.room.decision import Actor, Ask, Command, Fact
from sessions_app.room.door import Admit, Attestation, Knock, Remove
from sessions_app.room.floor import RaiseHand
from sessions_app.room.people import Connect, Leave
from sessions_app.room.record import SignRecord
from sessions_app.room.safety import AskForHelp
from sessions_app.room.talk import Post

MINUTE_MS = 60_000
# What must be in nobody else's answer: private words, a place, a number to call.
SECRET = "the-words-of-bob"
PLACE, NUMBER = "17 Hidden Lane", "+1 555 0199"
FIT = Attestation(
    state="AZ",
    location=PLACE,
    callback=NUMBER,
    alone=True,
    headphones=True,
    sober=True,
    not_driving=True,
    agreements=True,
)

Step = tuple[float, str, Command]


def script(seats: Mapping[str, str]) -> list[Step]:
    """Sixty minutes: bob is there throughout, eve leaves early, finn is late and then removed."""
    bob, eve, finn = seats["Bob"], seats["Eve"], seats["Finn"]
    return [
        (-10, "Alice", Connect("past.alice")),
        (-10, "Alice", Knock()),
        (-8, "Bob", Connect("past.bob")),
        (-8, "Bob", Knock(FIT)),
        (-7, "Alice", Admit(bob, "known")),
        (-6, "Eve", Connect("past.eve")),
        (-6, "Eve", Knock(replace(FIT, location="elsewhere", callback="+1 555 0100"))),
        (-5, "Alice", Admit(eve, "known")),
        (0, "Alice", Start()),
        (1, "Bob", CheckIn("before", {"craving": 8, "goal": SECRET}, done=True)),
        (12, "Finn", Connect("past.finn")),
        (12, "Finn", Knock(FIT)),
        (13, "Alice", Admit(finn, "known")),
        (15, "Bob", RaiseHand()),
        (16, "Bob", Post(SECRET, to="staff")),
        (17, "Bob", AskForHelp(SECRET)),
        (20, "Alice", Break(10)),
        (40, "Eve", Leave()),
        (50, "Alice", Remove(finn, "conduct", SECRET)),
        (61, "Alice", SignRecord()),
    ]


def play(
    session: GroupSession, seats: Mapping[str, str], steps: Sequence[Step] | None = None
) -> None:
    """Let it happen, and write it down; minutes count from the planned start."""
    room = rooms.new(plan_of(session))
    lines: list[Line] = []

    def keep(facts: Sequence[Fact], ref: str | None) -> None:
        lines.extend(Line(fact, ref, part) for part, fact in enumerate(facts))

    for n, (minute, name, command) in enumerate(steps or script(seats)):
        at = room.plan.starts_at + round(minute * MINUTE_MS)
        room, due = rooms.advance(room, at)
        keep(due, None)
        staff = name in ("Alice", "Amir")
        actor = Actor(seats[name], "facilitator" if staff else "participant")
        room, facts = rooms.act(room, Ask(command, actor, at, code))
        keep(facts, f"past-{n}")
    with transaction.atomic():
        head = heads.lock([session.pk])[session.pk]
        append.append([Addition(head, lines, None)], round(timezone.now().timestamp() * 1000))
