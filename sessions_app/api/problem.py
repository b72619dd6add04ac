"""The refusals of rooms and of the set-up as HTTP problems: mapped here, once."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from rest_framework import serializers

from accounts.api import problem
from sessions_app.room.errors import RoomError
from sessions_app.setup.refusals import SetupRefused

# Every code that is not named is a rule that stands against it: a conflict.
STATUSES = {
    "not_found": 404,
    "not_permitted": 403,
    "invalid": 422,
    "busy": 503,
    "unavailable": 503,
    "restarting": 503,
    "signed_out": 401,
    "too_large": 413,
}


def status_of(code: str) -> int:
    """The HTTP status of a room's refusal."""
    return STATUSES.get(code, 409)


class TooLarge(RoomError):
    """A command that no socket would take either."""

    def __init__(self) -> None:
        super().__init__("too_large", "A command holds at most 16 KB.")


problem.coded[RoomError] = status_of
problem.coded[SetupRefused] = lambda code: 409

# For extend_schema, beside the REFUSALS of accounts.
REFUSALS = problem.REFUSALS
ROOM_REFUSALS = REFUSALS | {
    (status, problem.CONTENT_TYPE): problem.ProblemSerializer for status in (422, 503)
}


@contextmanager
def named_fields() -> Iterator[None]:
    """Turn the ValidationError of a rule into the refusal of a field."""
    try:
        yield
    except ValidationError as error:
        raise serializers.ValidationError(serializers.as_serializer_error(error)) from error
