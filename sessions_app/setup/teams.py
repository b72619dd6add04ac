"""The standing team of a group: assigned to every session that is planned from then on."""

from django.db import transaction

from accounts.models import User
from sessions_app.models import Group, GroupFacilitator, Seat
from sessions_app.models.seat import seat_of
from sessions_app.setup import people
from sessions_app.setup.groups import require_kept
from sessions_app.setup.refusals import SetupRefused


@transaction.atomic
def join(group: Group, user: User, *, leads: bool = False) -> GroupFacilitator:
    """Put somebody on the team, or change who leads; there is one lead at most."""
    require_kept(group)
    people.require_holder(user, group.clinic)
    people.hold(group)
    seat = seat_of(group, user, user.shown_name())
    if people.is_enrolled(seat):
        raise SetupRefused("belongs_already")
    if leads:
        others = GroupFacilitator.objects.filter(group=group, leads=True).exclude(seat=seat)
        others.update(leads=False)
    member, _ = GroupFacilitator.objects.update_or_create(
        group=group, seat=seat, defaults={"leads": leads}
    )
    return member


def leave(group: Group, seat: Seat) -> None:
    """Take somebody off the team; sessions that are planned keep whom they have."""
    GroupFacilitator.objects.filter(group=group, seat=seat).delete()
