"""Who has the floor: raised hands, calling on someone, the go-round with its timer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, assert_never

from msgspec import Struct
from msgspec.structs import replace

from sessions_app.room.clock import BreakEnded, BreakStarted, Ended, Held, Resumed
from sessions_app.room.decision import GROUP, Ask, Command, Decision, Emit, Event, Seat, Stamped
from sessions_app.room.errors import Invalid, Refused
from sessions_app.room.sound import AllMuted, Muted

if TYPE_CHECKING:
    from sessions_app.room.room import Room

RoundOrder = Literal["given", "seating", "least_heard"]


class RaiseHand(Command, frozen=True):
    """Ask for the floor."""


class LowerHand(Command, frozen=True):
    """Lower one's own hand, or for staff anyone's."""

    seat: Seat | None = None


class LowerAll(Command, frozen=True):
    """Lower every hand."""


class CallOn(Command, frozen=True):
    """Give someone the floor; their hand goes down."""

    seat: Seat


class StartRound(Command, frozen=True):
    """Let everyone speak in turn, `seconds` each; `seats` only for a given order."""

    seconds: int
    order: RoundOrder = "seating"
    seats: tuple[Seat, ...] = ()


class NextTurn(Command, frozen=True):
    """Pass the floor on; the speaker may do it too. With a `seat`, only while it is its turn."""

    seat: Seat | None = None


class AddTime(Command, frozen=True):
    """Give the speaker some seconds more."""

    seconds: int


class Pass(Command, frozen=True):
    """Take part without speaking, now or when the turn comes."""


class EndRound(Command, frozen=True):
    """End the go-round."""


FloorCommand: TypeAlias = (
    RaiseHand | LowerHand | LowerAll | CallOn | StartRound | NextTurn | AddTime | Pass | EndRound
)


class HandRaised(Event, frozen=True):
    """Someone asks for the floor."""

    seat: Seat


class HandLowered(Event, frozen=True):
    """A hand is down again."""

    seat: Seat


class HandsLowered(Event, frozen=True):
    """All hands are down."""


class CalledOn(Event, frozen=True):
    """Someone was given the floor."""

    seat: Seat


class RoundStarted(Event, frozen=True):
    """A go-round begins, in this order; peers do not see why it is this one."""

    seats: tuple[Seat, ...]
    seconds: int
    order: RoundOrder

    hidden = ("order",)


class TurnStarted(Event, frozen=True):
    """Someone has the floor until `until`, ms UTC."""

    seat: Seat
    until: int


class TurnExtended(Event, frozen=True):
    """The speaker has until `until`, ms UTC."""

    seat: Seat
    until: int


class TurnTaken(Event, frozen=True):
    """Someone had their turn; `timed_out` where the timer ended it."""

    seat: Seat
    timed_out: bool


class TurnPassed(Event, frozen=True):
    """Someone passed, which counts as taking part."""

    seat: Seat


class RoundEnded(Event, frozen=True):
    """The go-round is over."""


class Turn(Struct, frozen=True):
    """The turn that runs; `left_ms` instead of `until` while the group pauses."""

    seat: Seat
    until: int | None
    left_ms: int = 0


class Round(Struct, frozen=True):
    """A go-round: who is still to come, in order, and whose turn it is."""

    seats: tuple[Seat, ...]
    seconds: int
    coming: tuple[Seat, ...]
    turn: Turn | None = None


class Floor(Struct, frozen=True):
    """Raised hands in order (seat -> since, ms UTC), who was called on, the go-round."""

    hands: dict[Seat, int] = {}
    called: Seat | None = None
    round: Round | None = None


def decide(room: Room, ask: Ask, command: FloorCommand) -> Decision:
    """Decide a command about the floor."""
    seat = ask.actor.id
    match command:
        case RaiseHand():
            if room.people.get(seat).away:
                raise Refused("stepped_away")
            return () if seat in room.floor.hands else (Emit(HandRaised(seat), (GROUP,)),)
        case LowerHand(seat=other):
            lowered = other or seat
            if lowered != seat and room.people.get(seat).role != "staff":
                raise Refused("not_staff")
            known = lowered in room.floor.hands
            return (Emit(HandLowered(lowered), (GROUP,)),) if known else ()
        case LowerAll():
            return (Emit(HandsLowered(), (GROUP,)),) if room.floor.hands else ()
        case CallOn(seat=other):
            if not room.people.get(other).present:
                raise Refused("not_here")
            return (Emit(CalledOn(other), (GROUP,)),)
        case StartRound():
            return _start_round(room, ask.at, command)
        case NextTurn(seat=whose):
            return _next_turn(room, ask, whose)
        case AddTime(seconds=seconds):
            return _add_time(room, seconds)
        case Pass():
            return _pass(room, ask)
        case EndRound():
            if room.floor.round is None:
                raise Refused("no_round")
            return (Emit(RoundEnded(), (GROUP,)),)
        case _:
            assert_never(command)


def _next_turn(room: Room, ask: Ask, whose: Seat | None) -> Decision:
    # Pressed twice, or just as the time was up: that turn is over, and the next one goes on.
    if whose is not None and whose != _speaker(room):
        return ()
    turn, seat = _turn(room), ask.actor.id
    if turn.seat != seat and room.people.get(seat).role != "staff":
        raise Refused("not_your_turn")
    taken = Emit(TurnTaken(turn.seat, timed_out=False), (GROUP,))
    return (taken, *_onward(room, ask.at))


def _speaker(room: Room) -> Seat | None:
    current = room.floor.round
    return None if current is None or current.turn is None else current.turn.seat


def _turn(room: Room) -> Turn:
    if room.floor.round is None or room.floor.round.turn is None:
        raise Refused("no_round")
    return room.floor.round.turn


def _start_round(room: Room, at: int, command: StartRound) -> Decision:
    if room.floor.round is not None:
        raise Refused("round_open")
    if not 10 <= command.seconds <= 900:
        raise Invalid("seconds: a turn lasts 10 to 900 seconds.")
    here = [
        p.seat for p in room.people.inside() if p.role == "participant" and _can_speak(room, p.seat)
    ]
    seats = _ordered(room, command, here)
    if not seats:
        raise Refused("not_here")
    until = at + command.seconds * 1000
    return (
        Emit(RoundStarted(seats, command.seconds, command.order), (GROUP,)),
        Emit(TurnStarted(seats[0], until), (GROUP,)),
    )


def _ordered(room: Room, command: StartRound, here: list[Seat]) -> tuple[Seat, ...]:
    if command.order == "least_heard":
        return tuple(sorted(here, key=lambda seat: _heard(room, seat)))
    if command.order == "given":
        if len(set(command.seats)) != len(command.seats):
            raise Invalid("seats: name each person once.")
        absent = [seat for seat in command.seats if seat not in here]
        if absent:
            raise Refused("not_here")
        return command.seats
    return tuple(here)


def _heard(room: Room, seat: Seat) -> tuple[int, int]:
    """How much someone was heard: by voice first, then by what else they did."""
    return room.speech.heard_ms(seat), room.activities.heard.get(seat, 0)


def _onward(room: Room, at: int) -> Decision:
    """The next turn, of the first person to come who is still present; else the end."""
    current = room.floor.round
    coming = current.coming if current is not None else ()
    seat = next((s for s in coming if _can_speak(room, s)), None)
    if current is None or seat is None:
        return (Emit(RoundEnded(), (GROUP,)),)
    return (Emit(TurnStarted(seat, at + current.seconds * 1000), (GROUP,)),)


def _can_speak(room: Room, seat: Seat) -> bool:
    return room.people.is_present(seat) and not room.people.roster[seat].away


def _add_time(room: Room, seconds: int) -> Decision:
    turn = _turn(room)
    if not 5 <= seconds <= 300:
        raise Invalid("seconds: add 5 to 300 seconds.")
    if turn.until is None:
        raise Refused("on_hold")
    return (Emit(TurnExtended(turn.seat, turn.until + seconds * 1000), (GROUP,)),)


def _pass(room: Room, ask: Ask) -> Decision:
    current, seat = room.floor.round, ask.actor.id
    if current is None:
        raise Refused("no_round")
    passed = Emit(TurnPassed(seat), (GROUP,))
    if current.turn is not None and current.turn.seat == seat:
        return (passed, *_onward(room, ask.at))
    if seat not in current.coming:
        raise Refused("not_your_turn")
    return (passed,)


def deadlines(room: Room) -> Iterator[tuple[int, Decision]]:
    """When the turn is up, or at once when its speaker is no longer inside."""
    current = room.floor.round
    if current is None or room.clock.phase != "running":
        return
    turn = current.turn
    if turn is None or not room.people.roster[turn.seat].inside:
        yield room.at, _onward(room, room.at)
    elif turn.until is not None:
        taken = Emit(TurnTaken(turn.seat, timed_out=True), (GROUP,))
        yield turn.until, (taken, *_onward(room, turn.until))


HEARS: Final[frozenset[type[Event]]] = frozenset(
    {
        HandRaised,
        HandLowered,
        HandsLowered,
        CalledOn,
        Muted,
        AllMuted,
        RoundStarted,
        RoundEnded,
        Ended,
        TurnStarted,
        TurnExtended,
        TurnPassed,
        TurnTaken,
        BreakStarted,
        Held,
        BreakEnded,
        Resumed,
    }
)


def evolve(floor: Floor, fact: Stamped, room: Room) -> Floor:
    """The floor after an event; whoever is no longer inside has no hand up."""
    after = _moved(floor, fact, room)
    gone = [seat for seat in after.hands if not _inside(room, seat)]
    if gone:
        after = replace(after, hands={s: t for s, t in after.hands.items() if s not in gone})
    if after.called is not None and not _inside(room, after.called):
        after = replace(after, called=None)
    return after


def _inside(room: Room, seat: Seat) -> bool:
    person = room.people.roster.get(seat)
    return person is not None and person.inside


def _moved(floor: Floor, fact: Stamped, room: Room) -> Floor:
    match fact.event:
        case HandRaised(seat=seat):
            return replace(floor, hands={**floor.hands, seat: fact.at})
        case HandLowered(seat=seat):
            return _lower(floor, seat)
        case HandsLowered():
            return replace(floor, hands={})
        case CalledOn(seat=seat):
            return replace(_lower(floor, seat), called=seat)
        # Whoever was muted after being called on has spoken; a turn of the go-round goes on.
        case Muted(seat=seat):
            return floor if seat != floor.called else replace(floor, called=None)
        case AllMuted() if floor.called is not None:
            staff = room.people.get(floor.called).role == "staff"
            return floor if staff else replace(floor, called=None)
        case RoundStarted(seats=seats, seconds=seconds):
            return replace(floor, called=None, round=Round(seats, seconds, coming=seats))
        case RoundEnded():
            return replace(floor, round=None)
        case Ended():
            return Floor()
    if floor.round is None:
        return floor
    turned = _turned(floor.round, fact)
    return floor if turned is floor.round else replace(floor, round=turned)


def _lower(floor: Floor, seat: Seat) -> Floor:
    return replace(floor, hands={s: at for s, at in floor.hands.items() if s != seat})


def _turned(current: Round, fact: Stamped) -> Round:
    turn = current.turn
    match fact.event:
        case TurnStarted(seat=seat, until=until):
            coming = current.coming[current.coming.index(seat) + 1 :]
            return replace(current, turn=Turn(seat, until), coming=coming)
        case TurnExtended(seat=seat, until=until):
            return replace(current, turn=Turn(seat, until))
        case TurnPassed(seat=seat) | TurnTaken(seat=seat):
            coming = tuple(s for s in current.coming if s != seat)
            done = turn is not None and turn.seat == seat
            return replace(current, coming=coming, turn=None if done else turn)
        case BreakStarted() | Held() if turn is not None and turn.until is not None:
            return replace(current, turn=Turn(turn.seat, None, max(0, turn.until - fact.at)))
        case BreakEnded() | Resumed() if turn is not None and turn.until is None:
            return replace(current, turn=Turn(turn.seat, fact.at + turn.left_ms))
    return current
