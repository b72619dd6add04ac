"""Evenings made by chance: short ones, told through the real room, with much that goes wrong."""

import contextlib
from typing import Any, NamedTuple, TypeAlias

from hypothesis import strategies as st

from sessions_app.room.clock import Break, End, EndBreak, Extend, Start
from sessions_app.room.decision import Command
from sessions_app.room.door import Admit, Knock, LetBackIn, Refuse, Remove, SendBack
from sessions_app.room.errors import RoomError
from sessions_app.room.floor import RaiseHand
from sessions_app.room.people import ComeBack, Connect, Disconnect, Forget, Leave, StepAway
from sessions_app.room.record import CorrectTime
from sessions_app.room.sound import CameraOff, Follow, Mute, MuteAll, SetCamera, SetMicrophone
from sessions_app.room.speech import NoteSpeech, ReportSpeech
from tests.accountability.evening import ALICE, AMIR, BOB, EVE, FIT, GUS, Evening, minute, planned

LENGTH = 10
RULES = {
    "door_s": 120,
    "late_grace_s": 60,
    "late_cutoff_s": 180,
    "return_gap_s": 120,
    "reconnect_s": 20,
    "hold_after_s": 30,
    "end_after_s": 240,
}


class Wait(NamedTuple):
    """So many seconds pass."""

    seconds: int


class Do(NamedTuple):
    """Someone gives a command."""

    seat: str
    command: Command


class Arrive(NamedTuple):
    """Someone connects, knocks and is let in."""

    seat: str
    connection: str


class Lose(NamedTuple):
    """A connection is lost that has been silent for so many seconds."""

    seat: str
    connection: str
    silent: int


class Crash(NamedTuple):
    """A process is gone with all it held, silent for so many seconds."""

    process: str
    silent: int


class Talk(NamedTuple):
    """So many seconds ago a window ended in which people talked; by the server, or by bob."""

    ago: int
    length: int
    share: float
    seats: frozenset[str] | None


class Correct(NamedTuple):
    """Something is corrected: seconds after the planned start, and how long it was."""

    what: Any
    since: int
    length: int


Step: TypeAlias = Wait | Do | Arrive | Lose | Crash | Talk | Correct


def take(evening: Evening, step: Step) -> None:
    """Let a step happen, as far as the room lets it."""
    with contextlib.suppress(RoomError):
        match step:
            case Wait(seconds):
                evening.until(evening.now + seconds * 1000)
            case Do(seat, command):
                evening.does(seat, command)
            case Arrive(seat, connection) if seat in (ALICE, AMIR):
                evening.does(seat, Connect(connection), Knock())
            case Arrive(seat, connection):
                evening.does(seat, Connect(connection), Knock(FIT))
                evening.does(ALICE, Admit(seat, "known", late="late", over_capacity="full"))
            case Lose(seat, connection, silent):
                evening.does(seat, Disconnect(connection, evening.now - silent * 1000))
            case Crash(process, silent):
                evening.does("clock", Forget(process, evening.now - silent * 1000))
            case Talk(ago, length, share, seats):
                until = evening.now - ago * 1000
                ms = round(length * 1000 * share)
                if seats is None:
                    evening.does(BOB, ReportSpeech(until - length * 1000, until, ms))
                else:
                    spoken = dict.fromkeys(sorted(seats), ms)
                    evening.does("clock", NoteSpeech(until - length * 1000, until, spoken))
            case Correct(what, since, length):
                at = minute(since / 60)
                until = at + length * 1000 if what == "break" else None
                evening.does(ALICE, CorrectTime(what, at, "forgotten", until))


def tell(
    steps: list[Step], afterwards: list[Step], capacity: int, away_credited: bool, quiet: bool
) -> Evening:
    """An evening of ten minutes on which alice and bob are there in time, unless it goes wrong."""
    rules = {"away_credited": away_credited, "break_quiet": quiet, **RULES}
    plan = planned(LENGTH, capacity=capacity, **rules)
    evening = Evening(plan).at(-2)
    for step in steps:
        take(evening, step)
    evening.until(max(evening.now, minute(LENGTH + 3)))
    for step in afterwards:
        take(evening, step)
    return evening


