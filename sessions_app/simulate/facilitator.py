"""Virtual staff: keeps the door, and looks after alerts."""

from typing import Any

from sessions_app.simulate.account import Json
from sessions_app.simulate.actor import Actor
from sessions_app.simulate.errors import Refused
from sessions_app.simulate.person import OPEN, OVER
from sessions_app.simulate.story import Detail

# What stands against an admission, and the reason that lets a facilitator decide otherwise.
REASONS = {"late": ("late", "Called ahead"), "at_capacity": ("over_capacity", "Expected today")}
HOPELESS = frozenset({"not_waiting", "already_inside", "removed", "refused", "wrong_phase"})


class Facilitator(Actor):
    """Somebody of the team who is inside; follows who waits, whose hand is up, what alerts."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.waiting: dict[str, Json] = {}
        self.hands: list[str] = []
        self.alerts: dict[str, str] = {}

    async def enter(self, _: Detail = None) -> None:
        """Open the page and come in as soon as the door is open; open it if it is not yet due."""
        await self.open()
        if not await self.until(lambda: self.phase in (*OPEN, *OVER), 3):
            await self.does("OpenDoor")
            await self.until(lambda: self.phase in OPEN)
        await self.does("Knock")
        await self.until(lambda: self.inside)

    def look(self, snapshot: Json, at: int) -> None:
        """Take up what there is."""
        staff = snapshot["staff"] or {}
        self.waiting = {
            person["seat"]: person
            for person in staff.get("waiting", ())
            if person["standing"] == "waiting"
        }
        self.hands = [hand["seat"] for hand in snapshot["hands"]]
        for alert in staff.get("alerts", ()):
            if alert["outcome"] is None:
                self.alerts[alert["alert"]] = alert["seat"]

    def hear(self, event: Json, at: int) -> None:
        """Follow what happens."""
        kind, seat = event["type"], event.get("seat", "")
        if kind == "Knocked":
            self.waiting[seat] = {**event, "complete": event["answered"] and not event["unsigned"]}
        elif kind in ("Admitted", "CameBack", "Removed", "RefusedEntry", "Left"):
            self.waiting.pop(seat, None)
        elif kind == "HandRaised":
            self.hands.append(seat)
        elif kind in ("HandLowered", "CalledOn"):
            self.hands = [other for other in self.hands if other != seat]
        elif kind == "HandsLowered":
            self.hands = []
        elif kind == "AlertRaised":
            self.alerts[event["alert"]] = seat
        elif kind == "AlertResolved":
            self.alerts.pop(event["alert"], None)

    # The door

    async def keep_door(self) -> None:
        """Let in whoever may come in, until the group is over."""
        while self.phase not in OVER:
            await self.beat(2)
            clear = [s for s, person in self.waiting.items() if self._clear(person)]
            if len(clear) > 1:
                await self.does("AdmitAll", identity="known")
            for seat, person in tuple(self.waiting.items()):
                if person["complete"]:
                    await self.beat(1 if self._clear(person) else 3)
                    await self._admit(seat)

    def _clear(self, person: Json) -> bool:
        return bool(person["complete"] and not person["look"])

    async def _admit(self, seat: str) -> None:
        decided: dict[str, str] = {}
        for _ in range(len(REASONS) + 1):
            if seat not in self.waiting:
                return
            try:
                await self.command("Admit", seat=seat, identity="known", **decided)
            except Refused as refused:
                if refused.code in HOPELESS:
                    self.waiting.pop(seat, None)
                if refused.code not in REASONS:
                    return
                name, reason = REASONS[refused.code]
                decided[name] = reason
            else:
                return

    # Alerts

    async def keep_watch(self) -> None:
        """Take every alert in hand, write to the person, and resolve it."""
        known: set[str] = set()
        while await self.until(lambda: bool(self.alerts.keys() - known), timeout_s=3600):
            for alert in tuple(self.alerts.keys() - known):
                known.add(alert)
                self.spawn(self._look_after(alert, self.alerts[alert]))

    async def watch(self, _: Detail) -> None:
        """Keep watch from now on."""
        self.spawn(self.keep_watch())

    async def sign(self, _: Detail) -> None:
        """Sign the record, once every alert is resolved."""
        await self.until(lambda: not self.alerts)
        await self.does("SignRecord")

    async def _look_after(self, alert: str, seat: str) -> None:
        await self.beat(2)
        await self.does("Acknowledge", alert=alert)
        await self.beat(2)
        await self.counted("messages_private", "Post", text="I am here.", to="seat", seat=seat)
        await self.beat(20)
        note = "Talked it through; knows whom to call tonight."
        await self.does("Resolve", alert=alert, outcome="safety_plan", note=note)
