"""Who plays: the demo's people, and as many more as are asked for, signed in."""

import asyncio
from collections.abc import Callable
from typing import NamedTuple

from sessions_app.demo import cast
from sessions_app.simulate.errors import Refused, SimulationError
from sessions_app.simulate.office import SURNAME, Office, Signed

NAMED = 40  # whose names every frame is searched for; of the others one common word is enough


class Company(NamedTuple):
    """Signed-in people: participants in the order of their numbers, then the team."""

    participants: list[Signed]
    lead: Signed | None
    co_lead: Signed | None

    def identities(self) -> list[str]:
        """Words that are in no frame of anyone."""
        known = [*filter(None, (self.lead, self.co_lead)), *self.participants[:NAMED]]
        words = {word for signed in known for word in signed.identities}
        return sorted(words | {f"{SURNAME} Person"})

    def team(self) -> list[str]:
        """The public ids of the team, the lead first."""
        return [signed.person for signed in (self.lead, self.co_lead) if signed is not None]

    def members(self) -> list[tuple[str, str]]:
        """Public ids of the participants, each with the alias they wish for."""
        wishes = [part.name for part in cast.PARTICIPANTS]
        wishes += [""] * (len(self.participants) - len(wishes))
        return [(s.person, wish) for s, wish in zip(self.participants, wishes, strict=False)]


async def gather(
    office: Office,
    people: int,
    *,
    password: str,
    facilitator: str | None,
    say: Callable[[str], None],
) -> Company:
    """Sign everyone in; without a `facilitator` (an e-mail) the room is left to a human one."""
    parts = cast.PARTICIPANTS[:people]
    say(f"Signing in {people} participants")
    first, more, team = await asyncio.gather(
        asyncio.gather(*(office.sign_in(part.email, password) for part in parts)),
        office.make_people(people - len(parts)),
        asyncio.gather(*(_staff(office, email, password) for email in _team(facilitator))),
    )
    lead, co_lead = (*team, None, None)[:2]
    return Company([*first, *more], lead, co_lead)


def _team(facilitator: str | None) -> list[str]:
    if facilitator is None:
        return []
    others = [part.email for part in (cast.CO_LEAD, cast.LEAD) if part.email != facilitator]
    return [facilitator, others[0]]


async def _staff(office: Office, email: str, password: str) -> Signed:
    try:
        return await office.sign_in(email, password)
    except Refused as refused:
        raise SimulationError(f"{email} can not be signed in ({refused}).") from None
