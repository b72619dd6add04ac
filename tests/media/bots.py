"""Bots that have media in a room, as a program of its own: `python -m tests.media.bots`.

It reads one line of JSON (`url`, `session`, `apart_s` between two who come, `films_per_s` pictures
of each who films, `people`: each with `ticket`, `seat`, `speaks`, `films`) and says, each half
second, what every bot has decoded so far.
"""

import asyncio
import fractions
import json
import sys
import time
from typing import Any

import av
from aioice import ice
from aiortc import (
    RTCBundlePolicy,
    RTCConfiguration,
    RTCIceServer,
    RTCPeerConnection,
    RTCRtpTransceiver,
    RTCSessionDescription,
    rtcrtpreceiver,
)
from aiortc.jitterbuffer import JitterBuffer
from aiortc.mediastreams import MediaStreamError, MediaStreamTrack

from tests.live.client import Device
from tests.media import speech

RATE, SLICE = speech.RATE, 960  # 20 ms
WIDTH, HEIGHT = 160, 120
PERIOD = b"".join(n.to_bytes(2, "little", signed=True) for n in speech.samples(1, always=True))
SAY_S, BEAT_S = 0.5, 5.0
HELD = 32  # packets behind a lost one, before a whole picture is asked for; a power of two

Json = dict[str, Any]


class Impatient(JitterBuffer):
    """aiortc's own waits for 128 packets: at five small pictures a second, half a minute."""

    def __init__(self, capacity: int, **options: Any) -> None:
        super().__init__(min(capacity, HELD), **options)


rtcrtpreceiver.JitterBuffer = Impatient  # type: ignore[misc]
ice.CONSENT_FAILURES = 60  # of checks in a row: a bot that is late is still there


class Voice(MediaStreamTrack):
    """Speaks as the file does; between phrases nothing is sent."""

    kind = "audio"

    def __init__(self, speaks: bool) -> None:
        super().__init__()
        self._speaks, self._at, self._began = speaks, 0, 0.0

    async def recv(self) -> av.AudioFrame:
        """The next slice, when it is due."""
        if not self._speaks:
            await asyncio.Event().wait()
        self._began = self._began or time.monotonic() - self._at / RATE
        while not _spoken(self._at / RATE):
            self._at += SLICE
        await asyncio.sleep(max(0.0, self._began + self._at / RATE - time.monotonic()))
        frame = av.AudioFrame(format="s16", layout="mono", samples=SLICE)
        start = self._at % RATE * 2
        frame.planes[0].update(PERIOD[start : start + SLICE * 2])
        frame.pts, frame.sample_rate, frame.time_base = self._at, RATE, fractions.Fraction(1, RATE)
        self._at += SLICE
        return frame


class Film(MediaStreamTrack):
    """A small picture in which something moves."""

    kind = "video"

    def __init__(self, a_second: int) -> None:
        super().__init__()
        self._a_second, self._number, self._began = a_second, 0, 0.0

    async def recv(self) -> av.VideoFrame:
        """The next picture, when it is due."""
        if self._a_second == 0:
            await asyncio.Event().wait()
        self._began = self._began or time.monotonic()
        due = self._began + self._number / self._a_second
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        frame = av.VideoFrame(WIDTH, HEIGHT, "yuv420p")
        row = bytes((x + self._number * 4) % 256 for x in range(frame.planes[0].line_size))
        frame.planes[0].update(row * HEIGHT)
        for plane in frame.planes[1:]:
            plane.update(b"\x80" * plane.buffer_size)
        frame.pts, frame.time_base = (
            self._number * 90_000 // self._a_second,
            fractions.Fraction(1, 90_000),
        )
        self._number += 1
        return frame


