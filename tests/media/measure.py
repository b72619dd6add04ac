"""A group of bots to be measured, as a program: `python -m tests.media.measure PEOPLE FILMS_PER_S`.

Run it in a network of its own. It says in a line of JSON when everyone decodes everyone, with how
long each first picture took; then, for each line with a number of seconds, what Janus and the
service used in them, in µs.
"""

import asyncio
import json
import os
import sys
import tempfile
import time
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from asgiref.sync import sync_to_async  # noqa: E402
from django.core.management import call_command  # noqa: E402

from tests.bench import machine  # noqa: E402
from tests.live.client import HOME, Device  # noqa: E402
from tests.media import ground  # noqa: E402
from tests.media.ground import Bots, Json  # noqa: E402
from tests.process import ServerProcess  # noqa: E402
from tests.stack import Stack, pointed  # noqa: E402

A_SPEAKER_IN = 3  # as many people, so that groups differ in their size alone
PATIENCE_S = 60


async def measure(stack: Stack, people: int, films_per_s: int) -> None:
    """Let them in, wait until all is well, and answer."""
    server = ServerProcess(stack, stack.home / "server.log", **ground.settings())
    machine.pin(server.process.pid, machine.SERVER_CORE)
    bots, devices = None, []
    try:
        with ground.servers(stack, stack.home / "media.log") as servers:
            janus = servers.pid("janus")
            machine.pin(janus, machine.SERVER_CORE)
            house = await sync_to_async(ground.evening)(people, capacity=people + 2)
            names = [f"p{number}" for number in range(1, people + 1)]
            lead = await _inside(server, house, "alice", devices)
            await lead.snapshot(lambda s: s["times"]["phase"] == "door_open")
            await lead.does("Knock")
            for name in names:
                device = await _inside(server, house, name, devices)
                await device.does("Knock", attestation=HOME)
                await lead.does("Admit", seat=house.seats[name], identity="known")
            await lead.does("Start")
            given = [
                {
                    "seat": house.seats[name],
                    "ticket": await sync_to_async(house.ticket)(name),
                    "films": True,
                    "speaks": number < people // A_SPEAKER_IN,
                }
                for number, name in enumerate(names)
            ]
            whole = {
                "url": server.socket_url,
                "session": str(house.id),
                "people": given,
                "films_per_s": films_per_s,
            }
            bots = await Bots.start(whole, stack.home / "bots.log")
            machine.pin(bots.process.pid, machine.LOAD_CORE)
            seats = {house.seats[name] for name in names}
            films = {seat: {f"{one} camera" for one in seats - {seat}} for seat in seats}
            await bots.decode(films, PATIENCE_S)
            pids = {"janus_us": janus, "service_us": server.process.pid}
            await _answer(bots, pids, films_per_s)
    finally:
        if bots:
            await bots.close()
        await asyncio.gather(*(device.close() for device in devices), return_exceptions=True)
        server.stop()


async def _inside(server: ServerProcess, house: ground.House, name: str, devices: list) -> Device:
    ticket = await sync_to_async(house.ticket)(name)
    device = await Device.open(server.socket_url, house.id, ticket)
    devices.append(device)
    await device.frame(lambda f: f["type"] == "welcome")
    return device


async def _answer(bots: Bots, pids: dict[str, int], films_per_s: int) -> None:
    first = [s * 1000 for bot in bots.told.values() for s in bot["pictures"].values()]
    _say({"pictures_ms": first})
    while line := await asyncio.to_thread(sys.stdin.readline):
        before, began = {name: machine.cpu_us(pid) for name, pid in pids.items()}, time.monotonic()
        pictures = _pictures(bots)
        await asyncio.sleep(float(line))
        used = {name: machine.cpu_us(pid) - before[name] for name, pid in pids.items()}
        seconds = time.monotonic() - began
        came = (_pictures(bots) - pictures) / (len(first) * films_per_s * seconds)
        _say({**used, "seconds": seconds, "came": came})


def _pictures(bots: Bots) -> int:
    return sum(
        count
        for bot in bots.told.values()
        for stream, count in bot["decoded"].items()
        if stream.endswith(" camera")
    )


def _say(what: Json) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Make a database and measure."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        stack = Stack("embedded", f"sqlite:///{home / 'db.sqlite3'}", home)
        with pointed(stack):
            call_command("migrate", verbosity=0)
            asyncio.run(measure(stack, int(sys.argv[1]), int(sys.argv[2])))


if __name__ == "__main__":
    main()
