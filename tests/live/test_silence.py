"""A socket without signs of life is closed, unless its person's media still comes through."""

from uuid import uuid4

from sessions_app.live.frames import SILENT
from sessions_app.live.hub import SILENCE_MS, Hub
from sessions_app.live.media import Held, Media
from sessions_app.live.outbox import Socket
from sessions_app.live.standing import Account
from sessions_app.live.timepiece import timepiece
from sessions_app.media.engine import Ears, Leg, Terms
from sessions_app.media.mesh import Mesh

SESSION = uuid4()


class Feed:
    """The sockets of a room."""

    def __init__(self, *sockets: Socket) -> None:
        self.sockets = set(sockets)


class Hearing(Mesh):
    """An engine that is sent something by the devices of some seats."""

    def __init__(self, ears: Ears, *seats: str) -> None:
        super().__init__(ears)
        self.seats = set(seats)

    def alive(self, leg: Leg) -> bool:
        return leg.seat in self.seats


def a_socket(seat: str, *, silent: bool = True) -> Socket:
    socket = Socket(SESSION, Account(1, 0), seat, f"c-{seat}")
    if silent:
        fall_silent(socket)
    return socket


def fall_silent(socket: Socket) -> None:
    socket.seen_at = timepiece.now() - SILENCE_MS - 1


def closings(*sockets: Socket) -> list[int | None]:
    return [socket.closing for socket in sockets]


async def test_media_keep_presence_alive_where_a_socket_is_silent() -> None:
    silent, talks, awake = a_socket("s0"), a_socket("s1"), a_socket("s2", silent=False)
    hub = Hub()
    hub.feeds[SESSION] = Feed(silent, talks, awake)  # type: ignore[assignment]
    hub.lifelines.append(lambda socket: socket is talks)
    hub.close_silent()
    assert closings(silent, talks, awake) == [SILENT, None, None]
    # That was a sign of life: what is written down of them goes up to here, and not less.
    assert timepiece.now() - talks.seen_at < SILENCE_MS
    hub.lifelines.clear()
    hub.close_silent()
    assert talks.closing is None
    fall_silent(talks)
    hub.close_silent()
    assert talks.closing == SILENT


async def test_who_sends_is_there_by_that_device_alone_and_who_only_listens_is_not() -> None:
    phone, laptop, listener = a_socket("s_bob"), a_socket("s_bob"), a_socket("s_eve")
    hub = Hub()
    hub.feeds[SESSION] = Feed(phone, laptop, listener)  # type: ignore[assignment]
    media = Media(hub, lambda *_: None)
    media._engine = engine = Hearing(media, "s_bob")
    await media.start()
    media._held[SESSION] = {socket.seat: held(socket) for socket in (phone, listener)}
    hub.close_silent()
    assert closings(phone, laptop, listener) == [None, SILENT, SILENT]
    engine.seats.clear()
    fall_silent(phone)
    hub.close_silent()
    assert phone.closing == SILENT
    await media.stop()


def held(socket: Socket) -> Held:
    return Held(Leg("leg", SESSION, socket.seat, Terms(), lambda message: None), socket)
