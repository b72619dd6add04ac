"""Holds the server's attendance and ledger against what the clients lived through; pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sessions_app.simulate.expectation import Expectation, Lived, Meeting, Sum, expect
from sessions_app.simulate.spans import apart, length

Json = dict[str, Any]

# Commands that are in the ledger as exactly one event of their actor's.
WRITTEN = {
    "Acknowledge": "AlertAcknowledged",
    "Announce": "Announced",
    "AskForHelp": "HelpAsked",
    "AskPresence": "PresenceAsked",
    "Break": "BreakStarted",
    "CallOn": "CalledOn",
    "End": "Ended",
    "EndBreak": "BreakEnded",
    "Extend": "Extended",
    "Knock": "Knocked",
    "LetBackIn": "LetIn",
    "Lock": "Locked",
    "MuteAll": "AllMuted",
    "NextTurn": "TurnTaken",
    "Pass": "TurnPassed",
    "Post": "Posted",
    "React": "Reacted",
    "Remove": "Removed",
    "ReportSpeech": "SpeechNoted",
    "Resolve": "AlertResolved",
    "SendBack": "SentBack",
    "SignRecord": "RecordSigned",
    "Start": "Started",
}


class Difference(NamedTuple):
    """Where the server says something else than a client lived through."""

    person: str
    what: str
    lived: str
    server: str


def attendance(
    people: Iterable[Lived], meeting: Meeting, rows: Mapping[str, Json], tolerance_ms: int
) -> list[Difference]:
    """Everyone's row against their own time; `rows` by seat."""
    found: list[Difference] = []
    for lived in people:
        row = rows.get(lived.seat)
        if row is None:
            found.append(Difference(lived.name, "row", "was expected", "is missing"))
            continue
        found += _row(lived, expect(lived, meeting, tolerance_ms), row, tolerance_ms)
    return found


def meeting_row(meeting: Meeting, row: Json, tolerance_ms: int) -> list[Difference]:
    """How long the group ran."""
    ran, slack = length(meeting.running), tolerance_ms * 2 * max(1, len(meeting.running))
    return list(_near("the group", "running_ms", ran, row["running_ms"], slack))


def strangers(rows: Mapping[str, Json], known: Collection[str]) -> list[Difference]:
    """People who did not play: they have no time at all."""
    return [
        Difference(row["person"], "present_ms", "did not come", str(row["present_ms"]))
        for seat, row in rows.items()
        if seat not in known and row["present_ms"]
    ]


def _row(lived: Lived, due: Expectation, row: Json, tolerance_ms: int) -> Iterable[Difference]:
    name = lived.name
    yield from _near(name, "present_ms", due.present_ms, row["present_ms"], due.present_slack_ms)
    # Sums alone could agree by errors that cancel each other out.
    off = apart(due.present, row["presence"])
    yield from _near(name, "presence, ms apart", 0, off, due.present_slack_ms)
    yield from _near(
        name, "credited_ms", due.credited_ms, row["credited_ms"], due.credited_slack_ms
    )
    for what in ("microphone", "camera", "talked"):
        told: Sum = getattr(due, what)
        yield from _near(name, f"{what}_ms", told.ms, row[f"{what}_ms"], told.slack_ms)
    if row["status"] not in due.statuses:
        yield Difference(name, "status", " or ".join(sorted(due.statuses)), row["status"])
    # Whole seconds, the rest dropped, between two moments that may each be off.
    edges_s = 1 + 2 * tolerance_ms / 1000
    if "late" in row["status"]:
        yield from _near(name, "late_s", due.late_ms / 1000, row["late_s"], edges_s)
    if "early" in row["status"]:
        yield from _near(name, "early_s", due.early_ms / 1000, row["early_s"], edges_s)
    for what, number in sorted(lived.counts.items()):
        if row[what] != number:
            yield Difference(name, what, str(number), str(row[what]))


def _near(name: str, what: str, lived: float, server: float, slack: float) -> Iterable[Difference]:
    if abs(lived - server) > slack:
        yield Difference(name, what, f"{lived:.0f} (±{slack:.0f})", f"{server:.0f}")


def ledger(
    acked: Mapping[str, Sequence[str]],
    names: Mapping[str, str],
    entries: Iterable[tuple[str, str]],
) -> list[Difference]:
    """Acknowledged commands by seat against the ledger's entries: each in it, exactly once.

    `entries` are the seat of the actor and the kind of the event.
    """
    written = Counter(entries)
    found = []
    for seat, kinds in acked.items():
        given = Counter(WRITTEN[kind] for kind in kinds if kind in WRITTEN)
        found += [
            Difference(
                names.get(seat, seat),
                f"{event} in the ledger",
                str(given[event]),
                str(written[seat, event]),
            )
            for event in sorted(WRITTEN.values())
            if given[event] != written[seat, event]
        ]
    return found
