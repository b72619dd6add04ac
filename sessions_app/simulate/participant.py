"""A virtual participant: arrives, answers at the door, takes part, drops, comes back, leaves."""

import asyncio
from typing import Any

from sessions_app.simulate import sayings
from sessions_app.simulate.account import Json
from sessions_app.simulate.actor import Actor
from sessions_app.simulate.diary import Said
from sessions_app.simulate.person import OPEN, OVER
from sessions_app.simulate.story import Detail, Life
from sessions_app.simulate.witness import secret

DOOR_S = 120.0
TOLD_MS = 120_000  # the longest time that one report of talking is about


class Participant(Actor):
    """Lives one life of a story."""

    def __init__(self, *given: Any, life: Life, **options: Any) -> None:
        super().__init__(*given, number=life.number, **options)
        self.life = life
        self.life_secret = secret(life.number)
        self._removed = False
        self._on_since: int | None = None

    async def live_through(self) -> None:
        """Everything this person does."""
        await self.play(self.life.deeds)

    # The door

    async def arrive(self, _: Detail) -> None:
        """Open the page, check in, and knock."""
        await self.open()
        if not await self.until(lambda: self.phase in (*OPEN, *OVER), DOOR_S):
            self.chronicle.trouble(f"{self.name}: the door did not open")
            return
        if self.phase in OVER:
            return
        await self.check_in("before")
        await self.beat()
        await self.knock(driving=self.life.trait == "driving")

    async def knock(self, *, driving: bool) -> None:
        """Answer the questions at the door."""
        await self.does("Knock", attestation=sayings.attestation(self.life, driving=driving))

    async def stop_driving(self, _: Detail) -> None:
        """The car is parked: the answer has changed."""
        await self.knock(driving=False)

    # Devices

    async def cut(self, _: Detail = None) -> None:
        """The phone is in a tunnel."""
        self.lose()

    async def second_tab(self, _: Detail) -> None:
        """The same person, once more."""
        await self.open()

    async def close_first_tab(self, _: Detail) -> None:
        """One of several tabs is closed."""
        if len(self.live()) > 1:
            await self.live()[0].close()

    async def come_online(self, detail: Detail) -> None:
        """Back on the net, where they were or anew."""
        if not self.live():
            self.chronicle.reconnects += 1
            await self.open(resume=detail == "resume")

    async def leave(self, _: Detail) -> None:
        """Go before the end."""
        await self.does("Leave")
        await self.until(lambda: not self.inside)
        await self.close()

    # Taking part

    async def post(self, _: Detail) -> None:
        """Write to the group."""
        if self._can():
            await self.counted("messages_group", "Post", text=self.chance.choice(sayings.GROUP))

    async def whisper(self, _: Detail) -> None:
        """Write to the facilitators alone."""
        if self._can():
            text = f"{self.chance.choice(sayings.WHISPERS)} {self.life_secret}"
            await self.counted("messages_private", "Post", text=text, to="staff")

    async def react(self, detail: Detail) -> None:
        """Show a reaction."""
        if self._can():
            await self.counted("reactions", "React", reaction=detail)

    async def hand(self, _: Detail) -> None:
        """Raise a hand, and take it down again unless it was seen."""
        if self._can():
            await self.counted("hands_raised", "RaiseHand")
            await self.beat(6)
            await self.does("LowerHand")

    async def microphone(self, detail: Detail) -> None:
        """Unmute, or mute oneself and tell how long one has talked."""
        if not self._can():
            return
        await self.does("SetMicrophone", on=detail)
        if detail:
            self._on_since = self.now()
        elif self._on_since is not None:
            await self._tell(max(self._on_since, self.now() - TOLD_MS), self.now())

    async def camera(self, detail: Detail) -> None:
        """Show oneself or not."""
        if self._can():
            await self.does("SetCamera", on=detail)

    async def step_away(self, _: Detail) -> None:
        """Be silent and blank for a while."""
        if self._can():
            await self.does("StepAway", why="family")

    async def come_back(self, _: Detail) -> None:
        """Be back."""
        if self._can():
            await self.does("ComeBack")

    async def ask_for_help(self, _: Detail) -> None:
        """Tell the staff, and nobody else."""
        if self.live():
            await self.does("AskForHelp", words=f"{sayings.HELP} {self.life_secret}")

    # Check-ins

    async def check_in(self, moment: str) -> None:
        """Answer every question that is due, some with "prefer not to say"."""
        answers = sayings.answers(self.life, moment, self.chance)
        # In two steps, as a form is filled: answers first, then "that is all".
        await self.does("CheckIn", moment=moment, answers=answers)
        await self.counted("checkins_done", "CheckIn", moment=moment, answers={}, done=True)

    async def check_in_after(self, _: Detail) -> None:
        """Say how it was."""
        if self.live() and await self.until(lambda: self.phase in OVER, 5):
            await self.check_in("after")

    # What others do

    def hear(self, event: Json, at: int) -> None:
        """Sign what keeps one waiting, take one's turn, answer, knock again where possible."""
        match event["type"]:
            case "Knocked" if event["seat"] == self.seat and event["unsigned"]:
                self.spawn(self._sign())
            case "TurnStarted" if event["seat"] == self.seat:
                self.spawn(self._turn())
            case "PresenceAsked" if self.inside and self.life.answers_prompt:
                self.spawn(self._answer())
            case "LetIn" if event["seat"] == self.seat:
                self.spawn(self._knock_again())

    def look(self, snapshot: Json, at: int) -> None:
        """Whoever is sent back asks to come in again."""
        if snapshot["you"]["standing"] == "removed":
            self._removed = True
        sent_back = self.diary.entered and not self.inside and not self._removed
        if sent_back and self.phase in OPEN and self.life.trait == "sent_back":
            self.spawn(self._knock_again())

    async def _sign(self) -> None:
        await self.beat(2)
        if await self.account.sign_agreements():
            await self.does("Knock")

    async def _turn(self) -> None:
        await asyncio.sleep(self.timeline.pace.turn_s * self.chance.uniform(0.4, 1.2))
        if not self._can():
            return
        if self.life.passes:
            await self.counted("turns_passed", "Pass")
        else:
            await self.does("NextTurn")

    async def _tell(self, since: int, until: int) -> None:
        ms = int((until - since) * self.chance.uniform(0.3, 0.7))
        if ms and await self.does("ReportSpeech", since=since, until=until, ms=ms):
            self.diary.said.append(Said((since, until), ms))

    async def _answer(self) -> None:
        await self.beat(3)
        if self._can():
            await self.does("AnswerPresence")

    async def _knock_again(self) -> None:
        await self.beat(2)
        self._removed = False
        await self.does("Knock")

    def _can(self) -> bool:
        return self.inside and bool(self.live())
