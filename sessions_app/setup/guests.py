"""Guests of one session, each for a function that the group is told."""

from django.db import transaction

from accounts.models import Clinic, Invitation, User
from accounts.people import person_of
from sessions_app.models import GroupSession, Seat, SessionGuest, SessionStaff
from sessions_app.models.seat import seat_of
from sessions_app.room.errors import WrongPhase
from sessions_app.room.plan import Guest
from sessions_app.room.team import InviteGuest
from sessions_app.setup import people, rooms
from sessions_app.setup.refusals import SetupRefused
from sessions_app.setup.rooms import Giver


def accepted(invitation: Invitation, clinic: Clinic) -> User:
    """Who has accepted this invitation; refused while nobody has."""
    if invitation.accepted_by is None:
        raise SetupRefused("invitation_open")
    return person_of(clinic, invitation.accepted_by.public_id)


def invite(
    session: GroupSession, user: User, by: Giver, *, function: str, name: str
) -> SessionGuest:
    """Invite somebody for a function; inviting them again changes nothing once the door is open."""
    rooms.require_not_over(session)
    people.require_known(user, session.group.clinic)
    row, created = _row(session, user, function, name)
    guest = Guest(row.seat.code, row.name, row.function)  # type: ignore[arg-type]  # a choice
    try:
        rooms.tell(session.pk, by, InviteGuest(guest))
    except WrongPhase:
        if created:  # it has ended meanwhile: as if it had not been asked
            row.delete()
        raise
    return row


def uninvite(session: GroupSession, seat: Seat) -> None:
    """Take an invitation back while the door is closed; later a facilitator refuses or removes."""
    with transaction.atomic():
        if rooms.opened([session.pk]):
            raise SetupRefused("plan_fixed")
        SessionGuest.objects.filter(session=session, seat=seat).delete()


@transaction.atomic
def _row(session: GroupSession, user: User, function: str, name: str) -> tuple[SessionGuest, bool]:
    people.hold(session.group)
    seat = seat_of(session.group, user)
    assigned = SessionStaff.objects.filter(session=session, seat=seat).exists()
    if assigned or people.is_enrolled(seat) or people.is_on_team(seat):
        raise SetupRefused("belongs_already")
    known = session.guests.select_related("seat").filter(seat=seat).first()
    if known is not None:
        return known, False
    row = SessionGuest.objects.create(session=session, seat=seat, function=function, name=name)
    return row, True
