"""Everyone of one simulated session, from the first moment of the story to the last."""

import asyncio

from sessions_app.simulate.chronicle import Chronicle
from sessions_app.simulate.company import Company
from sessions_app.simulate.device import ticks
from sessions_app.simulate.facilitator import Facilitator
from sessions_app.simulate.guard import guarded
from sessions_app.simulate.lead import Lead
from sessions_app.simulate.participant import Participant
from sessions_app.simulate.screen import Screen
from sessions_app.simulate.story import Deed, Story
from sessions_app.simulate.timeline import Act, Pace, Timeline

# The first moment lies so long after everyone is signed in, seconds.
READY_S = 1.0
# What the co-facilitator does beside looking after alerts.
ASSISTANT = (
    Deed(Act.ARRIVE, 0.05, "enter"),
    Deed(Act.ARRIVE, 0.05, "watch"),
    Deed(Act.AFTER, 0.8, "sign"),
)


class Play:
    """Everyone of one run, in one room."""

    def __init__(
        self,
        url: str,
        session: str,
        company: Company,
        told: Story,
        pace: Pace,
        seats: dict[str, str],
    ) -> None:
        self.chronicle = Chronicle()
        self.story, self.timeline = told, Timeline(pace)
        self.zero = ticks() + round(READY_S * 1000)
        given = {
            "timeline": self.timeline,
            "zero": self.zero,
            "identities": company.identities(),
        }
        place = (url, session, self.chronicle)
        self.participants = [
            Participant(
                signed.account, *place, life=life, seed=f"{told.seed}/{life.number}", **given
            )
            for signed, life in zip(company.participants, told.lives, strict=True)
        ]
        # In the order of `people`.
        everyone = [*company.participants, *filter(None, (company.lead, company.co_lead))]
        self.seats = [seats.get(signed.person, "") for signed in everyone]
        self.lead: Lead | None = None
        self.co_lead: Facilitator | None = None
        if company.co_lead is not None:
            self.co_lead = Facilitator(
                company.co_lead.account, *place, seed=f"{told.seed}/co_lead", **given
            )
        if company.lead is not None:
            self.lead = Lead(
                company.lead.account,
                *place,
                story=told,
                participants=self.participants,
                co_lead=self.co_lead,
                seed=f"{told.seed}/lead",
                **given,
            )

    @property
    def people(self) -> list[Participant | Facilitator]:
        """Everyone who plays."""
        return [*self.participants, *filter(None, (self.lead, self.co_lead))]

    async def run(self, screen: Screen) -> None:
        """Play it from the first moment to the last, then let everyone go."""
        using = [asyncio.create_task(person.account.stay_in_use()) for person in self.people]
        async with screen.following(self.people, self.chronicle, self._act):
            try:
                await guarded(self._play(), self.people)
            finally:
                for task in using:
                    task.cancel()
                await asyncio.gather(*(person.close() for person in self.people))
        if self.chronicle.ended_at is None or not self.chronicle.running():
            self.chronicle.trouble(f"The group was not held to its end: it is {self._phase()}.")

    async def _play(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            for person in self.participants:
                tasks.create_task(person.live_through())
            if self.lead is not None:
                tasks.create_task(self.lead.live_through())
            if self.co_lead is not None:
                tasks.create_task(self.co_lead.play(ASSISTANT))
        await self._until(Deed(Act.AFTER, 1.0, "close"))
        # A human facilitator ends the group when they see fit.
        if self.lead is None:
            await self.chronicle.over.wait()

    async def _until(self, deed: Deed) -> None:
        left_ms = self.zero + self.timeline.at(deed.act, deed.share) * 1000 - ticks()
        await asyncio.sleep(max(0.0, left_ms / 1000))

    def _phase(self) -> str:
        return self.chronicle.phase.replace("_", " ")

    def _act(self) -> str:
        passed_s = (ticks() - self.zero) / 1000
        act = max(
            (act for act in Act if self.timeline.at(act, 0) <= max(0.0, passed_s)),
            key=lambda act: self.timeline.at(act, 0),
        )
        left_s = max(0.0, self.timeline.at(Act.AFTER, 1) - passed_s)
        return f"{act.value}, {left_s:.0f} s left"
