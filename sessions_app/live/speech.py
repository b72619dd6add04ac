"""How long people talk in this process's rooms, on its way into their ledgers."""

import asyncio
import itertools
import logging
import secrets
from collections.abc import Iterable
from uuid import UUID

from django.db import DatabaseError
from msgspec import Struct

from sessions_app.live import service
from sessions_app.live.standing import THE_CLOCK
from sessions_app.live.timepiece import timepiece
from sessions_app.live.writer import Unavailable
from sessions_app.media.meter import Meter
from sessions_app.room.decision import Seat
from sessions_app.room.errors import Busy, RoomError
from sessions_app.room.speech import NoteSpeech

log = logging.getLogger(__name__)

MINUTE_MS = 60_000


class Note(Struct, frozen=True):
    """What was spoken in a minute of a room, until it is in its ledger; `ref` makes it one."""

    session: UUID
    ref: str
    command: NoteSpeech


class Speech:
    """A meter for each room in which the engine hears somebody; used only in the event loop."""

    def __init__(self) -> None:
        self._meters: dict[UUID, Meter] = {}
        self._owed: list[Note] = []
        self._reporting = asyncio.Lock()
        self._numbers = itertools.count(1)
        self._origin = secrets.token_hex(6)
        self._minute = timepiece.now() // MINUTE_MS

    def turn(self, session: UUID, seat: Seat, on: bool) -> None:
        """Somebody begins or stops talking."""
        now = timepiece.now()
        if on and session not in self._meters:
            self._meters[session] = Meter(now)
        if (meter := self._meters.get(session)) is not None:
            meter.turn(seat, on, now)

    def minute_is_over(self) -> bool:
        """Whether a minute has ended since this was asked last."""
        minute = timepiece.now() // MINUTE_MS
        over, self._minute = minute != self._minute, minute
        return over

    def rooms(self) -> tuple[UUID, ...]:
        """The rooms in which somebody talked."""
        return tuple(self._meters)

    def cut(self, session: UUID, measured: Iterable[Seat], *, last: bool = False) -> None:
        """Owe the ledger what was spoken since the last cut; `last` where nobody is left.

        Who was measured and said nothing is noted too: that is known, and not unknown.
        """
        meter = self._meters.get(session)
        spoken = meter.cut(timepiece.now()) if meter is not None else None
        if last:
            self._meters.pop(session, None)
        if spoken is not None:
            said = dict.fromkeys(measured, 0) | spoken.spoken
            self._owe(session, NoteSpeech(spoken.since, spoken.until, said))

    def part(self, session: UUID, seat: Seat) -> None:
        """Somebody is not measured here any more: owe at once what they spoke.

        Where they go on at another process, its next note covers the same minute.
        """
        meter = self._meters.get(session)
        spoken = meter.part(seat, timepiece.now()) if meter is not None else None
        if spoken is not None:
            self._owe(session, NoteSpeech(spoken.since, spoken.until, spoken.spoken))

    @property
    def due(self) -> bool:
        """Whether something is owed, and not being written down already."""
        return bool(self._owed) and not self._reporting.locked()

    async def report(self) -> None:
        """Write down what is owed; while the database is away, or busy, it stays owed."""
        async with self._reporting:
            for note in tuple(self._owed):
                try:
                    await service.execute(note.session, THE_CLOCK, note.command, note.ref)
                except (Unavailable, DatabaseError):
                    return  # the others would wait as long for the same
                except Busy:
                    continue
                except RoomError as error:
                    log.warning("Speech could not be noted: %s", error.code)
                except Exception:
                    log.exception("Speech could not be noted")
                self._owed.remove(note)

    def _owe(self, session: UUID, command: NoteSpeech) -> None:
        self._owed.append(Note(session, f"{self._origin}.{next(self._numbers)}", command))