def _name(process: str, seat: str, tab: str) -> str:
    return f"{process}.{seat}.{tab}"


# Bob and eve most of all: without alice there is soon no group.
_SEATS = st.sampled_from([BOB, BOB, BOB, EVE, EVE, GUS, AMIR, ALICE])
_MEMBERS = st.sampled_from([BOB, EVE, GUS])
_PROCESSES = st.sampled_from(["a", "b"])
_SILENT = st.integers(0, 90)


def _of(seat: str) -> st.SearchStrategy[Step]:
    """What one person does, on one of four connections."""
    connections = st.builds(_name, _PROCESSES, st.just(seat), st.sampled_from(["one", "two"]))
    return st.one_of(
        st.builds(Arrive, st.just(seat), connections),
        st.builds(Lose, st.just(seat), connections, _SILENT),
        st.builds(Do, st.just(seat), st.builds(Connect, connections)),
        st.builds(Do, st.just(seat), st.sampled_from([Leave(), StepAway(), ComeBack()])),
        st.builds(Do, st.just(seat), st.just(RaiseHand())),
        st.builds(Do, st.just(seat), st.builds(SetMicrophone, st.booleans())),
        st.builds(Do, st.just(seat), st.builds(SetCamera, st.booleans())),
        st.builds(Do, st.just(seat), st.sampled_from([Follow("text"), Follow("all")])),
    )


def _to(seat: str) -> st.SearchStrategy[Step]:
    """What alice does to someone."""
    away = st.sampled_from(["conduct", "not_this_person"])
    commands = st.one_of(
        st.builds(Remove, st.just(seat), away),
        st.just(Refuse(seat, "not_this_person")),
        st.just(SendBack(seat)),
        st.just(LetBackIn(seat)),
        st.sampled_from([Mute(seat), CameraOff(seat), MuteAll()]),
    )
    return st.builds(Do, st.just(ALICE), commands)


_TALK: st.SearchStrategy[Step] = st.builds(
    Talk,
    st.integers(0, 30),
    st.integers(1, 90),
    st.floats(0, 1),
    st.none() | st.frozensets(st.sampled_from([BOB, EVE, ALICE, GUS]), min_size=1),
)
_TIME = [Break(1), Break(2), EndBreak(), EndBreak(), Extend(2, "closing round"), End()]
_STEPS: st.SearchStrategy[Step] = st.one_of(
    st.builds(Wait, st.integers(1, 20)),
    st.builds(Wait, st.integers(20, 90)),
    _SEATS.flatmap(_of),
    _SEATS.flatmap(_of),
    _SEATS.flatmap(_of),
    _MEMBERS.flatmap(_to),
    st.builds(Do, st.just(ALICE), st.sampled_from(_TIME)),
    st.builds(Crash, _PROCESSES, _SILENT),
    _TALK,
    _TALK,
)
_AFTERWARDS: st.SearchStrategy[Step] = st.one_of(
    st.builds(
        Correct,
        st.sampled_from(["start", "break", "end"]),
        st.integers(-60, LENGTH * 60),
        st.integers(0, 120),
    ),
    st.builds(Crash, _PROCESSES, st.integers(0, 300)),
    _TALK,
    st.builds(Wait, st.integers(1, 60)),
)
_BEGUN: list[Step] = [
    Arrive(ALICE, _name("a", ALICE, "one")),
    Do(ALICE, Connect(_name("b", ALICE, "one"))),
    Arrive(BOB, _name("a", BOB, "one")),
    *(Do(seat, turn) for seat in (ALICE, BOB) for turn in (SetMicrophone(True), SetCamera(True))),
    Wait(120),
    Do(ALICE, Start()),
    Wait(60),
    Talk(0, 50, 0.5, frozenset({BOB, ALICE})),
]
_MANY = st.lists(_STEPS, min_size=12, max_size=50).map(lambda steps: [*_BEGUN, *steps])
_FEW = st.lists(_STEPS, max_size=15)
EVENINGS = st.builds(
    tell,
    # Most evenings begin well; some may not begin at all.
    st.integers(0, 9).flatmap(lambda chance: _MANY if chance else _FEW),
    st.lists(_AFTERWARDS, max_size=5),
    st.integers(1, 3),
    st.booleans(),
    st.booleans(),
)
