"""Under which conditions a device has media: settings, clinic and group as one."""

import hmac
from uuid import UUID

from django.conf import settings

from sessions_app.media import messages, turn
from sessions_app.media.engine import Refusal, Terms
from sessions_app.media.messages import IceServer
from sessions_app.room.decision import Seat
from sessions_app.room.room import Room

SPARE_S = 3600  # how much longer than planned a room may last, for the relay's credentials


def terms(room: Room, session: UUID, seat: Seat, engine: messages.Engine) -> Terms:
    """The terms of one person's devices in a room; raises Refusal where they can not be kept."""
    chosen, rules = settings.VGROUP_MEDIA, room.plan.rules
    if rules.relay == "always" and not chosen.turn_urls:
        raise Refusal("no_relay")
    # Devices of a mesh see each other's addresses unless a relay stands between them. Where others
    # reach the server it serves a mesh for the relay's sake only, whatever the clinic says.
    never = rules.relay == "never" and settings.ENV.local
    meshed = engine == "mesh" and bool(chosen.turn_urls) and not never
    servers: tuple[IceServer, ...] = ()
    if chosen.turn_urls:
        more_s = rules.extension_cap_s - room.clock.extended_s
        latest = room.clock.ends_at // 1000 + more_s + SPARE_S
        name = _relayed(session, seat)
        servers = (turn.server(chosen.turn_urls, chosen.turn_secret, name, latest),)
    return Terms(
        servers,
        relay=meshed or rules.relay == "always",
        encrypted=rules.encrypted,
        staff=room.people.get(seat).role == "staff",
    )


def _relayed(session: UUID, seat: Seat) -> str:
    """What the relay calls a person in this room: the same however often they join.

    It counts what each name holds; with a new name at each join one person could take it all.
    """
    person = f"relay|{session}|{seat}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), person, "sha256").hexdigest()[:16]
