"""`vgroup simulate` against a real server: a true record passes, a false one does not."""

import asyncio
import subprocess
import sys
from io import StringIO
from uuid import UUID

import httpx
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from rich.console import Console

from sessions_app.demo import cast
from sessions_app.demo.seed import seed
from sessions_app.ledger import entries
from sessions_app.ledger.verify import verify_all
from sessions_app.models import GroupSession
from sessions_app.room.door import Admitted
from sessions_app.simulate import fill, residents, timeline
from sessions_app.simulate.account import Account
from sessions_app.simulate.chronicle import Chronicle
from sessions_app.simulate.line import Line
from sessions_app.simulate.office import Attendance, Office
from sessions_app.simulate.screen import Screen
from sessions_app.simulate.simulation import Options, Outcome, simulate
from sessions_app.simulate.timeline import Pace
from tests.conftest import Serve
from tests.process import ServerProcess
from tests.stack import Stack
from vgroup.env import PROJECT

EMBEDDED = pytest.mark.parametrize("stack", ["embedded"], indirect=True)
QUICK = Pace(5, 6, 1.5, 7, 2, beat_s=0.05, turn_s=0.1)
BRIEF = Pace(3, 4, 1, 4, 1.5, beat_s=0.02, turn_s=0.05)


@pytest.fixture
def demo_server(stack: Stack, serve: Serve) -> ServerProcess:
    """A server with the demo clinic."""
    seed(timezone.now(), lambda step: None)
    return serve()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same stories, pressed further."""
    monkeypatch.setattr(timeline, "FAST", QUICK)


@pytest.fixture
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same stories, pressed as far as they go."""
    monkeypatch.setattr(timeline, "FAST", BRIEF)


def simulated(url: str, people: int, **options: object) -> str:
    out = StringIO()
    call_command("simulate", url=url, people=people, seed=4, stdout=out, **options)
    return out.getvalue()


def _tonight() -> GroupSession:
    return GroupSession.objects.filter(ends_at__gt=timezone.now()).earliest("starts_at")


@pytest.mark.usefixtures("quick")
def test_a_whole_session_is_recorded_as_it_was_lived_through(demo_server: ServerProcess) -> None:
    said = simulated(demo_server.url, 14)
    assert "The record is what everyone lived through" in said
    assert verify_all().ok


@EMBEDDED
@pytest.mark.usefixtures("brief")
def test_a_falsified_attendance_is_found(
    demo_server: ServerProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Office.attendance

    async def falsified(office: Office, session: str) -> Attendance:
        attendance = await told(office, session)
        row = max(attendance.rows, key=lambda row: int(row["credited_ms"]))
        row["credited_ms"] -= 5_000
        return attendance

    monkeypatch.setattr(Office, "attendance", falsified)
    out = StringIO()
    with pytest.raises(CommandError, match="not what was lived through: 1 findings") as error:
        call_command("simulate", url=demo_server.url, people=2, tolerance=0.5, stdout=out)
    assert error.value.returncode == 1
    assert "credited_ms" in out.getvalue()


@EMBEDDED
@pytest.mark.usefixtures("brief")
def test_the_open_session_of_the_demo_can_be_played(demo_server: ServerProcess) -> None:
    said = simulated(demo_server.url, 4, session=str(_tonight().pk))
    assert "The record is what everyone lived through" in said


@EMBEDDED
@pytest.mark.usefixtures("brief")
def test_a_human_may_lead(demo_server: ServerProcess) -> None:
    session, url = str(_tonight().pk), demo_server.url

    async def human() -> None:
        async with httpx.AsyncClient(base_url=url) as http:
            account = await Account.by_password(http, cast.LEAD.email, cast.PASSWORD)
            alice = Line(account, url, session, Chronicle())
            await alice.open()
            await alice.command("Knock")
            await asyncio.sleep(BRIEF.arrive_s + 2)
            await alice.command("AdmitAll", identity="known")
            await alice.command("Start")
            await asyncio.sleep(6)
            await alice.command("End")
            await alice.close()

    async def together() -> Outcome:
        options = Options(url, people=2, pace="fast", session=session, facilitator=None)
        outcome, _ = await asyncio.gather(simulate(options, Screen(Console(quiet=True))), human())
        return outcome

    outcome = asyncio.run(together())
    assert outcome.ok, (outcome.differences, outcome.troubles)
    assert outcome.chronicle.done["Knock"] == 2


@EMBEDDED
def test_a_server_without_the_demo_is_left_alone(server: ServerProcess) -> None:
    with pytest.raises(CommandError, match="has no demo clinic") as error:
        simulated(server.url, 3)
    assert error.value.returncode == 2


@EMBEDDED
def test_what_can_not_be_done_ends_in_a_sentence(demo_server: ServerProcess) -> None:
    with pytest.raises(CommandError, match="name the --session"):
        simulated(demo_server.url, 3, facilitator=None)
    with pytest.raises(CommandError, match="can not be signed in"):
        simulated(demo_server.url, 1, facilitator="nobody@harbor.example")
    with pytest.raises(CommandError, match="has no session"):
        simulated(demo_server.url, 1, session="01a20c11-e051-720f-8d46-fd194fba7a68")


@EMBEDDED
def test_no_server_is_a_sentence_and_a_code_of_its_own(stack: Stack) -> None:
    refused = subprocess.run(
        [sys.executable, "-m", "vgroup", "simulate", "--url", "http://127.0.0.1:9"],
        cwd=PROJECT,
        env=stack.environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert refused.returncode == 2
    assert "No server answers at http://127.0.0.1:9" in refused.stderr
    assert "Traceback" not in refused.stderr


@EMBEDDED
def test_the_demo_fills_a_room(demo_server: ServerProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fill, "PACE", BRIEF)
    monkeypatch.setattr(residents, "POLITE_S", 0.1)
    said: list[str] = []

    async def for_a_while() -> None:
        async with asyncio.timeout(8):
            await fill.fill(demo_server.url, cast.PASSWORD, said.append)

    with pytest.raises(TimeoutError):
        asyncio.run(for_a_while())
    session = said[0].split()[-1].rstrip(".")
    events = [fact.event for fact in entries.tail(UUID(session), 0)]
    admitted = {event.seat for event in events if isinstance(event, Admitted)}
    assert len(admitted) == len(fill.RESIDENTS) + 1
