"""One person in one session: what the server shows them, and the diary they keep of it."""

from collections.abc import Iterable
from typing import Any

from sessions_app.simulate.account import Json
from sessions_app.simulate.device import Device, ticks
from sessions_app.simulate.diary import Diary
from sessions_app.simulate.line import Line
from sessions_app.simulate.witness import Witness

OPEN = ("door_open", "running", "on_break", "on_hold")
OVER = ("ended", "not_held", "cancelled")
STAY_AWAY = 4500
PHASES = {
    "DoorOpened": "door_open",
    "Started": "running",
    "BreakStarted": "on_break",
    "BreakEnded": "running",
    "Held": "on_hold",
    "Resumed": "running",
    "Ended": "ended",
    "NotHeld": "not_held",
    "Cancelled": "cancelled",
}


class Person(Line):
    """`number` is None for staff. Every moment is in local ticks."""

    def __init__(
        self,
        *given: Any,
        number: int | None = None,
        identities: Iterable[str] = (),
    ) -> None:
        super().__init__(*given)
        self.number = number
        self.seat = self.standing = ""
        self.phase = "scheduled"
        self.break_quiet = False
        self.diary = Diary()
        self._witness = Witness(number, identities)

    @property
    def inside(self) -> bool:
        """Whether the server last said that this person is in the group."""
        return self.standing == "inside"

    def now(self) -> int:
        """The server's time, ms UTC."""
        return self.chronicle.server_time(ticks())

    def hear(self, event: Json, at: int) -> None:
        """An event this person was told of; for those who act on it."""

    def look(self, snapshot: Json, at: int) -> None:
        """A snapshot this person was given; for those who act on it."""

    def take(self, device: Device, frame: Json, text: str, at: int) -> None:
        self.chronicle.frames += 1
        match frame["type"]:
            case "welcome":
                self._welcome(device, frame, at)
            case "event":
                self._event(frame, at)
            case "closed":
                self.diary.cut(device.number, at)
                if frame["code"] < STAY_AWAY and not frame["ours"] and not self.leaving:
                    self.spawn(self._come_back())
        for problem in self._witness.problems(device.number, frame, text, self.seat):
            self.chronicle.trouble(f"A frame to {self.name}: {problem}")
        super().take(device, frame, text, at)

    async def _come_back(self) -> None:
        self.chronicle.reconnects += 1
        self.returns += 1
        try:
            await self.open(resume=True)
        finally:
            self.returns -= 1

    def _welcome(self, device: Device, frame: Json, at: int) -> None:
        self.chronicle.set_clock(frame["now"], at)
        snapshot = frame["snapshot"]
        if snapshot is not None:
            self._look(snapshot, at)
        if self.phase not in OVER:
            self.diary.connected(device.number, at)

    def _look(self, snapshot: Json, at: int) -> None:
        you, times = snapshot["you"], snapshot["times"]
        self.phase = times["phase"]
        self.break_quiet = snapshot["break_quiet"]
        self.seat, self.name, self.standing = you["seat"], you["name"], you["standing"]
        self.chronicle.phase = self.phase
        if self.phase in OVER:
            self.chronicle.note_end(at)
        if self.standing in ("removed", "refused"):
            self.diary.removed(self.standing)
        self.diary.inside(self.inside, at)
        if self.inside:
            self.diary.away(you["away"], at)
            (own,) = [person for person in snapshot["people"] if person["seat"] == self.seat]
            for device in ("microphone", "camera"):
                self.diary.turned(device, own[device], at)
        self.look(snapshot, at)

    def _event(self, frame: Json, at: int) -> None:
        event = frame["event"]
        self.chronicle.note(frame, at)
        self._moved(event, at)
        if event.get("seat") == self.seat:
            self._mine(event, at)
        self.hear(event, at)

    def _moved(self, event: Json, at: int) -> None:
        if event["type"] in PHASES:
            self.phase = self.chronicle.phase = PHASES[event["type"]]
        if self.phase in OVER:
            self.standing = "left" if self.inside else self.standing
            self.diary.inside(False, at)
        if self.number is not None:  # the staff go on being heard
            self._silenced(event, at)

    def _silenced(self, event: Json, at: int) -> None:
        if event["type"] in ("AllMuted", "Held"):
            self.diary.turned("microphone", False, at)
        elif event["type"] == "BreakStarted" and self.break_quiet:
            self.diary.silent(at)

    def _mine(self, event: Json, at: int) -> None:
        match event["type"]:
            case "Knocked" if event["answered"] and not event["unsigned"]:
                self.diary.knock(at)
            case "Admitted" | "CameBack":
                self.standing = "inside"
                self.diary.inside(True, at)
            case "Left" | "GivenUp":
                self.standing = "left"
                self.diary.inside(False, at)
            case "MicrophoneSet":
                self.diary.turned("microphone", event["on"], at)
            case "Muted":
                self.diary.turned("microphone", False, at)
            case "CameraSet":
                self.diary.turned("camera", event["on"], at)
            case "CameraTurnedOff":
                self.diary.turned("camera", False, at)
            case "SteppedAway":
                self.diary.away(True, at)
            case "SteppedBack":
                self.diary.away(False, at)
