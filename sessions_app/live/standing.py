"""Who somebody is in a session, by one query for a whole batch of requests."""

from collections.abc import Collection
from typing import Any, TypeAlias
from uuid import UUID

from msgspec import Struct

from sessions_app.ledger import sql
from sessions_app.room.decision import CLOCK, Actor
from sessions_app.room.errors import NotFound, RoomError

Pair: TypeAlias = tuple[int, UUID]  # user id, session

_PAIR = {"user_id": "bigint", "session_id": "uuid"}
_STAFF = frozenset({"facilitator", "supervisor", "administrator"})


class Account(Struct, frozen=True):
    """Somebody signed in; `epoch` is the account's auth_epoch when the socket or request began."""

    user_id: int
    epoch: int


class Trusted(Struct, frozen=True):
    """The shell itself, in the name of a seat or of the clock."""

    actor: Actor


Who: TypeAlias = Account | Trusted

THE_CLOCK = Trusted(Actor(CLOCK, "clock"))


class SignedOut(RoomError):
    """The account signed out, or a role of it ended, after this socket or request began."""

    def __init__(self) -> None:
        super().__init__("signed_out", "You are signed out, or your role changed. Sign in again.")


class Standing(Struct, frozen=True):
    """An account in one session: the seat it has there, by which right, and its staff roles."""

    epoch: int
    active: bool
    clinic: UUID
    seat: str | None
    assigned: bool
    invited: bool
    enrolled: bool
    unsigned: int
    unsigned_guest: int
    roles: dict[str, str]

    def actor(self) -> Actor:
        """The actor this account is in the room; NotFound where it has nothing to do there."""
        if not self.active:
            raise NotFound
        if self.seat is not None:
            if self.assigned and _STAFF & self.roles.keys():
                return Actor(self.seat, "facilitator")
            if self.invited and self.roles:
                return Actor(self.seat, "guest", unsigned=self.unsigned_guest > 0)
            if self.enrolled and "participant" in self.roles:
                return Actor(self.seat, "participant", unsigned=self.unsigned > 0)
        if "administrator" in self.roles:
            return Actor(self.roles["administrator"], "administrator")
        if "supervisor" in self.roles:
            return Actor(self.roles["supervisor"], "supervisor")
        raise NotFound


def resolve(who: Who, session: UUID, standings: dict[Pair, Standing]) -> Actor:
    """The actor of a request; raises NotFound or SignedOut."""
    if isinstance(who, Trusted):
        return who.actor
    standing = standings.get((who.user_id, session))
    if standing is None:
        raise NotFound
    if standing.epoch != who.epoch or not standing.active:
        raise SignedOut
    return standing.actor()


def _unsigned(audience: str) -> str:
    return f"""(SELECT count(*) FROM accounts_agreement a
        WHERE a.clinic_id = s.clinic_id AND a.audience = '{audience}'
        AND a.published_at IS NOT NULL AND NOT a.retired
        AND NOT EXISTS (SELECT 1 FROM accounts_signature g
            WHERE g.agreement_id = a.id AND g.user_id = u.id))"""  # noqa: S608 (no input)


_QUERY = f"""SELECT u.id, s.id, u.auth_epoch, u.is_active, s.clinic_id, seat.code,
    EXISTS (SELECT 1 FROM sessions_app_sessionstaff x
        WHERE x.session_id = s.id AND x.seat_id = seat.id),
    EXISTS (SELECT 1 FROM sessions_app_sessionguest x
        WHERE x.session_id = s.id AND x.seat_id = seat.id),
    EXISTS (SELECT 1 FROM sessions_app_enrolment x WHERE x.seat_id = seat.id AND x.active),
    {_unsigned("participants")},
    {_unsigned("guests")},
    m.role, m.code
FROM {{given}}
JOIN accounts_user u ON u.id = given.user_id
JOIN sessions_app_groupsession s ON s.id = given.session_id
LEFT JOIN sessions_app_seat seat ON seat.group_id = s.group_id AND seat.user_id = u.id
LEFT JOIN accounts_membership m
    ON m.user_id = u.id AND m.clinic_id = s.clinic_id AND m.active"""  # noqa: S608 (no input)


def read(pairs: Collection[Pair]) -> dict[Pair, Standing]:
    """How each account stands in each session; a pair without a session is absent."""
    if not pairs:
        return {}
    rows = sql.query_with(_QUERY, _PAIR, list(pairs))
    found: dict[Pair, Standing] = {}
    for row in rows:
        user, session, role, code = row[0], sql.uid(row[1]), row[-2], row[-1]
        if (user, session) not in found:
            found[user, session] = _standing(row)
        if role is not None:
            found[user, session].roles[role] = code
    return found


def _standing(row: tuple[Any, ...]) -> Standing:
    _, _, epoch, active, clinic, seat, assigned, invited, enrolled, unsigned, guest, _, _ = row
    return Standing(
        epoch,
        bool(active),
        sql.uid(clinic),
        seat,
        bool(assigned),
        bool(invited),
        bool(enrolled),
        unsigned,
        guest,
        {},
    )
