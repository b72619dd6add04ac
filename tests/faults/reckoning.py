"""What must hold after a fault, read from the database itself; each says what does not hold.

All of it is for threads with a database (`await sync_to_async(commands)(...)`), but for
`reckon`, which waits until everyone has caught up and then holds everything against everyone.
"""

import asyncio
import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from asgiref.sync import sync_to_async
from django.utils import timezone

from sessions_app.accountability import presence
from sessions_app.ledger import entries, sql, verify
from sessions_app.live import cursor, feed
from sessions_app.live import rooms as shelf
from sessions_app.live.leases import LEASE_MS, RENEW_S
from sessions_app.models.lease import Lease
from sessions_app.room import room as rooms
from sessions_app.room import view
from sessions_app.room.decision import CLOCK, Stamped
from sessions_app.room.people import ConnectionLost
from sessions_app.room.room import Room
from sessions_app.simulate import person as simulated
from sessions_app.simulate.spans import Span, apart, without
from sessions_app.simulate.verdict import WRITTEN
from tests.faults.people import Person, lived, upto

LATE_MS = 5_000  # how long a deadline may be due while a clock runs
SLACK_MS = 1_500  # how far off a beginning or an end is without any fault, on a busy machine
BREAK_MS = round(RENEW_S * 1000) + SLACK_MS  # what a break costs: the time since a sign of life
CAUGHT_UP_S = 20.0
# A clock that has just started waits for a whole lease before it lets go of anyone.
LET_GO_S = 2 * LEASE_MS / 1000 + 10


async def reckon(
    session: UUID,
    people: Collection[Person],
    *,
    slack_ms: int | None = None,
    once: Iterable[str] = ("DoorOpened", "Started"),
) -> None:
    """Everything below, for one room and everyone in it.

    `slack_ms` is how far attendance may be off for each person, if not as is usual; `once` names
    the kinds of events that must be in the ledger exactly once.
    """
    await caught_up(session, people)
    await sync_to_async(commands)(session, people)
    await sync_to_async(deadlines)(session)
    await sync_to_async(happened_once)(session, once)
    await sync_to_async(attendance)(session, people, slack_ms)
    await sync_to_async(sound)(session)


