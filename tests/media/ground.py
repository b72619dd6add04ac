"""The ground of a test of real media: the servers, the people of a group, pages and bots."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from asgiref.sync import sync_to_async
from django.utils import timezone
from playwright.async_api import Browser, Error, Page
from websockets.exceptions import ConnectionClosed

from accounts.roles import Role
from sessions_app.models import Enrolment
from sessions_app.models.seat import seat_of
from tests.live import house as houses
from tests.live.client import HOME, Device
from tests.live.house import House
from tests.media import network
from tests.process import ServerProcess
from tests.stack import Stack
from vgroup.env import PROJECT

CLIENT = (Path(__file__).parent / "real" / "client.js").read_text()
JANUS, RELAY, SECRET = 18188, 13478, "a-secret-of-the-tests-alone"
UP = {"sfu": "Up: Janus and coturn.", "mesh": "Up: coturn."}
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-renderer-backgrounding",
    "--disable-background-timer-throttling",
    "--autoplay-policy=no-user-gesture-required",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
)

BEAT_S = 5.0
APART_S = 0.4  # two bots that come; at once they would lose what they have no time to read
FILMS_PER_S = 2  # enough to see that they move; one core decodes each for everyone

Json = dict[str, Any]


class Servers:
    """`vgroup media` as a process, with its log."""

    def __init__(self, stack: Stack, log: Path, engine: str) -> None:
        self.log = log
        only = ("--only", "relay") if engine == "mesh" else ()
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "vgroup", "media", "--show", *only],
                cwd=PROJECT,
                env=stack.environ | settings(engine),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + 30
        while UP[engine] not in self.text():
            assert self.process.poll() is None, self.text()
            assert time.monotonic() < deadline, self.text()
            time.sleep(0.05)

    def text(self) -> str:
        """What they have printed so far."""
        return self.log.read_text(errors="replace")

    def pid(self, name: str) -> int:
        """The process of one of them: `janus` or `turnserver`."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        for pid in children.split():
            with suppress(OSError):
                if Path(f"/proc/{pid}/comm").read_text().strip() == name:
                    return int(pid)
        raise AssertionError(f"{name} does not run:\n{self.text()}")

    def kill(self, name: str) -> None:
        """End one of them as a defect would."""
        os.kill(self.pid(name), signal.SIGKILL)

    def close(self) -> None:
        """End them."""
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"they did not end:\n{self.text()}") from None


@dataclass
class Ground:
    """Everything a test stands on; made by the fixture `ground`."""

    stack: Stack
    servers: Servers
    server: ServerProcess
    browser: Callable[..., Awaitable[Browser]]
    house: House
    lead: Device
    _bots: list["Bots"] = field(default_factory=list)
    _devices: list[Device] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._beating = asyncio.create_task(self._beat())

    async def ticket(self, name: str) -> str:
        """A fresh ticket for somebody."""
        return await sync_to_async(self.house.ticket)(name)

    def seat(self, name: str) -> str:
        """Somebody's seat."""
        return self.house.seats[name]

    async def admit(self, *names: str) -> None:
        """Let people in, by a device that goes again; whoever opens a page then is inside."""
        devices = [await self.device(name) for name in names]
        for name, device in zip(names, devices, strict=True):
            await device.does("Knock", attestation=HOME)
            await self.lead.does("Admit", seat=self.seat(name), identity="known")
            await device.snapshot(lambda s: s["you"]["standing"] == "inside")

    async def device(self, name: str) -> Device:
        """A plain socket of somebody, for commands."""
        device = await Device.open(self.server.socket_url, self.house.id, await self.ticket(name))
        self._devices.append(device)
        await device.frame(lambda f: f["type"] == "welcome")
        return device

    async def client(
        self,
        name: str,
        *,
        voice: Path | None = None,
        at: str = "/static/favicon.ico",
        **options: Any,
    ) -> "Client":
        """A page of the tests in which somebody joins the media of their place."""
        browser = await self.browser(voice)
        context = await browser.new_context(base_url=self.server.url)
        page = await context.new_page()
        await page.goto(at)
        return await self.inside(page, name, **options)

    async def inside(self, page: Page, name: str, **options: Any) -> "Client":
        """Let somebody join in a page that is open at the service."""
        given = {
            "url": f"{self.server.socket_url}/ws/rooms/{self.house.id}",
            "ticket": await self.ticket(name),
            **options,
        }
        await page.evaluate(CLIENT)
        await page.evaluate("given => { window.client = new Client(given); }", given)
        client = Client(self, page, name)
        try:
            await page.wait_for_function("() => window.client.welcomed", timeout=20_000)
        except Error as error:
            raise AssertionError(f"{await client.heard()}\n{self.logs()}") from error
        return client

    async def bots(self, names: list[str], *, speak: int = 0) -> "Bots":
        """Bots that film, of whom the first few speak."""
        people = [
            {
                "seat": self.seat(name),
                "ticket": await self.ticket(name),
                "films": True,
                "speaks": number < speak,
            }
            for number, name in enumerate(names)
        ]
        bots = await Bots.start(
            {
                "url": self.server.socket_url,
                "session": str(self.house.id),
                "apart_s": APART_S,
                "films_per_s": FILMS_PER_S,
                "people": people,
            },
            self.stack.home / f"bots-{len(self._bots)}.log",
        )
        self._bots.append(bots)
        return bots

    async def open_side_room(self, *names: str) -> str:
        """Send these people to a new side room; its id."""
        seen = len(self.lead.frames)
        drafts = [{"name": "Oak", "seats": [self.seat(name) for name in names]}]
        await self.lead.does("OpenPlaces", places=drafts)
        opened = await self.lead.event("PlacesOpened", after=seen)
        return str(opened["event"]["places"][0]["place"])

    async def close(self) -> None:
        """Let everybody go."""
        self._beating.cancel()
        for bots in self._bots:
            await bots.close()
        await asyncio.gather(
            *(d.close() for d in (*self._devices, self.lead)), return_exceptions=True
        )

    async def _beat(self) -> None:
        while True:
            await beat(self.lead, *self._devices)

    def logs(self) -> str:
        """What everyone has printed, for a test that failed."""
        parts = {"vgroup media": self.servers.text(), "vgroup serve": self.server.text()}
        parts |= {bots.log.name: bots.log.read_text() for bots in self._bots}
        return "\n".join(f"--- {name}\n{text[-2000:]}" for name, text in parts.items())


