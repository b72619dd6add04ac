"""A room as one person may see it at this moment; the private texts are handed in by the shell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from msgspec.structs import replace

from sessions_app.checkins.form import Answer, Form
from sessions_app.room import view
from sessions_app.room.clock import told_to_peers
from sessions_app.room.decision import GROUP, STAFF, Seat
from sessions_app.room.door import Visitor
from sessions_app.room.page import (
    AlertView,
    ExpectedView,
    HandView,
    MessageView,
    PersonView,
    PlacesView,
    PlaceView,
    RoundView,
    Snapshot,
    StaffView,
    Standing,
    Times,
    TurnView,
    VisitorView,
    You,
)
from sessions_app.room.people import Person
from sessions_app.room.safety import Alert
from sessions_app.room.sound import text_allowed
from sessions_app.room.talk import Message

if TYPE_CHECKING:
    from sessions_app.room.room import Room

Bodies = Mapping[int, Mapping[str, Any]]


def snapshot(room: Room, seat: Seat, bodies: Bodies) -> Snapshot:
    """The room as the person of a seat may see it; NotFound for anyone not on the roster."""
    person = room.people.get(seat)
    viewer = view.tokens(room, seat)
    within, staff = GROUP in viewer, STAFF in viewer
    open_round = room.floor.round if within else None
    turn = open_round.turn if open_round is not None else None
    announced = room.talk.announced
    return Snapshot(
        name=room.plan.name,
        times=_times(room, staff),
        you=_you(room, person, bodies),
        people=tuple(person_view(room, p, staff=staff) for p in room.people.inside())
        if within
        else (),
        hands=tuple(HandView(s, t) for s, t in room.floor.hands.items()) if within else (),
        called=room.floor.called if within else None,
        round=RoundView(
            open_round.seats,
            open_round.seconds,
            open_round.coming,
            TurnView(turn.seat, turn.until, turn.left_ms) if turn is not None else None,
        )
        if open_round is not None
        else None,
        locked=room.door.locked if within else False,
        chat=room.talk.mode if within else "open",
        messages=tuple(
            _message(m, bodies) for m in room.talk.messages if view.sees_message(viewer, m)
        ),
        announced=_message(announced, bodies) if announced is not None else None,
        may_unmute=room.sound.may_unmute if within else True,
        prompt_until=room.activities.until if within else None,
        round_open=room.activities.round_open if within else False,
        crisis=room.plan.crisis,
        form=_asked(room.plan.form),
        staff=_staff(room, bodies) if staff else None,
        places=_places(room) if within else None,
        spotlights=tuple(sorted(room.stage.spotlights)) if within else (),
        text_allowed=text_allowed(room) if within else room.plan.rules.text_allowed,
        break_quiet=room.plan.rules.break_quiet,
        encrypted=room.plan.rules.encrypted,
    )


def _places(room: Room) -> PlacesView | None:
    if not room.places.open:
        return None
    open_now = tuple(PlaceView(known.place, known.name) for known in room.places.open)
    return PlacesView(open_now, room.places.closes_at)


def _times(room: Room, staff: bool) -> Times:
    clock = room.clock
    return Times(
        phase=clock.phase,
        starts_at=room.plan.starts_at,
        ends_at=clock.ends_at,
        zone=room.plan.zone,
        started_at=clock.started_at,
        break_from=clock.break_from,
        break_until=clock.break_until,
        held_from=clock.held_from,
        ended_at=clock.ended_at,
        cause=clock.cause if staff or clock.cause is None else told_to_peers(clock.cause),
    )


def _asked(form: Form | None) -> Form | None:
    """The form without its alert rules: which answer calls the staff is not for the page."""
    if form is None:
        return None
    return replace(form, items=tuple(replace(item, alert=None) for item in form.items))


def standing(room: Room, person: Person) -> Standing:
    """Where a person stands with the room."""
    visitor = room.door.visitors.get(person.seat)
    if person.inside:
        return "inside"
    if visitor is not None and visitor.standing in ("refused", "removed"):
        return visitor.standing
    if visitor is not None and visitor.standing == "may_knock":
        return "outside"
    if room.door.is_waiting(person.seat) and not person.left:
        return "waiting"
    return "left" if person.left or person.gone_at is not None else "outside"


def _you(room: Room, person: Person, bodies: Bodies) -> You:
    seat = person.seat
    visitor = room.door.visitors.get(seat)
    return You(
        seat=seat,
        name=person.name,
        role=person.role,
        standing=standing(room, person),
        away=person.away,
        complete=visitor.complete if visitor is not None else False,
        line=room.clock.ended_at is not None and room.safety.open_for(seat),
        helped=room.safety.helped.get(seat),
        asked_to_unmute=seat in room.sound.asked,
        prompted=person.inside and seat in room.activities.waited_for,
        checked_in=room.checkins.done.get(seat, ()),
        answers=_answers(room, seat, bodies),
        may_share=room.stage.may_share(person),
    )


def _answers(room: Room, seat: Seat, bodies: Bodies) -> dict[str, dict[str, Answer]]:
    """The latest answer to each item, by moment."""
    moments: dict[str, dict[str, Answer]] = {}
    for moment, entries in room.checkins.answered.get(seat, {}).items():
        for seq in entries:
            moments.setdefault(moment, {}).update(bodies.get(seq, {}).get("answers", {}))
    return moments


def person_view(room: Room, person: Person, *, staff: bool) -> PersonView:
    """Someone inside, as staff or as peers see them."""
    state: Literal["here", "reconnecting", "away"]
    share = room.stage.sharing.get(person.seat)
    state = "away" if person.away else "here" if person.connections else "reconnecting"
    return PersonView(
        seat=person.seat,
        name=person.name,
        role=person.role,
        state=state,
        connected=bool(person.connections),
        place=person.place,
        leads=person.seat == room.team.lead,
        facilitates=person.facilitates,
        credential=person.credential,
        function=person.function,
        microphone=person.seat in room.sound.microphones,
        camera=person.seat in room.sound.cameras,
        follows=room.sound.follows.get(person.seat, "all"),
        shares=share.what if share is not None else None,
        why=person.why if staff else None,
    )


def _message(message: Message, bodies: Bodies) -> MessageView:
    text = bodies.get(message.seq, {}).get("text")
    return MessageView(
        message.message, message.seat, message.name, message.about, message.at, text, message.place
    )


def name_of(room: Room, seat: Seat) -> str:
    """What the group calls someone; empty for somebody no longer on the roster."""
    person = room.people.roster.get(seat)
    return person.name if person is not None else ""


def _staff(room: Room, bodies: Bodies) -> StaffView:
    return StaffView(
        capacity=room.plan.rules.capacity,
        extended_s=room.clock.extended_s,
        extension_cap_s=room.plan.rules.extension_cap_s,
        late_cutoff_s=room.plan.rules.late_cutoff_s,
        start_due=room.clock.start_due and room.clock.started_at is None,
        alone_since=room.clock.alone_since,
        visitors=tuple(
            _visitor(room, room.people.roster[seat], visitor, bodies)
            for seat, visitor in room.door.visitors.items()
            if seat in room.people.roster
        ),
        expected=tuple(_expected(room, p, bodies) for p in room.people.roster.values()),
        alerts=tuple(_alert(room, alert, bodies) for alert in room.safety.alerts),
        prompt_waits_for=tuple(sorted(room.activities.waited_for)),
        invited=tuple(sorted(room.stage.invited)),
    )


def _visitor(room: Room, person: Person, visitor: Visitor, bodies: Bodies) -> VisitorView:
    return VisitorView(
        seat=person.seat,
        name=person.name,
        role=person.role,
        standing=standing(room, person),
        connected=bool(person.connections),
        knocked_at=visitor.knocked_at,
        first_complete=visitor.first_complete,
        complete=visitor.complete,
        look=visitor.look,
        late=room.door.late(room, person.seat),
        state=visitor.state,
        reason=visitor.reason,
        answers=_attestation(visitor.attested, bodies),
    )


def _attestation(attested: int | None, bodies: Bodies) -> dict[str, Any] | None:
    return dict(bodies[attested]) if attested is not None and attested in bodies else None


def _expected(room: Room, person: Person, bodies: Bodies) -> ExpectedView:
    return ExpectedView(
        seat=person.seat,
        name=person.name,
        role=person.role,
        function=person.function,
        standing=standing(room, person),
        connections=len(person.connections),
        checked_in=room.checkins.done.get(person.seat, ()),
        checkins=_answers(room, person.seat, bodies),
    )


def _alert(room: Room, alert: Alert, bodies: Bodies) -> AlertView:
    said = _attestation(alert.attested, bodies) or {}
    body = bodies.get(alert.seq, {})
    return AlertView(
        alert=alert.alert,
        seat=alert.seat,
        source=alert.source,
        item=alert.item,
        at=alert.at,
        by=alert.by,
        dropped=alert.dropped,
        outcome=alert.outcome,
        words=body.get("words"),
        quoted=body.get("quoted"),
        location=said.get("location"),
        callback=said.get("callback"),
        somebody_else=alert.somebody_else,
    )
