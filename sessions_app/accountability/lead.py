"""Who led the group when, by the room's own rules for the lead."""

from collections.abc import Iterable

from sessions_app.accountability.intervals import Intervals
from sessions_app.accountability.roster import plan_of
from sessions_app.accountability.spans import Spans
from sessions_app.room import clock, door, people, room, team
from sessions_app.room.decision import Seat, Stamped
from sessions_app.room.plan import Plan

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


def read(facts: Iterable[Stamped], upto: int) -> dict[Seat, Intervals]:
    """When each of the staff held the lead, up to a moment (ms UTC), present or not."""
    facts = list(facts)
    plan = plan_of(facts)
    if plan is None:
        return {}
    staff = _ever_staff(plan, facts)
    now, lead, spans = room.new(plan), None, Spans()
    for fact in facts:
        seat = getattr(fact.event, "seat", None)
        if not isinstance(fact.event, _MOVES) or (seat is not None and seat not in staff):
            continue
        now = room.evolve(now, fact)
        if now.team.lead != lead:
            spans.close_all(fact.at)
            lead = now.team.lead
            if lead is not None:
                spans.open(lead, fact.at)
    spans.close_all(upto)
    return {seat: spans.of(seat) for seat in staff}


def _ever_staff(plan: Plan, facts: Iterable[Stamped]) -> set[Seat]:
    """Whoever was on the team at any time, whatever they came as later."""
    assigned = (fact.event for fact in facts if isinstance(fact.event, team.StaffAssigned))
    return {staff.seat for staff in plan.staff} | {event.staff.seat for event in assigned}