@dataclass
class Client:
    """A page of the tests."""

    ground: Ground
    page: Page
    name: str

    async def does(self, kind: str, **fields: Any) -> None:
        """Give a command."""
        await self.page.evaluate("([k, f]) => window.client.command(k, f)", [kind, fields])

    async def all_on(self) -> None:
        """Turn one's microphone and camera on."""
        await self.does("SetMicrophone", on=True)
        await self.does("SetCamera", on=True)

    async def received(self) -> dict[str, Json]:
        """What has come in, by "seat source"."""
        return dict(await self.page.evaluate("() => window.client.received()"))

    async def heard(self) -> list[Json]:
        """What the service said about media, without descriptions."""
        return list(await self.page.evaluate("() => window.client.heard"))

    async def ways(self) -> list[str]:
        """The kinds of candidates in use."""
        return list(await self.page.evaluate("() => window.client.ways()"))

    async def decodes(self, *wanted: str, patience_s: float = 20, more: int = 3) -> float:
        """Wait until more of each of these ("name source") is decoded; seconds it took."""
        before = await self.received()
        began = time.monotonic()
        names = {one: self._stream(one) for one in wanted}
        now: dict[str, Json] = {}
        lacking = list(wanted)
        while time.monotonic() < began + patience_s:
            now = await self.received()
            lacking = [one for one, n in names.items() if _count(now, n) < _count(before, n) + more]
            if not lacking:
                return time.monotonic() - began
            await asyncio.sleep(0.05)
        raise AssertionError(
            f"{self.name} does not decode {lacking}: {now}\n"
            f"states {await self.page.evaluate('() => window.client.states()')}\n"
            f"heard {await self.heard()}\n{self.ground.logs()}"
        )

    async def connected(self) -> None:
        """Wait until what the page sends has a way."""
        await self.page.wait_for_function("() => window.client.states()[0] === 'connected'")

    async def offered(self) -> set[str]:
        """The kinds of candidates that the page named to the service."""
        return set(await self.page.evaluate("() => window.client.offered()"))

    async def wants(self, *, on: bool, source: str) -> None:
        """Ask for the streams of a source, or for none of them."""
        await self.page.evaluate("([on, source]) => window.client.wants(on, source)", [on, source])

    async def joins(self) -> None:
        """Join anew, as a page that does not lie does by itself when it is told to."""
        await self.page.evaluate("() => window.client.say({ kind: 'join' })")

    async def sends(self, source: str) -> None:
        """Wait until the page sends more on a line, whether or not anybody gets it."""
        sent = "async source => (await window.client.sent())[source] ?? 0"
        before = await self.page.evaluate(sent, source)
        for _ in range(50):
            if await self.page.evaluate(sent, source) > before + 5:
                return
            await asyncio.sleep(0.1)
        raise AssertionError(f"{self.name} does not send their {source}")

    async def again(self, why: str, patience_s: float) -> None:
        """Wait until the page was told to join anew."""
        wanted = "why => window.client.heard.some(m => m.kind === 'again' && m.why === why)"
        await self.page.wait_for_function(wanted, arg=why, timeout=patience_s * 1000)

    async def gets(self, stream: str, packets: int, patience_s: float = 20) -> None:
        """Wait until so many packets of a stream came in, whatever is in them."""
        deadline = time.monotonic() + patience_s
        while _packets(now := await self.received(), self._stream(stream)) < packets:
            assert time.monotonic() < deadline, f"{stream}: {now}\n{self.ground.logs()}"
            await asyncio.sleep(0.1)

    async def silent_after(self, stream: str, *, within_s: float = 0.5, for_s: float = 1.5) -> None:
        """From a moment within these seconds on, nothing comes in on the line of a stream.

        It must have come before, and the page must have kept its connection: or else it is silent
        whatever the servers do.
        """
        await asyncio.sleep(within_s)
        before = _packets(await self.received(), self._stream(stream))
        assert before, f"{self.name} never got {stream}"
        await asyncio.sleep(for_s)
        after = _packets(await self.received(), self._stream(stream))
        assert after == before, f"{self.name} still got {after - before} packets of {stream}"
        assert await self.page.evaluate("() => Boolean(window.client.receiver)"), "it let go"

    async def never(self, stream: str, for_s: float = 1.5) -> None:
        """A stream that has a line is not on it, now or for some seconds."""
        await asyncio.sleep(for_s)
        lines = await self.page.evaluate("() => [...window.client.names.values()]")
        assert self._stream(stream) in lines, f"{self.name} has no line for {stream}"
        got = _packets(await self.received(), self._stream(stream))
        assert got == 0, f"{self.name} got {got} packets of {stream}"

    def _stream(self, wanted: str) -> str:
        name, source = wanted.split()
        return f"{self.ground.seat(name)} {source}"


