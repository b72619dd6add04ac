"""The channel layer of each stack carries a message to another loop's subscriber."""

import asyncio

from channels.layers import get_channel_layer

from tests.stack import Stack


async def test_a_group_message_arrives(stack: Stack) -> None:
    layer = get_channel_layer()
    channel = await layer.new_channel()
    await layer.group_add("room", channel)
    await layer.group_send("room", {"type": "poke", "seq": 7})
    async with asyncio.timeout(5):
        assert await layer.receive(channel) == {"type": "poke", "seq": 7}


async def test_the_layer_is_the_stacks_own(stack: Stack) -> None:
    expected = {"embedded": "InMemoryChannelLayer", "clinic": "RedisPubSubChannelLayer"}
    assert type(get_channel_layer()).__name__ == expected[stack.name]
