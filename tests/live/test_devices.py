"""More devices than one person may have: the newest stays, whatever became of the oldest."""

from sessions_app.room.people import DEVICES


async def test_the_ninth_device_takes_the_place_of_the_first(build, enter, gather):
    house = await build()
    people = await gather(house, "bob", start=True)
    devices = [await enter(house, "bob") for _ in range(DEVICES)]
    for device in devices:
        await device.snapshot(lambda s: s["you"]["standing"] == "inside")
    assert await people["bob"].until_closed() == 4000
    assert [device.closed for device in devices] == [None] * DEVICES
    await devices[-1].does("Post", text="Still here")
    await people["alice"].event("Posted")
    assert "GivenUp" not in people["alice"].events()
