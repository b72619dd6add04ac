"""Seeds the demo clinic once, and sees to it that there is a room to walk into at each start."""

import datetime as dt

from django.db import transaction

from accounts.models import Clinic
from sessions_app.demo import cast, history, schedule
from sessions_app.demo.clinic import Say, open_clinic
from sessions_app.models import Group, GroupSession


class NotEmpty(Exception):
    """There are real clinics in the database; a made-up one does not belong beside them."""


def seed(now: dt.datetime, say: Say) -> GroupSession:
    """Make what is missing, all of it or nothing; returns the session whose door is open."""
    with transaction.atomic():
        group = Group.objects.filter(clinic__demo=True, name=cast.GROUP).first()
        if group is None:
            if Clinic.objects.exists():
                raise NotEmpty
            group = open_clinic(now, say)
            say("Playing two past evenings into the ledger")
            history.write(schedule.past(group, now), round(now.timestamp() * 1000))
        session, planned = schedule.tonight(group, now)
        if planned:
            say("Planning the group that opens now")
        schedule.upcoming(group, now)
    return session
