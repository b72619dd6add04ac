"""Who of the staff may enter one session: substitutes too, also while it runs."""

from typing import TypeAlias

from django.db import transaction

from accounts.models import User
from sessions_app.ledger import planning
from sessions_app.models import GroupSession, Seat, SessionGuest, SessionStaff
from sessions_app.models.seat import seat_of
from sessions_app.room.errors import NotFound, Refused, WrongPhase
from sessions_app.room.plan import Staff
from sessions_app.room.team import AssignStaff, DismissStaff
from sessions_app.setup import people, rooms
from sessions_app.setup.refusals import SetupRefused
from sessions_app.setup.rooms import Giver

_How: TypeAlias = tuple[bool, bool]  # whether they lead, and whether they facilitate


def assign(
    session: GroupSession, user: User, by: Giver, *, leads: bool = False, facilitates: bool = True
) -> SessionStaff:
    """Assign somebody, or assign them differently; raises SetupRefused or RoomError."""
    rooms.require_not_over(session)
    people.require_holder(user, session.group.clinic)
    row, before = _row(session, user, by, leads=leads, facilitates=facilitates or leads)
    try:
        rooms.tell(session.pk, by, AssignStaff(_as_planned(row)))
    except WrongPhase:
        if before is None:  # it has ended meanwhile: as if it had not been asked
            row.delete()
        raise
    except Refused:  # nobody else could lead: they stay what they were
        _restore(row, before)
        raise
    return row


def dismiss(session: GroupSession, seat: Seat, by: Giver) -> None:
    """Take an assignment back; the ledger keeps who was there. Raises RoomError."""
    rooms.require_not_over(session)
    assigned, _ = SessionStaff.objects.filter(session=session, seat=seat).delete()
    try:
        told = rooms.tell(session.pk, by, DismissStaff(seat.code))
    except NotFound:
        told = False  # the room does not know this person
    if not (assigned or told):
        raise NotFound


def _restore(row: SessionStaff, before: _How | None) -> None:
    if before is None:
        row.delete()
    else:
        SessionStaff.objects.filter(pk=row.pk).update(leads=before[0], facilitates=before[1])


@transaction.atomic
def _row(
    session: GroupSession, user: User, by: Giver, *, leads: bool, facilitates: bool
) -> tuple[SessionStaff, _How | None]:
    people.hold(session.group)
    seat = seat_of(session.group, user, user.shown_name())
    invited = SessionGuest.objects.filter(session=session, seat=seat).exists()
    if invited or people.is_enrolled(seat):
        raise SetupRefused("belongs_already")
    if leads:
        session.staff.filter(leads=True).exclude(seat=seat).update(leads=False)
    row = session.staff.select_related("seat__user").filter(seat=seat).first()
    if row is None:
        made = planning.assign(session, seat, leads=leads, facilitates=facilitates, by=by.user)
        return made, None
    before = row.leads, row.facilitates
    row.leads, row.facilitates = leads, facilitates
    row.save(update_fields=["leads", "facilitates"])
    return row, before


def _as_planned(row: SessionStaff) -> Staff:
    seat = row.seat
    return Staff(seat.code, seat.alias, row.credential, row.leads, row.facilitates)
