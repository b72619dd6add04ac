"""Looks at every frame a client is sent for what must never be in one; needs no reducer."""

import re
from collections.abc import Iterable
from typing import Any

Json = dict[str, Any]

# What only staff, or the person it is about, may ever be sent.
HIDDEN = frozenset(
    {
        "AlertAcknowledged", "AlertRaised", "AlertRepeated", "AlertResolved", "CheckedIn",
        "HelpAsked", "HelpComing", "Knocked", "LetIn", "PresenceAnswered", "PresenceMissed",
        "RecordSigned", "RefusedEntry", "Removed", "SentBack", "StartDue", "TimeCorrected",
        "UnmuteAsked",
    }
)  # fmt: skip
_SECRET = re.compile(r"vs(\d{5})z")
_ACCOUNT = re.compile(r"\bu_[a-z2-7]{16}\b")


def secret(number: int) -> str:
    """A mark for texts that belong to participant `number` and the staff alone."""
    return f"vs{number:05d}z"


class Witness:
    """One client's frames; `number` is None for staff, who may read what people tell them."""

    def __init__(self, number: int | None, identities: Iterable[str] = ()) -> None:
        self._number = number
        # Legal names and e-mail addresses: they are in no frame of anyone.
        words = "|".join(re.escape(word) for word in identities if word)
        self._identities = re.compile(words) if words else None
        self._at: dict[int, int] = {}
        self._last: dict[int, str] = {}

    def problems(self, device: int, frame: Json, text: str, seat: str) -> list[str]:
        """What is wrong with a frame that this client's device was sent."""
        found = list(self._identity(text))
        if self._number is not None:
            found += [
                f"it shows what participant {owner} told the staff"
                for owner in set(_SECRET.findall(text))
                if int(owner) != self._number
            ]
        if frame["type"] == "event":
            found += self._event(device, frame, seat)
        return found

    def _identity(self, text: str) -> Iterable[str]:
        if _ACCOUNT.search(text):
            yield "it shows the id of an account"
        if self._identities is not None and self._identities.search(text):
            yield "it shows a legal name or an e-mail address"

    def _event(self, device: int, frame: Json, seat: str) -> Iterable[str]:
        event = frame["event"]
        if frame["at"] < self._at.get(device, 0):
            yield f"{event['type']}: its time runs backwards"
        if frame["cursor"] == self._last.get(device):
            yield f"{event['type']}: it came twice"
        self._at[device], self._last[device] = frame["at"], frame["cursor"]
        if self._number is None or event["type"] not in HIDDEN:
            return
        if event.get("seat") not in (None, seat) or "alert" in event:
            yield f"{event['type']}: it is about somebody else"
