"""What a simulation needs of the demo clinic's office: people, a group, a session, the record."""

import asyncio
import datetime as dt
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import httpx

from sessions_app.demo import cast
from sessions_app.simulate.account import Account, Json
from sessions_app.simulate.errors import Closed, Refused, SimulationError

GROUP = "Simulated group"
SURNAME = "Simulated"
AT_ONCE = 8


class Signed(NamedTuple):
    """Somebody who is signed in; `identities` must be in no frame of anyone."""

    account: Account
    person: str
    identities: tuple[str, ...]


class Attendance(NamedTuple):
    """The facts of the meeting, a row for each person, and the times behind the figures."""

    meeting: Json
    rows: list[Json]
    times: list[Json]


class Office:
    """The demo's administrator."""

    def __init__(self, http: httpx.AsyncClient, admin: Account, clinic: Json) -> None:
        self._http, self._admin, self._clinic = http, admin, clinic
        # A server on one machine hashes passwords one after the other anyway.
        self._gate = asyncio.Semaphore(AT_ONCE)

    @classmethod
    async def enter(cls, http: httpx.AsyncClient, password: str) -> "Office":
        """Sign in; raises SimulationError where there is no server, or no demo clinic on it."""
        try:
            admin = await Account.by_password(http, cast.ADMINISTRATOR.email, password)
            me = await admin.get("me")
        except (httpx.TransportError, Closed) as error:
            raise SimulationError(
                f"No server answers at {http.base_url} ({type(error).__name__}): "
                "start one with `make run`, or name another with --url."
            ) from error
        except (Refused, ValueError, KeyError) as error:
            raise SimulationError(
                f"The server at {http.base_url} has no demo clinic ({error}): virtual people do "
                "not mingle with real ones. Seed one with `vgroup demo`."
            ) from error
        clinics = [held["clinic"] for held in me["memberships"] if held["clinic"]["demo"]]
        if not clinics:
            raise SimulationError("The administrator's clinic is no demo: nothing was done.")
        return cls(http, admin, clinics[0])

    async def stay_in_use(self) -> None:
        """Keep the administrator signed in, for as long as this runs."""
        await self._admin.stay_in_use()

    async def sign_in(self, email: str, password: str) -> Signed:
        """Sign one of the demo's people in."""
        async with self._gate:
            return await _signed(await Account.by_password(self._http, email, password))

    async def make_people(self, number: int) -> list[Signed]:
        """So many people more, made by earlier runs or now, each signed in by a code."""
        known = await self._admin.pages("people", role="participant", search=SURNAME)
        people = [person["id"] for person in known if person["managed"]][:number]
        made = [self._register(len(people) + n) for n in range(number - len(people))]
        people += await asyncio.gather(*made)
        return list(await asyncio.gather(*(self._by_code(person) for person in people)))

    async def group(self, rules: Json, team: list[str], members: list[tuple[str, str]]) -> Json:
        """The group of the simulations, with these rules, and these people by public id."""
        groups = await self._admin.pages("groups")
        group = next((g for g in groups if g["name"] == GROUP and not g["archived"]), None)
        if group is None:
            group = await self._admin.post("groups", {"name": GROUP, "kind": "other", **rules})
        else:
            group = await self._admin.patch(f"groups/{group['id']}", rules)
        path = f"groups/{group['id']}"
        for n, person in enumerate(team):
            await self._admin.post(f"{path}/team", {"person": person, "leads": n == 0})
        await self.enrol(group, members)
        return dict(group)

    async def enrol(self, group: Json, members: list[tuple[str, str]]) -> None:
        """Let people take part in a group: public ids, each with the alias they wish for."""
        path = f"groups/{group['id']}/members"
        enrolled = {member["person"] for member in await self._admin.pages(path, active=True)}
        missing = [member for member in members if member[0] not in enrolled]
        await asyncio.gather(*(self._enrol(path, *member) for member in missing))

    async def plan(self, group: Json, start: dt.datetime, length_min: int) -> Json:
        """A session of the group."""
        local = start.astimezone(ZoneInfo(self._clinic["zone"]))
        planned = {
            "group": group["id"],
            "planned_date": local.date().isoformat(),
            "planned_start": local.time().isoformat(timespec="seconds"),
            "length_min": length_min,
        }
        return dict(await self._admin.post("sessions", planned))

    async def session(self, pk: str) -> Json:
        """A session that is planned already."""
        try:
            return dict(await self._admin.get(f"sessions/{pk}"))
        except Refused:
            raise SimulationError(f"The demo clinic has no session {pk}.") from None

    async def group_of(self, session: Json) -> Json:
        """The group of a session, with its rules."""
        return dict(await self._admin.get(f"groups/{session['group']['id']}"))

    async def open_session(self) -> Json:
        """The demo group's session whose door is open."""
        rows = await self._admin.pages("sessions")
        for row in rows:
            is_open = row["phase"] in ("door_open", "running", "on_break", "on_hold")
            if is_open and row["group"]["name"] == cast.GROUP:
                return row
        raise SimulationError("No door is open at the moment: open one with `vgroup demo`.")

    async def attendance(self, session: str) -> Attendance:
        """The attendance of a session, as the office sees it."""
        told = await self._admin.get(f"sessions/{session}/attendance")
        return Attendance(told["meeting"], told["people"], told["times"])

    async def entries(self, session: str) -> list[Json]:
        """The entries of a session's ledger; their actors are legal names."""
        return await self._admin.pages(f"sessions/{session}/ledger")

    async def seats(self, group: Json) -> dict[str, str]:
        """Everyone's seat in a group, by public id."""
        path = f"groups/{group['id']}"
        members, team = await asyncio.gather(
            self._admin.pages(f"{path}/members", active=True), self._admin.pages(f"{path}/team")
        )
        return {row["person"]: row["seat"] for row in (*members, *team)}

    async def _register(self, number: int) -> str:
        body = {
            "role": "participant",
            "legal_name": f"{SURNAME} Person {number:05d}",
            "preferred_name": f"{SURNAME} {number}",
        }
        async with self._gate:
            return str((await self._admin.post("people", body))["id"])

    async def _by_code(self, person: str) -> Signed:
        async with self._gate:
            issued = await self._admin.post(f"people/{person}/code")
            account = await Account.by_code(self._http, issued["sign_in"], issued["code"])
            return await _signed(account)

    async def _enrol(self, path: str, person: str, alias: str) -> None:
        async with self._gate:
            wish = {"alias": alias} if alias else {}
            await self._admin.post(path, {"person": person, **wish})


async def _signed(account: Account) -> Signed:
    me: dict[str, Any] = await account.get("me")
    words = (me["legal_name"], me["email"] or "", me["sign_in"] or "")
    return Signed(account, me["id"], tuple(filter(None, words)))
