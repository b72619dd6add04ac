"""Who takes part in a group, from when to when, and the name they go by there."""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import User
from sessions_app.models import Enrolment, Group, GroupSession, Seat
from sessions_app.models.alias import LIMIT
from sessions_app.models.seat import seat_of
from sessions_app.room.errors import WrongPhase
from sessions_app.room.plan import Member
from sessions_app.room.team import ExpectMember
from sessions_app.setup import people, rooms
from sessions_app.setup.groups import require_kept
from sessions_app.setup.refusals import SetupRefused
from sessions_app.setup.rooms import Giver

# How far from its planned start a session may be open.
REACH = timedelta(hours=24)


def enrol(group: Group, user: User, now: datetime, by: Giver, alias: str = "") -> Enrolment:
    """Enrol a participant, also while the group meets; enrolling again changes nothing."""
    require_kept(group)
    people.require_participant(user, group.clinic)
    with transaction.atomic():
        people.hold(group)
        seat = seat_of(group, user, _checked(alias) if alias else "")
        if people.is_on_team(seat):
            raise SetupRefused("belongs_already")
        enrolment, _ = Enrolment.objects.get_or_create(
            seat=seat, active=True, defaults={"since": now}
        )
    _expect(group, seat, now, by)
    return enrolment


def end(enrolment: Enrolment, now: datetime) -> None:
    """End it; doing it again changes nothing. Live connections close with the next look at them."""
    Enrolment.objects.filter(pk=enrolment.pk, active=True).update(
        active=False, until=max(now, enrolment.since)
    )


def rename(seat: Seat, alias: str) -> Seat:
    """Go by another name; rooms that are open keep the one they know.

    Raises Django's ValidationError, or SetupRefused where somebody has the name.
    """
    seat.alias = _checked(alias)
    try:
        with transaction.atomic():
            seat.save(update_fields=["alias"])
    except IntegrityError:
        raise SetupRefused("alias_taken") from None
    return seat


def _checked(alias: str) -> str:
    alias = " ".join(alias.split())
    if not 0 < len(alias) <= LIMIT or not alias.isprintable():
        raise ValidationError({"alias": f"Choose a name of 1 to {LIMIT} characters."})
    if "@" in alias or sum(letter.isdigit() for letter in alias) > 4:
        raise ValidationError({"alias": "Choose a name that is no e-mail address and no number."})
    return alias


def _expect(group: Group, seat: Seat, now: datetime, by: Giver) -> None:
    near = GroupSession.objects.filter(
        group=group, starts_at__range=(now - REACH, now + REACH), cancelled_at=None
    )
    command = ExpectMember(Member(seat.code, seat.alias))
    for session in near.values_list("pk", flat=True):
        try:
            rooms.tell(session, by, command)
        except WrongPhase:
            continue  # it is over: this person was not expected there