async def caught_up(
    session: UUID, people: Iterable[Person], patience_s: float = CAUGHT_UP_S
) -> None:
    """Wait until every connected person's frames are those of a fresh start; fails if never."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + patience_s
    for person in people:
        while person.live() or person.returns:
            try:
                await sync_to_async(frames)(session, person)
            except AssertionError:
                if loop.time() > deadline:
                    raise
                await asyncio.sleep(0.2)
            else:
                break


async def let_go(patience_s: float = LET_GO_S) -> None:
    """Wait until the record knows of every process that died; from then on it is exact."""
    asked_at = round(timezone.now().timestamp() * 1000)
    deadline = asyncio.get_running_loop().time() + patience_s
    while silent := await sync_to_async(_silent_since)(asked_at):
        assert asyncio.get_running_loop().time() < deadline, f"{silent} are not let go"
        await asyncio.sleep(0.2)


def commands(session: UUID, people: Iterable[simulated.Person]) -> None:
    """No acknowledged command is missing from the ledger, and none is in it twice."""
    written: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for seq, actor, ref, part in _rows(session):
        if ref is not None:
            written.setdefault((actor, ref), []).append((seq, part))
    for (actor, ref), rows in written.items():
        seqs, parts = zip(*rows, strict=True)
        assert list(parts) == list(range(len(parts))), f"{ref} of {actor} is there twice: {rows}"
        assert seqs[-1] - seqs[0] == len(seqs) - 1, f"{ref} of {actor} is torn apart: {rows}"
    for person in people:
        for ref, (kind, place) in person.acks.items():
            rows = written.get((person.seat, ref), [])
            if kind in WRITTEN:
                assert rows, f"{person.name}: {kind} {ref} was acknowledged and is not there"
            if rows:
                seq = cursor.decode(session, place)
                assert seq == rows[-1][0], f"{person.name}: {ref} was acked as {seq}: {rows}"
        for ref in person.refusals.keys() - person.acks.keys():
            rows = written.get((person.seat, ref), [])
            assert not rows, f"{person.name}: {ref} was refused and is there: {rows}"


def deadlines(session: UUID, late_ms: int = LATE_MS) -> None:
    """Each deadline was met once, at its moment and in its turn, and none is overdue now."""
    facts = entries.tail(session, 0)
    if not facts:
        return
    room = rooms.new(facts[0].event.plan)  # type: ignore[attr-defined]
    for group in _groups(session, facts):
        by_itself = group[0].actor == CLOCK and not isinstance(group[0].event, ConnectionLost)
        room = _met(room, group) if by_itself else _given(room, group)
    due, now = rooms.deadline(room), timezone.now().timestamp() * 1000
    assert due is None or due > now - late_ms, f"{_due(room, due)} is overdue by {now - due:.0f} ms"


def happened_once(session: UUID, kinds: Iterable[str]) -> None:
    """Each of these events is in the ledger exactly once."""
    counted = Counter(type(fact.event).__name__ for fact in entries.tail(session, 0))
    for kind in kinds:
        assert counted[kind] == 1, f"{kind} happened {counted[kind]} times: {dict(counted)}"


def attendance(
    session: UUID, people: Iterable[simulated.Person], slack_ms: int | None = None
) -> None:
    """What the ledger proves of each presence is what was lived through, within the slack.

    Time that is proved and was not lived through counts as much as time that is missing. Without
    a `slack_ms`, each socket that broke may cost the time between two signs of life.
    """
    facts = entries.tail(session, 0)
    for person in people:
        last = upto(person)
        read = presence.read(facts, last).get(person.seat)
        proved = [(i.since, i.until) for i in read.present] if read is not None else []
        own = lived(person)
        off = apart(own, proved)
        slack = SLACK_MS + len(person.closes) * BREAK_MS if slack_ms is None else slack_ms
        assert off <= slack, (
            f"{person.name}: attendance is off by {off} ms (allowed: {slack}): "
            f"missing {_told(without(own, proved), last)}, "
            f"too much {_told(without(proved, own), last)}"
        )


def gaps(session: UUID, person: simulated.Person) -> list[Span]:
    """When the ledger says that this person was inside without a connection."""
    read = presence.read(entries.tail(session, 0), upto(person)).get(person.seat)
    return [(i.since, i.until) for i in read.gaps] if read is not None else []


def frames(session: UUID, person: Person) -> None:
    """A client's state is what a fresh snapshot would be.

    That is so if the frames since its last snapshot are those the server would send for what
    happened since then, no more and no less, and in this order.
    """
    after = cursor.decode(session, person.welcomed)
    assert after is not None, f"{person.name} was never welcomed"
    expected = _frames(session, person, after)
    for n, (wanted, had) in enumerate(zip(expected, person.frames, strict=False)):
        assert _same(wanted, had), f"{person.name}: frame {n} is {had}, and would be {wanted}"
    missing, extra = expected[len(person.frames) :], person.frames[len(expected) :]
    assert not missing, f"{person.name} has missed {len(missing)} frames: {missing[:3]}"
    assert not extra, f"{person.name} has {len(extra)} frames too many: {extra[:3]}"


def sound(session: UUID | None = None) -> None:
    """`vgroup verify` finds nothing: in one session, or in all."""
    report = verify.verify_all() if session is None else verify.verify_session(session)
    assert report.ok, "\n".join(map(str, report.problems))


def _silent_since(at: int) -> list[str]:
    return list(Lease.objects.filter(renewed_at__lte=at).values_list("process", flat=True))


def _rows(session: UUID) -> list[sql.Row]:
    return sql.query(
        "SELECT seq, actor, ref, part FROM ledger_entry WHERE session_id = %s ORDER BY seq", session
    )


def _groups(session: UUID, facts: Sequence[Stamped]) -> Iterable[list[Stamped]]:
    """The events of one command, or of one look at what is due, together."""
    number, numbers = 0, {}
    for seq, _, _, part in _rows(session):
        number += part == 0
        numbers[seq] = number
    for _, group in groupby(facts, key=lambda fact: numbers[fact.seq]):
        yield list(group)


def _met(room: Room, group: list[Stamped]) -> Room:
    ahead, due = rooms.advance(room, group[-1].at)
    wanted = [fact.stamped for fact in due]
    assert wanted == group, f"due was {_kinds(wanted)}, and there is {_kinds(group)}"
    return ahead


def _given(room: Room, group: list[Stamped]) -> Room:
    _, due = rooms.advance(room, group[0].at)
    missed = _kinds(fact.stamped for fact in due)
    assert not due, f"{missed} was due before {_kinds(group)} and did not happen"
    return rooms.fold(room, group)


def _due(room: Room, at: int) -> list[str]:
    return _kinds(fact.stamped for fact in rooms.advance(room, at)[1])


def _kinds(facts: Iterable[Stamped]) -> list[str]:
    return [f"{fact.seq} {type(fact.event).__name__} at {fact.at}" for fact in facts]


def _told(spans: Iterable[Span], upto: int) -> list[str]:
    return [f"{until - since} ms, {upto - since} ms before the end" for since, until in spans]


def _frames(session: UUID, person: Person, after: int) -> list[dict[str, Any]]:
    room = shelf.load(session, after)
    stance = view.stance(room, person.seat)
    found = []
    for fact in feed.facts_after(session, after):
        room = rooms.evolve(room, fact.stamped)
        now = view.stance(room, person.seat)
        assert now == stance, f"{person.name} became {now!r} and has no new snapshot"
        seen = feed.Encoded(session, fact, room).seen_by(view.tokens(room, person.seat))
        if seen is not None:
            found.append(json.loads(seen.text))
    return found


def _same(wanted: dict[str, Any], had: dict[str, Any]) -> bool:
    # Texts are erased at the end: whoever read them before has read them.
    erased = wanted["private"] is None
    return wanted == (had | {"private": None} if erased else had)
