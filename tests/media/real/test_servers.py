"""Janus and coturn as `vgroup media` runs them: kept alive, confined, and unable to record."""

import asyncio
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import aioice
import pytest
from websockets.asyncio.client import connect

from sessions_app.media import turn
from tests.media import ground, network
from tests.media.ground import Servers
from tests.stack import Stack
from vgroup.env import PROJECT

pytestmark = pytest.mark.parametrize("stack", ["embedded"], indirect=True)
OTHERS = ("recordplay", "streaming", "textroom", "audiobridge", "sip", "nosip", "voicemail", "lua")
Json = dict[str, Any]


class Api:
    """Janus's interface, as the service uses it."""

    def __init__(self, socket: Any) -> None:
        self.socket = socket

    async def ask(self, **fields: Any) -> Json:
        """Ask and return the answer, past acknowledgements."""
        sent = {"transaction": "t", "apisecret": ground.SECRET, **fields}
        await self.socket.send(json.dumps(sent))
        while True:
            answer = json.loads(await self.socket.recv())
            if answer["janus"] != "ack":
                return dict(answer)


async def asked(**fields: Any) -> Json:
    """One answer of Janus, in a session of its own."""
    url = f"ws://127.0.0.1:{ground.JANUS}/"
    async with connect(url, subprotocols=["janus-protocol"]) as socket:  # type: ignore[list-item]
        api = Api(socket)
        made = await api.ask(janus="create")
        return await api.ask(session_id=made["data"]["id"], **fields)


def alive(pid: int) -> bool:
    """Whether a process runs."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def said_since(servers: Servers, told: int, sentence: str) -> bool:
    """Whether they printed something after so many characters."""
    return sentence in servers.text()[told:]


def until(condition: Any, patience_s: float) -> float:
    """Wait; returns how long it took."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() < began + patience_s
        time.sleep(0.02)
    return time.monotonic() - began


@pytest.mark.parametrize("name", ["janus", "turnserver"])
def test_what_dies_is_back_within_two_seconds(servers: Servers, name: str) -> None:
    for _ in range(2):
        before = servers.pid(name)
        told = len(servers.text())
        servers.kill(name)
        until(partial(said_since, servers, told, " is back."), 2)
        assert servers.pid(name) != before
    assert "ended by itself (code -9): starting it again." in servers.text()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_nothing_outlives_who_started_it(servers: Servers, how: signal.Signals) -> None:
    pids = [servers.pid("janus"), servers.pid("turnserver")]
    servers.process.send_signal(how)
    assert servers.process.wait(10) == (-9 if how == signal.SIGKILL else 0)
    until(lambda: not any(map(alive, pids)), 3)


def test_one_signal_ends_the_server_beside_them_too(stack: Stack, tmp_path: Path) -> None:
    log = tmp_path / "sfu.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "vgroup", "media", "serve", "--port", "0"],
            cwd=PROJECT,
            env=stack.environ,
            stdout=output,
            stderr=output,
        )
    until(lambda: "Ready at " in log.read_text() or process.poll() is not None, 60)
    said = log.read_text()
    assert "Ready at " in said, said
    family = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert len(family) == 3
    process.send_signal(signal.SIGINT)
    assert process.wait(30) == 0, log.read_text()
    assert not any(alive(int(pid)) for pid in family)
    assert "Traceback" not in log.read_text()


async def test_janus_has_video_rooms_and_nothing_else(servers: Servers) -> None:
    info = await asked(janus="attach", plugin="janus.plugin.videoroom")
    assert info["janus"] == "success", info
    for name in OTHERS:
        refused = await asked(janus="attach", plugin=f"janus.plugin.{name}")
        assert refused["error"]["code"] == 460, refused  # no such plugin
    without = await asked(janus="attach", plugin="janus.plugin.videoroom", apisecret="guess")
    assert without["error"]["code"] == 403