class Bot:
    """One device of one person."""

    def __init__(self, person: Json, films_per_s: int) -> None:
        self.person = person
        self._films_per_s = films_per_s if person["films"] else 0
        self.decoded: dict[str, int] = {}
        self.pictures: dict[str, float] = {}  # after how many seconds the first came
        self.heard: list[str] = []
        self.began = time.monotonic()
        self._sender: RTCPeerConnection | None = None
        self._receiver: RTCPeerConnection | None = None
        self._streams: dict[str, str] = {}
        self._taken: set[str] = set()
        self._eating: set[asyncio.Task[None]] = set()

    async def live(self, url: str, session: str) -> None:
        """Come in, turn everything on, and go along with what is said until the end."""
        device = await Device.open(url, session, self.person["ticket"])
        self._device = device
        await device.snapshot(lambda s: s["you"]["standing"] == "inside")
        if self.person["speaks"]:
            await device.does("SetMicrophone", on=True)
        if self.person["films"]:
            await device.does("SetCamera", on=True)
        self.began = time.monotonic()
        await self._say(kind="join")
        self._beating = asyncio.create_task(self._beat())
        seen = 0
        while True:
            frame = await device.frame(lambda f: f["type"] == "media", after=seen, patience_s=600)
            seen = device.frames.index(frame, seen) + 1
            if frame["data"]["kind"] not in ("talking", "connected"):
                self.heard.append(frame["data"]["kind"])
            await self._take(frame["data"])

    def told(self) -> Json:
        """What it has so far."""
        states = [c.connectionState for c in (self._sender, self._receiver) if c]
        return {
            "decoded": dict(self.decoded),
            "pictures": dict(self.pictures),
            "states": states,
            "heard": self.heard[-20:],
        }

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT_S)
            await self._device.send({"type": "beat"})

    async def _say(self, **message: Any) -> None:
        await self._device.send({"type": "media", "data": message})

    async def _take(self, message: Json) -> None:
        match message["kind"]:
            case "ready":
                await self._begin(message)
            case "answered" if self._sender:
                await self._sender.setRemoteDescription(
                    RTCSessionDescription(message["sdp"], "answer")
                )
            case "offer":
                await self._answer(message)
            case "again":
                await self._close()
                await self._say(kind="join")
            case "over":
                await self._close()

    async def _begin(self, ready: Json) -> None:
        await self._close()
        servers = [RTCIceServer(**server) for server in ready["ice_servers"]]
        # With another policy aiortc loses lines that are of one kind.
        self._servers = RTCConfiguration(
            servers if ready["relay"] else [], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE
        )
        sender = self._sender = RTCPeerConnection(self._servers)
        sender.addTransceiver(Voice(self.person["speaks"]), direction="sendonly")
        sender.addTransceiver(Film(self._films_per_s), direction="sendonly")
        sender.addTransceiver(Film(0), direction="sendonly")
        await sender.setLocalDescription(await sender.createOffer())
        await self._say(kind="publish", sdp=sender.localDescription.sdp)

    async def _answer(self, message: Json) -> None:
        receiver = self._receiver = self._receiver or RTCPeerConnection(self._servers)
        self._streams = {s["mid"]: f"{s['seat']} {s['source']}" for s in message["streams"]}
        await receiver.setRemoteDescription(RTCSessionDescription(message["sdp"], "offer"))
        await receiver.setLocalDescription(await receiver.createAnswer())
        await self._say(kind="answer", n=message["n"], sdp=receiver.localDescription.sdp)
        for transceiver in receiver.getTransceivers():
            if transceiver.mid and transceiver.mid not in self._taken:
                self._taken.add(transceiver.mid)
                task = asyncio.create_task(self._eat(transceiver))
                self._eating.add(task)

    async def _eat(self, transceiver: RTCRtpTransceiver) -> None:
        while True:
            try:
                await transceiver.receiver.track.recv()
            except MediaStreamError:
                return
            name = self._streams.get(transceiver.mid, f"? {transceiver.kind}")
            self.decoded[name] = self.decoded.get(name, 0) + 1
            if transceiver.kind == "video":
                self.pictures.setdefault(name, time.monotonic() - self.began)

    async def _close(self) -> None:
        for task in self._eating:
            task.cancel()
        self._eating, self._taken = set(), set()
        connections, self._sender, self._receiver = (self._sender, self._receiver), None, None
        for connection in connections:
            if connection:
                await connection.close()


def _spoken(at: float) -> bool:
    at %= speech.ROUND_S
    for said, pause in speech.PHRASES:
        if at < said:
            return True
        if at < said + pause:
            return False
        at -= said + pause
    return False


async def _later(wait_s: float, bot: Bot, told: Json) -> None:
    await asyncio.sleep(wait_s)
    await bot.live(told["url"], told["session"])


async def _main() -> None:
    told = json.loads(sys.stdin.readline())
    bots = [Bot(person, told["films_per_s"]) for person in told["people"]]
    lives = [
        asyncio.create_task(_later(number * told.get("apart_s", 0), bot, told))
        for number, bot in enumerate(bots)
    ]
    while True:
        line = {bot.person["seat"]: bot.told() for bot in bots}
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
        for life in lives:
            if life.done():
                life.result()
        await asyncio.sleep(SAY_S)


if __name__ == "__main__":
    asyncio.run(_main())
