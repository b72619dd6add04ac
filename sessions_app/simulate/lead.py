"""The virtual facilitator who leads a group through a story."""

from collections.abc import Sequence
from typing import Any

from sessions_app.simulate import sayings
from sessions_app.simulate.facilitator import Facilitator
from sessions_app.simulate.participant import Participant
from sessions_app.simulate.story import Detail, Story


class Lead(Facilitator):
    """Leads the group through the story; `participants` are in the order of their numbers."""

    def __init__(
        self,
        *given: Any,
        story: Story,
        participants: Sequence[Participant],
        co_lead: Facilitator | None,
        **options: Any,
    ) -> None:
        super().__init__(*given, **options)
        self.story, self.participants, self.co_lead = story, participants, co_lead

    async def live_through(self) -> None:
        """Everything this person does."""
        self.spawn(self._keep_door_once_inside())
        await self.play(self.story.lead)

    async def _keep_door_once_inside(self) -> None:
        await self.until(lambda: self.inside)
        await self.keep_door()

    async def announce(self, _: Detail) -> None:
        """Tell everyone, also those who wait."""
        await self.does("Announce", text=self.chance.choice(sayings.ANNOUNCEMENTS))

    async def start(self, _: Detail) -> None:
        """Begin."""
        await self.command("Start")

    async def start_round(self, detail: Detail) -> None:
        """Let everyone speak in turn."""
        seconds = max(10, round(self.timeline.pace.turn_s * 2))
        await self.does("StartRound", seconds=seconds, order=detail)

    async def end_round(self, _: Detail) -> None:
        """End it, unless it has."""
        await self.does("EndRound")

    async def call_on_next(self, _: Detail) -> None:
        """Give the floor to the first hand."""
        if self.hands:
            await self.does("CallOn", seat=self.hands[0])

    async def hand_over(self, _: Detail) -> None:
        """Let the co-facilitator lead for a while."""
        if self.co_lead is not None and self.co_lead.inside:
            await self.does("HandOver", seat=self.co_lead.seat)

    async def take_back(self, _: Detail) -> None:
        """Lead again."""
        await self.does("HandOver", seat=self.seat)

    async def pause(self, _: Detail) -> None:
        """Take a break; its own end lies behind the end of the act, so that it is ended early."""
        minutes = int(self.timeline.pace.pause_s // 60) + 1
        await self.does("Break", minutes=minutes)

    async def end_break(self, _: Detail) -> None:
        """Go on."""
        await self.does("EndBreak")

    async def ask_presence(self, _: Detail) -> None:
        """Ask "are you with us?"."""
        await self.does("AskPresence")

    async def chat_mode(self, detail: Detail) -> None:
        """Say to whom people may write."""
        await self.does("SetChatMode", mode=detail)

    async def extend(self, _: Detail) -> None:
        """A little longer."""
        await self.does("Extend", minutes=1, reason="Somebody is in the middle of a story.")

    async def mute_all(self, _: Detail) -> None:
        """Quiet, please."""
        await self.does("MuteAll")

    async def lock(self, _: Detail) -> None:
        """Nobody new any more."""
        await self.does("Lock")

    async def remove(self, detail: Detail) -> None:
        """Take somebody out."""
        if seat := self._seat(detail):
            await self.does("Remove", seat=seat, reason="conduct", note="Shouted at another one.")

    async def let_back_in(self, detail: Detail) -> None:
        """Let them knock again."""
        if seat := self._seat(detail):
            await self.does("LetBackIn", seat=seat)

    async def send_back(self, detail: Detail) -> None:
        """Back to the waiting room for a moment."""
        if seat := self._seat(detail):
            await self.does("SendBack", seat=seat)

    def _seat(self, number: Detail) -> str:
        return self.participants[int(number or 0)].seat

    async def end(self, _: Detail) -> None:
        """End the group for everyone."""
        await self.command("End")
