"""The roles a person can have at a clinic, and the one table of who may do what with accounts."""

from typing import Literal

from django.db.models import TextChoices


class Role(TextChoices):
    """A `guest` is somebody whom the clinic knows from single sessions only."""

    PARTICIPANT = "participant"
    GUEST = "guest"
    FACILITATOR = "facilitator"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


STAFF = frozenset({Role.FACILITATOR, Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR})

# From the one that may do most to the one that may do least: under which a person is recorded.
RANK = (
    Role.ADMINISTRATOR,
    Role.SUPERVISOR,
    Role.FACILITATOR,
    Role.AUDITOR,
    Role.PARTICIPANT,
    Role.GUEST,
)

Action = Literal[
    "see_clinic",
    "list_people",
    "see_person",
    "edit_people",
    "issue_code",
    "invite",
    "see_grants",
    "grant_audit",
    "see_access_log",
]

MAY: dict[Action, frozenset[Role]] = {
    "see_clinic": frozenset(Role),
    "list_people": frozenset({Role.FACILITATOR, Role.SUPERVISOR, Role.ADMINISTRATOR}),
    "see_person": frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
    "edit_people": frozenset({Role.ADMINISTRATOR}),
    "issue_code": frozenset({Role.FACILITATOR, Role.SUPERVISOR, Role.ADMINISTRATOR}),
    "invite": frozenset({Role.ADMINISTRATOR}),
    "see_grants": frozenset({Role.ADMINISTRATOR, Role.AUDITOR}),
    "grant_audit": frozenset({Role.ADMINISTRATOR}),
    "see_access_log": frozenset({Role.ADMINISTRATOR, Role.AUDITOR}),
}