def _count(received: dict[str, Json], stream: str) -> float:
    return float(received.get(stream, {}).get("decoded", 0))


def _packets(received: dict[str, Json], stream: str) -> int:
    return int(received.get(stream, {}).get("packets", 0))


class Bots:
    """The program of the bots, and what it said last."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self.process, self.log = process, log
        self.told: dict[str, Json] = {}
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def start(cls, given: Json, log: Path) -> "Bots":
        """Start it."""
        with log.open("wb") as output:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.media.bots"),
                cwd=PROJECT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=output,
                limit=2**20,
            )
        assert process.stdin
        process.stdin.write(json.dumps(given).encode() + b"\n")
        await process.stdin.drain()
        return cls(process, log)

    async def decode(
        self, wanted: dict[str, set[str]], patience_s: float = 40, more: int = 3
    ) -> float:
        """Wait until each bot, by seat, has decoded a little of these streams; seconds it took."""
        began = time.monotonic()
        missing: dict[str, list[str]] = {}
        while time.monotonic() < began + patience_s:
            assert self.process.returncode is None, self.log.read_text()
            missing = {
                seat: sorted(s for s in streams if self._decoded(seat).get(s, 0) < more)
                for seat, streams in wanted.items()
            }
            if not any(missing.values()):
                return time.monotonic() - began
            await asyncio.sleep(0.1)
        raise AssertionError(f"not decoded: {missing}\n{self.told}\n{self.log.read_text()[-2000:]}")

    def _decoded(self, seat: str) -> dict[str, int]:
        return dict(self.told.get(seat, {}).get("decoded", {}))

    async def close(self) -> None:
        """End it."""
        self._reading.cancel()
        if self.process.returncode is None:
            self.process.kill()
        await self.process.wait()

    async def _read(self) -> None:
        assert self.process.stdout
        async for line in self.process.stdout:
            self.told = json.loads(line)


async def beat(*devices: Device) -> None:
    """Let devices give a sign of life, and wait until they have to again."""
    for device in devices:
        with suppress(ConnectionClosed):
            await device.send({"type": "beat"})
    await asyncio.sleep(BEAT_S)


def settings(engine: str = "sfu", over: Sequence[str] = ("udp", "tcp")) -> dict[str, str]:
    """The settings of a service with a relay, and an SFU or a mesh."""
    relay = f"turn:{network.ADDRESS}:{RELAY}"
    sfu = {"VGROUP_JANUS_URL": f"ws://127.0.0.1:{JANUS}/", "VGROUP_JANUS_SECRET": SECRET}
    return (sfu if engine == "sfu" else {}) | {
        "VGROUP_MEDIA": engine,
        "VGROUP_MEDIA_ADDRESS": network.ADDRESS,
        "VGROUP_TURN_URLS": ",".join(f"{relay}?transport={way}" for way in over),
        "VGROUP_TURN_SECRET": SECRET,
    }


@contextmanager
def servers(stack: Stack, log: Path, engine: str = "sfu") -> Iterator[Servers]:
    """Janus and coturn; for a mesh coturn alone."""
    running = Servers(stack, log, engine)
    try:
        yield running
    finally:
        running.close()


def evening(people: int, relay: str = "auto", **rules: Any) -> House:
    """A house whose session begins in a minute, with so many more participants: p1, p2 …"""
    house = houses.build(starts_in_s=7200, **rules)
    house.clinic.relay = relay
    house.clinic.save(update_fields=["relay"])
    for number in range(1, people + 1):
        name = f"p{number}"
        house.people[name] = houses._person(name, Role.PARTICIPANT, house.clinic)
        seat = seat_of(house.group, house.people[name], name.title())
        house.seats[name] = seat.code
        Enrolment.objects.create(seat=seat, since=timezone.now() - timedelta(days=1))
    house.session = houses.planned(house.group, 60)
    return house
