"""The configuration of Janus and coturn: what it lets in, and what it leaves out."""

import asyncio
import errno
import socket
from asyncio.subprocess import Process
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path

import pytest

from sessions_app.media.servers import address, coturn, janus, program, secret
from sessions_app.media.servers.keeper import Keeper
from sessions_app.media.servers.plan import Plan, Unfit

GIVEN = "a-secret-of-sixteen"


def plan(folder: Path, **more: object) -> Plan:
    given: dict[str, object] = {
        "folder": folder,
        "address": "198.51.100.7",
        "janus_secret": GIVEN,
        "relay_secret": GIVEN[::-1],
    }
    return Plan(**(given | more))  # type: ignore[arg-type]


def denied(configuration: str, wanted: str) -> bool:
    """Whether coturn leads there: what is allowed goes before what is denied."""
    peer = ip_address(wanted)
    lines = configuration.splitlines()
    if f"allowed-peer-ip={wanted}" in lines:
        return False
    for line in lines:
        if line.startswith("denied-peer-ip="):
            first, last = map(ip_address, line.partition("=")[2].split("-"))
            if first == ip_address("::"):
                return True  # coturn finds every IPv4 address in such a range
            if first.version == peer.version and first <= peer <= last:
                return True
    return False


def test_the_relay_of_an_sfu_leads_to_it_alone(tmp_path: Path) -> None:
    configuration = coturn.file(plan(tmp_path))
    assert not denied(configuration, "198.51.100.7")
    for elsewhere in ("198.51.100.8", "8.8.8.8", "127.0.0.1", "10.0.0.1", "::1", "2606:4700::1"):
        assert denied(configuration, elsewhere), elsewhere


@pytest.mark.parametrize(
    "private",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "255.255.255.255",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "fd00::1",
        "fe80::1",
        "fd00:ec2::254",
    ],
)
def test_the_relay_of_a_mesh_leads_into_no_private_network(tmp_path: Path, private: str) -> None:
    configuration = coturn.file(plan(tmp_path, to_devices=True))
    assert denied(configuration, private)
    assert not denied(configuration, "8.8.8.8")
    assert not denied(configuration, "172.32.0.1")


def test_the_relay_takes_who_has_credentials_and_only_udp_towards_others(tmp_path: Path) -> None:
    lines = coturn.file(plan(tmp_path)).splitlines()
    for line in ("use-auth-secret", f"static-auth-secret={GIVEN[::-1]}", "no-tcp-relay", "no-cli"):
        assert line in lines
    assert {"no-multicast-peers", "fingerprint", "no-tls", "no-dtls"} <= set(lines)
    assert any(line.startswith("user-quota=") for line in lines)
    assert any(line.startswith("total-quota=") for line in lines)
    assert "allow-loopback-peers" not in lines
    assert "listening-ip=198.51.100.7" in lines


def test_a_relay_with_two_sides_listens_on_all_and_relays_on_its_own(tmp_path: Path) -> None:
    lines = coturn.file(plan(tmp_path, own_relay="10.1.0.3")).splitlines()
    assert "relay-ip=10.1.0.3" in lines
    assert not [line for line in lines if line.startswith("listening-ip=")]
    assert "allowed-peer-ip=198.51.100.7" in lines


def test_janus_is_configured_for_one_address_and_this_machine(tmp_path: Path) -> None:
    files = janus.files(plan(tmp_path), tmp_path / "plugins", tmp_path / "t", tmp_path / "n")
    assert 'ice_enforce_list = "198.51.100.7"' in files["janus.jcfg"]
    assert f'api_secret = "{GIVEN}"' in files["janus.jcfg"]
    assert 'ws_ip = "127.0.0.1"' in files["janus.transport.websockets.jcfg"]
    assert "admin_ws = false" in files["janus.transport.websockets.jcfg"]
    assert f'admin_key = "{GIVEN}"' in files["janus.plugin.videoroom.jcfg"]
    assert not any("http" in name or "event" in name for name in files)


def test_what_is_not_named_any_more_is_not_loaded(tmp_path: Path) -> None:
    library, other = tmp_path / "a.so", tmp_path / "b.so"
    folder = program.only(tmp_path / "plugins", library, other)
    assert program.only(folder, library) == folder
    assert [path.name for path in folder.iterdir()] == ["a.so"]


@pytest.mark.parametrize("wrong", ["short", "with a space, and long", 'quoted"-and-long-enough'])
def test_a_secret_that_a_file_could_not_hold_is_refused(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(Unfit, match="VGROUP_JANUS_SECRET"):
        plan(tmp_path, janus_secret=wrong)
    with pytest.raises(Unfit, match="VGROUP_TURN_SECRET"):
        plan(tmp_path, relay_secret=wrong)
    assert GIVEN not in repr(plan(tmp_path))


@pytest.mark.parametrize("wrong", ["example.org", "::1", "0.0.0.0", "1.2.3"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(Unfit, match="VGROUP_MEDIA_ADDRESS"):
        plan(tmp_path, address=wrong)


def test_a_machine_with_nothing_but_loopback_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "_towards", lambda there: "")
    monkeypatch.setattr(address, "_interfaces", lambda: ["lo"])
    with pytest.raises(Unfit, match="set VGROUP_MEDIA_ADDRESS"):
        address.own()


def test_a_secret_is_made_once_and_is_for_nobody_else(tmp_path: Path) -> None:
    path = tmp_path / "media" / "janus_secret"
    made = secret.made_once(path)
    assert secret.made_once(path) == made
    assert plan(tmp_path, janus_secret=made)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_a_program_that_is_missing_is_named_with_its_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(program.shutil, "which", lambda name, path=None: None)
    with pytest.raises(Unfit, match="turnserver is not installed: on Debian, apt install coturn"):
        program.found("turnserver", "coturn")


@pytest.fixture
def listening() -> Iterator[tuple[str, int]]:
    """Where something listens, whatever the program does."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield ("127.0.0.1", server.getsockname()[1])


async def test_a_program_that_can_not_be_started_again_is_tried_until_it_can(
    tmp_path: Path, listening: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    command = ("sh", "-c", "sleep 0.3")
    keeper = Keeper([program.Program("Janus", command, tmp_path, listening)], said.append)
    await keeper.start()
    launch, failures = keeper._launch, [OSError(errno.ENOMEM, "Cannot allocate memory")] * 2

    async def scarce(which: program.Program) -> Process:
        if failures:
            raise failures.pop()
        return await launch(which)

    monkeypatch.setattr(keeper, "_launch", scarce)
    async with asyncio.timeout(10):
        while "Janus is back." not in said:  # noqa: ASYNC110 (a keeper tells nobody else)
            await asyncio.sleep(0.02)
    assert not failures
    assert "Cannot allocate memory" in "".join(said)
    await keeper.stop()


async def test_a_program_that_never_starts_is_told_with_its_last_words(
    tmp_path: Path, listening: tuple[str, int]
) -> None:
    talk = "head -c 200000 /dev/zero | tr '\\0' x; echo; echo no room at 192.0.2.7; exit 3"
    silent = ("127.0.0.1", 1)
    keeper = Keeper([program.Program("Janus", ("sh", "-c", talk), tmp_path, silent)], print)
    with pytest.raises(Unfit, match=r"code 3") as refused:
        await keeper.start()
    assert "no room at …" in str(refused.value)
