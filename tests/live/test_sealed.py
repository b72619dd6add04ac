"""What passes between devices through the channel layer is nobody's business on the way."""

import asyncio
from typing import Any
from uuid import UUID, uuid4

import pytest

from sessions_app.live.pokes import Pokes


class Layer:
    """Keeps what it is given to carry."""

    def __init__(self) -> None:
        self.carried: list[dict[str, Any]] = []

    async def group_send(self, group: str, message: dict[str, Any]) -> None:
        self.carried.append(message)


class Hub:
    """Keeps what it is given to pass on."""

    def __init__(self) -> None:
        self.heard: list[tuple[UUID, str, str, str | None]] = []

    def whisper(self, session: UUID, place: str, text: str, seat: str | None) -> None:
        self.heard.append((session, place, text, seat))


@pytest.fixture
async def sealed() -> dict[str, Any]:
    layer = Layer()
    pokes = Pokes(Hub(), layer)  # type: ignore[arg-type]
    pokes.whisper(ROOM, "main", "a caption", None)
    passing = asyncio.create_task(pokes._pass_on())
    async with asyncio.timeout(5):
        while not layer.carried:  # noqa: ASYNC110 (the layer tells nobody)
            await asyncio.sleep(0.01)
    passing.cancel()
    (message,) = layer.carried
    return message


ROOM = uuid4()


def heard(message: dict[str, Any]) -> list[tuple[UUID, str, str, str | None]]:
    """What another process makes of it."""
    hub = Hub()
    Pokes(hub, Layer())._take(message)  # type: ignore[arg-type]
    return hub.heard


async def test_it_arrives_as_it_was_sent(sealed: dict[str, Any]) -> None:
    assert heard(sealed) == [(ROOM, "main", "a caption", None)]


async def test_the_layer_reads_nothing_of_it(sealed: dict[str, Any]) -> None:
    assert b"caption" not in sealed["sealed"]
    assert b"main" not in sealed["sealed"]


async def test_it_opens_in_no_other_room_and_not_once_it_was_changed(
    sealed: dict[str, Any],
) -> None:
    assert heard({**sealed, "room": uuid4().hex}) == []
    spoilt = bytes([*sealed["sealed"][:-1], sealed["sealed"][-1] ^ 1])
    assert heard({**sealed, "sealed": spoilt}) == []
