"""A demo clinic on either stack."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone

from sessions_app.demo.seed import seed
from sessions_app.models import GroupSession
from tests.stack import Stack

Start = Callable[..., GroupSession]


@pytest.fixture
def start(stack: Stack) -> Start:
    """What a start of the demo does, at this time or so much later; returns the open session."""

    def at(later: dt.timedelta = dt.timedelta()) -> GroupSession:
        return seed(timezone.now() + later, lambda step: None)

    return at
