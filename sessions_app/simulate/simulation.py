"""One simulated session from sign-in to verdict; also the way in for tests and benchmarks."""

import asyncio
import datetime as dt
from typing import NamedTuple

import httpx

from sessions_app.demo import cast
from sessions_app.simulate import company as companies
from sessions_app.simulate import record, story, timeline
from sessions_app.simulate.account import Json
from sessions_app.simulate.chronicle import Chronicle
from sessions_app.simulate.company import Company
from sessions_app.simulate.errors import SimulationError
from sessions_app.simulate.office import Office
from sessions_app.simulate.play import READY_S, Play
from sessions_app.simulate.screen import Screen
from sessions_app.simulate.story import Story
from sessions_app.simulate.timeline import Pace
from sessions_app.simulate.verdict import Difference

TIMEOUT = httpx.Timeout(60)


class Options(NamedTuple):
    """What to simulate. `session` None: one is planned; `facilitator` None: a human leads."""

    url: str
    people: int = 10
    seed: int = 1
    pace: str = "fast"
    session: str | None = None
    facilitator: str | None = cast.LEAD.email
    password: str = cast.PASSWORD
    length_min: int = 60
    tolerance_ms: int = 1000
    faults: bool = False  # processes of the server die meanwhile


class Outcome(NamedTuple):
    """What came of it: differences, other troubles, and the numbers of the run."""

    session: str
    differences: list[Difference]
    troubles: list[str]
    chronicle: Chronicle

    @property
    def ok(self) -> bool:
        """Whether the server's record is what the clients lived through."""
        return not self.differences and not self.troubles


async def simulate(options: Options, screen: Screen) -> Outcome:
    """Drive a whole session; raises SimulationError where it can not be done."""
    url = options.url.rstrip("/")
    async with httpx.AsyncClient(base_url=url, timeout=TIMEOUT) as http:
        office = await Office.enter(http, options.password)
        company = await companies.gather(
            office,
            options.people,
            password=options.password,
            facilitator=options.facilitator,
            say=screen.say,
        )
        told = story.tell(options.people, options.seed)
        session, group, pace = await _placed(office, options, company, told)
        screen.say(
            f"Session {session['id']}: {options.people} people, about {pace.total_s():.0f} s"
        )
        seats = await office.seats(group)
        play = Play(url, session["id"], company, told, pace, seats)
        using = asyncio.create_task(office.stay_in_use())
        try:
            await play.run(screen)
        finally:
            using.cancel()
        screen.say("Comparing the server's attendance with what everyone lived through")
        found = await record.compare(
            office,
            session,
            group,
            play,
            tolerance_ms=options.tolerance_ms,
            alone=options.session is None,
            faults=options.faults,
        )
    return Outcome(session["id"], found, play.chronicle.troubles, play.chronicle)


async def _placed(
    office: Office, options: Options, company: Company, told: Story
) -> tuple[Json, Json, Pace]:
    """The session to play in, its group, and how fast."""
    if options.session is not None:
        session = await office.session(options.session)
        group = await office.group_of(session)
        await office.enrol(group, company.members())
        return session, group, _pace(options, session)
    if company.lead is None:
        raise SimulationError("Without a virtual facilitator, name the --session of a human one.")
    coming = sum(life.trait != "absent" for life in told.lives)
    fast = options.pace == "fast"
    rules = {
        # One seat too few, so that somebody is let in over capacity, with a reason.
        "capacity": max(1, coming - 1),
        "door_min": 15,
        "late_grace_min": 0 if fast else 5,
        "late_cutoff_min": 0 if fast else 15,
    }
    group = await office.group(rules, company.team(), company.members())
    arrive_s = timeline.FAST.arrive_s if fast else 10 * 60
    start = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=arrive_s + READY_S)
    session = await office.plan(group, start, 10 if fast else options.length_min)
    return session, group, _pace(options, session)


def _pace(options: Options, session: Json) -> Pace:
    if options.pace == "fast":
        return timeline.FAST
    starts, ends = (dt.datetime.fromisoformat(session[name]) for name in ("starts_at", "ends_at"))
    left_s = (starts - dt.datetime.now(dt.UTC)).total_seconds() - READY_S
    length_s = (ends - starts).total_seconds() - max(0.0, -left_s)
    if length_s < 600:
        raise SimulationError("This session is all but over: name another, or use --pace fast.")
    return timeline.real(max(60.0, left_s), length_s)