async def test_janus_ends_what_nobody_reaches_any_more(servers: Servers) -> None:
    """As when the network between it and a service is cut: a mute could not reach it either."""
    room = {"room": "cut", "secret": "s"}
    url = f"ws://127.0.0.1:{ground.JANUS}/"
    async with connect(url, subprotocols=["janus-protocol"], ping_interval=None) as socket:  # type: ignore[list-item]
        api = Api(socket)
        session = (await api.ask(janus="create"))["data"]["id"]
        plugin = "janus.plugin.videoroom"
        handle = (await api.ask(janus="attach", session_id=session, plugin=plugin))["data"]["id"]
        told = partial(api.ask, janus="message", session_id=session, handle_id=handle)
        await told(body={"request": "create", "admin_key": ground.SECRET, **room})
        await told(body={"request": "join", "ptype": "publisher", "id": "bob", **room})
        list_ = {"request": "listparticipants", **room}

        async def here() -> int:
            async with connect(url, subprotocols=["janus-protocol"]) as other:  # type: ignore[list-item]
                second = Api(other)
                mine = (await second.ask(janus="create"))["data"]["id"]
                made = await second.ask(janus="attach", session_id=mine, plugin=plugin)
                number = made["data"]["id"]
                answer = await second.ask(
                    janus="message", session_id=mine, handle_id=number, body=list_
                )
                return len(answer["plugindata"]["data"]["participants"])

        assert await here() == 1
        socket.transport.pause_reading()  # no ping is answered from here
        began = time.monotonic()
        while await here():
            await asyncio.sleep(0.5)
            assert time.monotonic() - began < 14
        socket.transport.resume_reading()


def test_janus_listens_to_this_machine_alone_and_has_no_administration(servers: Servers) -> None:
    said = subprocess.run(["ss", "-Hlntp"], capture_output=True, text=True, check=True).stdout
    own = {line.split()[3] for line in said.splitlines() if '"janus"' in line}
    assert own == {f"127.0.0.1:{ground.JANUS}"}
    relay = {line.split()[3] for line in said.splitlines() if '"turnserver"' in line}
    assert relay == {f"{network.ADDRESS}:{ground.RELAY}"}


@pytest.mark.parametrize("name", ["janus", "turnserver"])
def test_no_byte_can_be_written_to_a_file(servers: Servers, name: str) -> None:
    process = Path(f"/proc/{servers.pid(name)}")
    limits = process.joinpath("limits").read_text()
    line = next(line for line in limits.splitlines() if line.startswith("Max file size"))
    assert line.split()[3:5] == ["0", "0"]
    status = process.joinpath("status").read_text()
    assert "NoNewPrivs:\t1" in status
    # Ignored, so that a write fails and the process goes on.
    ignored = int(status.split("SigIgn:\t")[1].split()[0], 16)
    assert ignored & (1 << (signal.SIGXFSZ - 1))


def test_its_files_are_for_nobody_else(servers: Servers, stack: Stack) -> None:
    folder = stack.home / "media"
    assert folder.stat().st_mode & 0o077 == 0
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            assert path.stat().st_mode & 0o077 == 0, path
    libraries = {path.name for path in (folder / "janus").rglob("*.so")}
    assert libraries == {"libjanus_videoroom.so", "libjanus_websockets.so"}


@pytest.fixture
async def relayed(servers: Servers) -> Any:
    """Asks the relay to lead to an address; the error's number, or 0."""
    server = turn.server(["turn:"], ground.SECRET, "bot", int(time.time()) + 60)
    transport, _ = await aioice.turn.create_turn_endpoint(
        asyncio.DatagramProtocol,
        server_addr=(network.ADDRESS, ground.RELAY),
        username=server.username,
        password=server.credential,
        transport="udp",
    )
    inner = transport._TurnTransport__inner_protocol
    channels = itertools.count(0x4000)

    async def ask(address: str) -> int:
        try:
            await inner.channel_bind(next(channels), (address, 4000))
        except aioice.stun.TransactionFailed as failed:
            return int(failed.response.attributes["ERROR-CODE"][0])
        return 0

    yield ask
    transport.close()


