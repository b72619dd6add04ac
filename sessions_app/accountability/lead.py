"""Who led the group when, by the room's own rules for the lead."""

from collections.abc import Iterable

from sessions_app.accountability.intervals import Intervals
from sessions_app.accountability.roster import Roster, plan_of
from sessions_app.accountability.spans import Spans
from sessions_app.room import clock, door, people, room, team
from sessions_app.room.decision import Seat, Stamped

# The lead is a matter of the staff alone, so only what moves them is read again.
_MOVES = (
    clock.DoorOpened,
    clock.Started,
    clock.Ended,
    clock.NotHeld,
    door.Admitted,
    door.CameBack,
    door.Left,
    people.Connected,
    people.ConnectionLost,
    people.GivenUp,
    team.LeadChanged,
    team.Promoted,
    team.StaffAssigned,
    team.StaffDismissed,
    team.SteppedDown,
)


def read(facts: Iterable[Stamped], roster: Roster, upto: int) -> dict[Seat, Intervals]:
    """When each of the staff held the lead, up to a moment (ms UTC), present or not."""
    facts = list(facts)
    plan = plan_of(facts)
    if plan is None:
        return {}
    now, lead, spans = room.new(plan), None, Spans()
    for fact in facts:
        if not isinstance(fact.event, _MOVES) or not _of_staff(fact, roster):
            continue
        now = room.evolve(now, fact)
        if now.team.lead != lead:
            spans.close_all(fact.at)
            lead = now.team.lead
            if lead is not None:
                spans.open(lead, fact.at)
    spans.close_all(upto)
    return {seat: spans.of(seat) for seat, person in roster.items() if person.role == "staff"}


def _of_staff(fact: Stamped, roster: Roster) -> bool:
    seat = getattr(fact.event, "seat", None)
    return seat is None or (seat in roster and roster[seat].role == "staff")
