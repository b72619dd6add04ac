"""Fetches the server's record of a session, and holds it against the diaries of a play."""

import datetime as dt

from sessions_app.simulate import verdict
from sessions_app.simulate.account import Json
from sessions_app.simulate.expectation import Lived, Meeting
from sessions_app.simulate.office import Attendance, Office
from sessions_app.simulate.person import Person
from sessions_app.simulate.play import Play
from sessions_app.simulate.spans import Span
from sessions_app.simulate.verdict import Difference


async def compare(
    office: Office,
    session: Json,
    group: Json,
    play: Play,
    *,
    tolerance_ms: int,
    alone: bool,
    faults: bool = False,
) -> list[Difference]:
    """Every difference between the server's record and what was lived through.

    `alone`: nobody else was invited, so nobody else can have been there. `faults`: processes
    died, and whoever was back before the record heard of it has no loss there.
    """
    attendance = await office.attendance(session["id"])
    seats = {str(row["person"]): str(row["seat"]) for row in attendance.rows}
    rows = _rows(attendance, seats)
    _seat_absent(play, rows)
    ran = _meeting(session, group, play)
    people = [_lived(person, play) for person in play.people]
    if faults:
        for lived in people:
            del lived.counts["connection_losses"]
    found = verdict.meeting_row(ran, attendance.meeting, tolerance_ms)
    found += verdict.attendance(people, ran, rows, tolerance_ms)
    if alone:
        found += verdict.strangers(rows, {person.seat for person in people})
    entries = await office.entries(session["id"])
    written = [(seats.get(entry["actor"], ""), str(entry["kind"])) for entry in entries]
    acked = {person.seat: _written(person) for person in play.people}
    names = {person.seat: person.name for person in people}
    return found + verdict.ledger(acked, names, written)


def _rows(attendance: Attendance, seats: dict[str, str]) -> dict[str, Json]:
    """A row by seat, with the times of presence behind it."""
    rows = {row["seat"]: {**row, "presence": []} for row in attendance.rows}
    for time in attendance.times:
        if time["what"] == "present":
            span = (_ms(time["since"]), _ms(time["until"]))
            rows[seats[time["person"]]]["presence"].append(span)
    return rows


def _seat_absent(play: Play, rows: dict[str, Json]) -> None:
    # Whoever never came does not know their seat; the office does.
    for seat, person in zip(play.seats, play.people, strict=True):
        person.seat = person.seat or seat
        person.name = person.name or rows.get(seat, {}).get("person", seat)


def _written(person: Person) -> list[str]:
    # Staff do not ask to come in: their knock is their admission.
    return [kind for kind in person.acked if person.number is not None or kind != "Knock"]


def _meeting(session: Json, group: Json, play: Play) -> Meeting:
    told = play.chronicle
    start, ended = told.started_at(), told.ended_at
    return Meeting(
        planned_start=_ms(session["starts_at"]),
        planned_end=_ms(session["ends_at"]),
        start=told.server_time(start) if start is not None else None,
        end=told.server_time(ended) if ended is not None else 0,
        running=_by_server(told.running(), play),
        grace_ms=group["late_grace_min"] * 60_000,
        away_credited=group["away_credited"],
    )


def _lived(person: Person, play: Play) -> Lived:
    diary, told = person.diary, play.chronicle
    end = told.ended_at if told.ended_at is not None else 0
    knocked = diary.entered if person.number is None else diary.knocked
    return Lived(
        seat=person.seat,
        name=person.name,
        present=_by_server(diary.present(end), play),
        away=_by_server(diary.stepped_away(end), play),
        knocked=told.server_time(knocked) if knocked is not None else None,
        put_out=diary.put_out is not None,
        counts=_counts(person, play),
        microphone=_by_server(diary.on("microphone", end), play),
        camera=_by_server(diary.on("camera", end), play),
        said=diary.said,
    )


def _counts(person: Person, play: Play) -> dict[str, int]:
    told, seat = play.chronicle, person.seat
    own = ("hands_raised", "messages_group", "messages_private", "reactions", "turns_passed")
    counts = {what: person.diary.counts.get(what, 0) for what in (*own, "checkins_done")}
    counts["connection_losses"] = person.diary.losses
    if play.lead is not None:
        answered = [s for s in told.of("PresenceAnswered") if s.event["seat"] == seat]
        by_activity = sum(seen.event["recent"] for seen in answered)
        counts["prompts_by_activity"] = by_activity
        counts["prompts_answered"] = len(answered) - by_activity
        counts["prompts_missed"] = told.count("PresenceMissed", seat)
        counts["turns_taken"] = told.count("TurnTaken", seat)
        counts["called_on"] = told.count("CalledOn", seat)
    return counts


def _by_server(spans: list[Span], play: Play) -> list[Span]:
    time = play.chronicle.server_time
    return [(time(since), time(until)) for since, until in spans]


def _ms(moment: str) -> int:
    return round(dt.datetime.fromisoformat(moment).timestamp() * 1000)
