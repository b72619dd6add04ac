"""A socket without signs of life is closed, unless its person's media still comes through."""

from uuid import uuid4

from sessions_app.live.frames import SILENT
from sessions_app.live.hub import SILENCE_MS, Hub
from sessions_app.live.outbox import Socket
from sessions_app.live.standing import Account
from sessions_app.live.timepiece import timepiece


class Feed:
    """The sockets of a room."""

    def __init__(self, *sockets: Socket) -> None:
        self.sockets = set(sockets)


async def test_media_keep_presence_alive_where_a_socket_is_silent() -> None:
    session = uuid4()
    silent, talks, awake = (Socket(session, Account(n, 0), f"s{n}", f"c{n}") for n in range(3))
    for socket in (silent, talks):
        socket.seen_at = timepiece.now() - SILENCE_MS - 1
    hub = Hub()
    hub.feeds[session] = Feed(silent, talks, awake)  # type: ignore[assignment]
    hub.lifelines.append(lambda socket: socket is talks)
    hub.close_silent()
    assert [one.closing for one in (silent, talks, awake)] == [SILENT, None, None]
    # That was a sign of life: what is written down of them goes up to here, and not less.
    assert timepiece.now() - talks.seen_at < SILENCE_MS
    hub.lifelines.clear()
    hub.close_silent()
    assert talks.closing is None
    talks.seen_at -= SILENCE_MS + 1
    hub.close_silent()
    assert talks.closing == SILENT
