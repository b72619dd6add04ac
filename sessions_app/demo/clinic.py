"""Founds the demo clinic: its people, papers and group."""

import datetime as dt
from collections.abc import Callable, Iterable

from django.contrib.auth.hashers import make_password

from accounts import agreements, grants
from accounts.clinics import found
from accounts.models import Agreement, Clinic, Membership, User
from accounts.people import register
from accounts.roles import Role
from sessions_app.demo import cast, words
from sessions_app.demo.cast import Part
from sessions_app.models import Enrolment, Group, GroupFacilitator
from sessions_app.models.seat import seat_of

# How long the clinic pretends to have been there.
OPEN_FOR = dt.timedelta(days=35)

Say = Callable[[str], None]


def open_clinic(now: dt.datetime, say: Say) -> Group:
    """The clinic with all that its first session needs; returns its group."""
    say("Making the clinic and its keys")
    clinic = found(
        Clinic(
            name=cast.CLINIC,
            zone=cast.ZONE,
            crisis_contacts=list(words.CRISIS),
            licensed_states=list(cast.STATES),
            demo=True,
            created=now - OPEN_FOR,
        )
    )
    say(f"Registering {len(cast.EVERYONE)} people")
    people = {part: _person(clinic, part) for part in cast.EVERYONE}
    _give_password(people.values())
    Membership.objects.filter(clinic=clinic).update(since=now - OPEN_FOR)
    say("Publishing agreements")
    _publish(clinic, people, now)
    _grant(clinic, people, now)
    return _group(clinic, people, now)


def _person(clinic: Clinic, part: Part) -> User:
    relative = {"name": f"A relative of {part.name}", "phone": "602-555-0100"}
    details: dict[str, object] = {"credential": part.credential, "licence": part.licence}
    if part.role == Role.PARTICIPANT:
        born = dt.date.fromisoformat(part.born)
        details = {"birth_date": born, "emergency_contact": relative}
    return register(
        clinic,
        Role(part.role),
        email=part.email,
        legal_name=part.legal_name,
        preferred_name=part.name,
        **details,
    )


def _give_password(people: Iterable[User]) -> None:
    # Hashed once for everyone: a hash is made to take long.
    hashed = make_password(cast.PASSWORD)
    User.objects.filter(pk__in=[user.pk for user in people]).update(password=hashed)


def _publish(clinic: Clinic, people: dict[Part, User], now: dt.datetime) -> None:
    for kind, audience, title, text in words.AGREEMENTS:
        draft = agreements.draft(
            clinic, Agreement.Kind(kind), Agreement.Audience(audience), title, text
        )
        published = agreements.publish(draft, now - OPEN_FOR)
        for part in cast.PARTICIPANTS:
            if part.signed and audience == Agreement.Audience.PARTICIPANTS:
                agreements.sign(people[part], published.pk, part.legal_name, now - OPEN_FOR)


def _grant(clinic: Clinic, people: dict[Part, User], now: dt.datetime) -> None:
    auditor = Membership.objects.get(user=people[cast.AUDITOR], role=Role.AUDITOR)
    today = now.date()
    grants.grant(
        clinic=clinic,
        auditor_code=auditor.code,
        purpose="Yearly review of attendance (demo)",
        starts=today - OPEN_FOR,
        ends=today + dt.timedelta(days=60),
        expires_at=now + dt.timedelta(days=90),
        by=people[cast.ADMINISTRATOR],
        people=[people[part].public_id for part in cast.PARTICIPANTS[:3]],
    )


def _group(clinic: Clinic, people: dict[Part, User], now: dt.datetime) -> Group:
    group = Group.objects.create(
        clinic=clinic,
        name=cast.GROUP,
        kind="process",
        # A visitor may take a while to look around: the room waits an hour for a facilitator.
        late_cutoff_min=60,
        created=now - OPEN_FOR,
    )
    for part in (cast.LEAD, cast.CO_LEAD):
        seat = seat_of(group, people[part], part.name)
        GroupFacilitator.objects.create(group=group, seat=seat, leads=part is cast.LEAD)
    for part in cast.PARTICIPANTS:
        seat = seat_of(group, people[part], part.name)
        # Who has yet to sign is new, and missed nothing.
        since = now - (OPEN_FOR if part.signed else dt.timedelta(days=1))
        Enrolment.objects.create(seat=seat, since=since)
    return group
