"""Three people in one room who hear and see each other, each on a page of the tests."""

import asyncio
from typing import Any

from tests.media.ground import Client, Ground
from tests.media.real.conftest import MakeGround

BOTH = ("microphone", "camera")


def streams(*names: str) -> list[str]:
    """What these people send when all is on."""
    return [f"{name} {source}" for name in names for source in BOTH]


async def three(
    ground: MakeGround, *, lies: bool = False, **rules: Any
) -> tuple[Ground, Client, Client, Client]:
    """The ground, and pages of alice, bob (who may lie) and eve with everything on."""
    here = await ground("bob", "eve", **rules)
    alice = await here.client("alice")
    bob = await here.client("bob", lies=lies)
    eve = await here.client("eve")
    for client in (alice, bob, eve):
        await client.all_on()
    await asyncio.gather(
        alice.decodes(*streams("bob", "eve")),
        bob.decodes(*streams("alice", "eve")),
        eve.decodes(*streams("alice", "bob")),
    )
    return here, alice, bob, eve


async def silent(clients: tuple[Client, ...], *names: str) -> None:
    """None of these hears or sees any of those any more, half a second from now at the latest."""
    await asyncio.gather(
        *(one.silent_after(stream) for one in clients for stream in streams(*names))
    )
