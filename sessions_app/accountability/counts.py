"""How often each person took part, in counts only; never a ranking."""

from collections.abc import Iterable

from msgspec import Struct

from sessions_app.accountability.sources import Sources
from sessions_app.room.activities import PresenceAnswered, PresenceMissed, RoundOpened
from sessions_app.room.checkin import CheckedIn
from sessions_app.room.clock import Cancelled, Ended, NotHeld
from sessions_app.room.decision import Event, Seat, Stamped
from sessions_app.room.door import vacated
from sessions_app.room.floor import CalledOn, HandRaised, TurnPassed, TurnTaken
from sessions_app.room.talk import Posted, Reacted


class Counts(Struct, frozen=True):
    """What one person did. `prompts_by_activity` were answered by what they had just done.

    `messages_private` are those of a line between one person and the staff.
    """

    hands_raised: int = 0
    called_on: int = 0
    turns_taken: int = 0
    turns_passed: int = 0
    prompts_answered: int = 0
    prompts_by_activity: int = 0
    prompts_missed: int = 0
    messages_group: int = 0
    messages_private: int = 0
    reactions: int = 0
    checkins_done: int = 0
    connection_losses: int = 0


def read(facts: Iterable[Stamped]) -> dict[Seat, Sources]:
    """The entries behind each count of each person; losses are a matter of presence.

    What somebody else did in a seat, until they were found there, counts for nobody.
    """
    found: dict[Seat, dict[str, list[int]]] = {}
    checked_in: set[tuple[Seat, str, str]] = set()
    over = False
    for fact in facts:
        event = fact.event
        over = over or isinstance(event, Ended | NotHeld | Cancelled)
        if (vacant := vacated(event)) is not None:
            found.pop(vacant, None)
            checked_in = {key for key in checked_in if key[0] != vacant}
        if over and isinstance(event, Posted):
            continue  # the line of an open alert is no part of the group
        if isinstance(event, RoundOpened):  # each round asks anew
            checked_in = {key for key in checked_in if key[2] != "round"}
        if isinstance(event, CheckedIn):
            key = (event.seat, event.form, event.moment)
            if not event.done or key in checked_in:
                continue
            checked_in.add(key)
        known = _counted(event)
        if known is not None:
            seat, name = known
            found.setdefault(seat, {}).setdefault(name, []).append(fact.seq)
    return {seat: {n: tuple(s) for n, s in names.items()} for seat, names in found.items()}


def _counted(event: Event) -> tuple[Seat, str] | None:
    match event:
        case HandRaised(seat=seat):
            return seat, "hands_raised"
        case CalledOn(seat=seat):
            return seat, "called_on"
        case TurnTaken(seat=seat):
            return seat, "turns_taken"
        case TurnPassed(seat=seat):
            return seat, "turns_passed"
        case PresenceAnswered(seat=seat, recent=recent):
            return seat, "prompts_by_activity" if recent else "prompts_answered"
        case PresenceMissed(seat=seat):
            return seat, "prompts_missed"
        case Posted(seat=seat, about=about):
            return seat, "messages_group" if about is None else "messages_private"
        case Reacted(seat=seat):
            return seat, "reactions"
        case CheckedIn(seat=seat):
            return seat, "checkins_done"
    return None


def counts(sources: Sources) -> Counts:
    """The counts of one person, by the entries behind them."""
    return Counts(**{name: len(sources.get(name, ())) for name in Counts.__struct_fields__})
