"""When the demo group meets: now, on other evenings of the week, and twice in the past."""

import datetime as dt
from zoneinfo import ZoneInfo

from sessions_app.ledger import entries, planning
from sessions_app.models import Group, GroupSession
from sessions_app.models.plan import plan_of
from sessions_app.room import room as rooms
from sessions_app.room.clock import OPEN
from sessions_app.room.room import Room

LENGTH_MIN = 90
SOON = dt.timedelta(minutes=4)
EVENING = dt.time(18, 0)
AHEAD_DAYS, AGO_DAYS = (2, 4, 6), (5, 2)
TOPICS = (
    "What a craving tells us",
    "Saying no without losing a friend",
    "A plan for the weekend",
)


def past(group: Group, now: dt.datetime) -> list[GroupSession]:
    """Plan the evenings that are over, oldest first."""
    today = now.astimezone(_zone(group)).date()
    days = (today - dt.timedelta(days=ago) for ago in AGO_DAYS)
    return [
        planning.plan(group, day, EVENING, LENGTH_MIN, topic=topic)
        for day, topic in zip(days, TOPICS, strict=False)
    ]


def upcoming(group: Group, now: dt.datetime) -> list[GroupSession]:
    """Plan the evenings of the next days that are not planned yet."""
    today = now.astimezone(_zone(group)).date()
    planned = set(
        GroupSession.objects.filter(group=group, planned_date__gt=today).values_list(
            "planned_date", flat=True
        )
    )
    if len(planned) >= len(AHEAD_DAYS) - 1:
        return []
    days = {today + dt.timedelta(days=ahead) for ahead in AHEAD_DAYS} - planned
    return [
        planning.plan(group, day, EVENING, LENGTH_MIN, topic=TOPICS[day.toordinal() % len(TOPICS)])
        for day in sorted(days)
    ]


def tonight(group: Group, now: dt.datetime) -> tuple[GroupSession, bool]:
    """The session whose door is open, and whether it had to be planned for that.

    One that was to begin within its own length is moved to now: two would overlap.
    """
    near = GroupSession.objects.filter(
        group=group,
        cancelled_at=None,
        starts_at__gt=now - dt.timedelta(hours=12),
        starts_at__lt=now + dt.timedelta(minutes=LENGTH_MIN),
    ).select_related("group__clinic")
    rooms_near = [(session, _room_at(session, now)) for session in near]
    for session, room in rooms_near:
        if room.clock.phase in OPEN:
            return session, False
    day, start = _soon(group, now)
    for session, room in rooms_near:
        if room.clock.phase == "scheduled":
            planning.move(session, day, start, LENGTH_MIN)
            return session, True
    return planning.plan(group, day, start, LENGTH_MIN, topic=TOPICS[0]), True


def _room_at(session: GroupSession, now: dt.datetime) -> Room:
    """The room as a clock would have it by now; nothing is written."""
    room = rooms.fold(rooms.new(plan_of(session)), entries.tail(session.pk, 0))
    return rooms.advance(room, round(now.timestamp() * 1000))[0]


def _soon(group: Group, now: dt.datetime) -> tuple[dt.date, dt.time]:
    start = (now + SOON).astimezone(_zone(group)).replace(second=0, microsecond=0)
    start += dt.timedelta(minutes=1)
    return start.date(), start.time()


def _zone(group: Group) -> ZoneInfo:
    return ZoneInfo(group.clinic.zone)
