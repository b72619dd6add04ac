"""Which of the clinic's people may be what in a group."""

from accounts.models import Clinic, Membership, User
from accounts.roles import Role
from sessions_app.models import Enrolment, Group, GroupFacilitator, Seat
from sessions_app.setup.refusals import SetupRefused

# The roles by which one may hold a group; the room asks for the same.
HOLDERS = frozenset({Role.FACILITATOR, Role.SUPERVISOR, Role.ADMINISTRATOR})


def require_participant(user: User, clinic: Clinic) -> None:
    """Refuse whoever is no participant of the clinic."""
    if Role.PARTICIPANT not in roles(user, clinic):
        raise SetupRefused("not_a_participant")


def require_holder(user: User, clinic: Clinic) -> None:
    """Refuse whoever may not hold a group at the clinic."""
    if HOLDERS.isdisjoint(roles(user, clinic)):
        raise SetupRefused("no_staff_role")


def require_known(user: User, clinic: Clinic) -> None:
    """Refuse whoever has no role at the clinic any more."""
    if not roles(user, clinic):
        raise SetupRefused("not_of_the_clinic")


def roles(user: User, clinic: Clinic) -> set[Role]:
    """The roles a person has at the clinic now."""
    held = Membership.objects.filter(user=user, clinic=clinic, active=True, user__is_active=True)
    return {Role(role) for role in held.values_list("role", flat=True)}


def is_enrolled(seat: Seat) -> bool:
    """Whether the person of this seat takes part in the group now."""
    return Enrolment.objects.filter(seat=seat, active=True).exists()


def is_on_team(seat: Seat) -> bool:
    """Whether the person of this seat is of the group's standing team."""
    return GroupFacilitator.objects.filter(seat=seat).exists()


def hold(group: Group) -> None:
    """Make every other change of who belongs to this group wait until the transaction ends."""
    # SQLite has one writer: its IMMEDIATE transaction is the lock.
    list(Group.objects.filter(pk=group.pk).select_for_update(no_key=True).values_list("pk"))