@pytest.mark.parametrize("engine", ["sfu", "mesh"])
async def test_the_relay_leads_to_its_own_address_and_to_no_private_one(relayed: Any) -> None:
    assert await relayed(network.ADDRESS) == 0  # where Janus is, and whoever has a relay too
    for address in ("127.0.0.1", "10.213.77.2", "169.254.169.254", "192.168.1.1", "100.64.0.1"):
        assert await relayed(address) == 403, address


async def test_the_relay_of_an_sfu_leads_nowhere_else(relayed: Any) -> None:
    assert await relayed("8.8.8.8") == 403


@pytest.mark.parametrize("engine", ["mesh"])
async def test_the_relay_of_a_mesh_leads_to_public_addresses(relayed: Any) -> None:
    assert await relayed("8.8.8.8") == 0


async def test_the_relay_takes_nobody_without_credentials_or_after_their_time(
    servers: Servers,
) -> None:
    late = turn.server(["turn:"], ground.SECRET, "bot", int(time.time()) - 5)
    wrong = turn.server(["turn:"], "another secret of nobody", "bot", int(time.time()) + 60)
    for server in (late, wrong):
        with pytest.raises(aioice.stun.TransactionFailed):
            await aioice.turn.create_turn_endpoint(
                asyncio.DatagramProtocol,
                server_addr=(network.ADDRESS, ground.RELAY),
                username=server.username,
                password=server.credential,
                transport="udp",
            )


@pytest.fixture
def alone(stack: Stack) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Runs `vgroup media` with other settings, to its end."""

    def run(**environ: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "vgroup", "media"],
            cwd=PROJECT,
            env=stack.environ | ground.settings() | environ,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    return run


def test_a_port_that_is_taken_is_said_in_a_sentence(alone: Any, servers: Servers) -> None:
    refused = alone()
    assert refused.returncode == 2
    place = f"Port {ground.JANUS} on 127.0.0.1 cannot be used (Address already in use)"
    assert place in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("VGROUP_MEDIA_ADDRESS", "example.org"),
        ("VGROUP_MEDIA_ADDRESS", "0.0.0.0"),
        ("VGROUP_TURN_SECRET", "with spaces in it, and long enough"),
        ("VGROUP_JANUS_SECRET", "short"),
        ("VGROUP_JANUS_SECRET", 'a-long-one-that-ends" admin = "'),
    ],
)
def test_a_setting_that_does_not_fit_is_said_in_a_sentence(
    alone: Any, setting: str, value: str
) -> None:
    refused = alone(**{setting: value})
    assert refused.returncode == 2
    assert refused.stderr.startswith(f"vgroup: {setting}") or value in refused.stderr
    assert "Traceback" not in refused.stderr
    assert "SECRET" not in setting or value not in refused.stderr


def test_secrets_are_made_once(stack: Stack, tmp_path: Path) -> None:
    made = []
    for _ in range(2):
        process = subprocess.Popen(
            [sys.executable, "-m", "vgroup", "media"],
            cwd=PROJECT,
            env=stack.environ | {"VGROUP_MEDIA_ADDRESS": os.environ[network.INSIDE]},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout
        told = process.stdout.readline()
        assert "VGROUP_JANUS_SECRET_FILE=" in told
        assert f"turn:{network.ADDRESS}:3478" in told
        while "Up:" not in told:
            told = process.stdout.readline()
        process.terminate()
        assert process.wait(10) == 0
        process.stdout.close()
        folder = stack.home / "media"
        made.append([(folder / f"{name}_secret").read_text() for name in ("janus", "turn")])
        assert all(
            (folder / f"{name}_secret").stat().st_mode & 0o777 == 0o600
            for name in ("janus", "turn")
        )
    assert made[0] == made[1]
    assert made[0][0] != made[0][1]
