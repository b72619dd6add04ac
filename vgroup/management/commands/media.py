"""`vgroup media`: run Janus and coturn, and a server beside them if one is named."""

import argparse
import asyncio
import os
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand

from sessions_app.media.servers import address, coturn, janus, keeper, secret
from sessions_app.media.servers.keeper import Keeper
from sessions_app.media.servers.plan import JANUS_PORT, RELAY_PORT, Plan, Unfit
from vgroup.errors import StartError
from vgroup.media import Media

FOLDER = "media"
ENDS_WITH_US = ("setpriv", "--pdeathsig", "TERM")
PREPARE = {"sfu": janus.prepared, "relay": coturn.prepared}


class Command(BaseCommand):
    """They run in the foreground, with configuration made from the settings, until a signal."""

    help = (
        "Run Janus (the SFU) and coturn (the relay) from the system's packages. With a command of "
        "vgroup behind it, run that beside them: vgroup media serve --port 8000"
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Which of the two, where they listen, and what runs beside them."""
        parser.add_argument("--only", choices=sorted(PREPARE), help="run one of the two")
        parser.add_argument(
            "--janus-host",
            default="127.0.0.1",
            metavar="ADDRESS",
            help="where Janus listens to the service; never where others reach it",
        )
        parser.add_argument(
            "--relay-address",
            default="",
            metavar="ADDRESS",
            help="coturn's address on the way to Janus, where it is not VGROUP_MEDIA_ADDRESS",
        )
        parser.add_argument("--show", action="store_true", help="show all that they print")
        parser.add_argument(
            "command", nargs=argparse.REMAINDER, help="a command of vgroup to run beside them"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prepare and run them; ends with the exit code of what ran beside them."""
        media: Media = settings.ENV.media
        folder: Path = settings.VGROUP_HOME / FOLDER
        beside = options["command"]
        try:
            plan = planned(media, folder, options, any_port=bool(beside))
            wanted = [options["only"]] if options["only"] else list(PREPARE)
            programs = [PREPARE[name](plan) for name in wanted]
            keeping = Keeper(programs, self.say, show=options["show"])
            told = told_to_the_service(media, folder, plan)
            if told and not beside:
                self.say(f"Serve with {' '.join(f'{n}={v}' for n, v in told.items())}")
            line = (*ENDS_WITH_US, sys.executable, "-m", "vgroup", *beside) if beside else ()
            # What runs beside them is given what was given here, and where they are.
            code = asyncio.run(keeper.run(keeping, self.say, line, os.environ | told))
        except Unfit as error:
            raise StartError(str(error)) from None
        if code:
            raise SystemExit(code)

    def say(self, sentence: str) -> None:
        """Tell whoever waits, at once."""
        self.stdout.write(sentence)
        self.stdout.flush()


def planned(media: Media, folder: Path, options: dict[str, Any], *, any_port: bool) -> Plan:
    """What is to run, by the settings; what they leave open is chosen or made here."""
    where = media.address or address.own()
    host = options["janus_host"]
    named = urlsplit(media.janus_url).port
    realm, relay_port = _relay(media.turn_urls)
    relay = options["relay_address"] or where
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return Plan(
        folder=folder,
        address=where,
        janus_host=host,
        janus_port=_port(host, named or JANUS_PORT, any_port=any_port and not named),
        janus_secret=media.janus_secret or secret.made_once(folder / "janus_secret"),
        own_relay=options["relay_address"],
        relay_port=_port(relay, relay_port or RELAY_PORT, any_port=any_port and not relay_port),
        relay_secret=media.turn_secret or secret.made_once(folder / "turn_secret"),
        realm=realm or "vgroup",
        to_devices=options["only"] == "relay" and media.engine == "mesh",
    )


def told_to_the_service(media: Media, folder: Path, plan: Plan) -> dict[str, str]:
    """The settings with which a server uses them, save those that are set already."""
    relay = f"turn:{plan.address}:{plan.relay_port}"
    wanted = {
        "VGROUP_JANUS_URL": "" if media.janus_url else f"ws://{plan.janus_host}:{plan.janus_port}/",
        "VGROUP_JANUS_SECRET_FILE": "" if media.janus_secret else str(folder / "janus_secret"),
        "VGROUP_TURN_URLS": (
            "" if media.turn_urls else f"{relay}?transport=udp,{relay}?transport=tcp"
        ),
        "VGROUP_TURN_SECRET_FILE": "" if media.turn_secret else str(folder / "turn_secret"),
    }
    return {name: value for name, value in wanted.items() if value}


def _relay(urls: Sequence[str]) -> tuple[str, int]:
    """Host and port of the first relay that is named; "" and 0 where there is none."""
    for url in urls:
        kind, _, rest = url.partition(":")
        if kind == "turn":
            host, _, port = rest.partition("?")[0].partition(":")
            return host, int(port) if port.isdecimal() else RELAY_PORT
    return "", 0


def _port(host: str, usual: int, *, any_port: bool) -> int:
    """The usual port, or any free one where nobody knows it beforehand; raises Unfit."""
    try:
        with socket.create_server((host, usual)):
            return usual
    except OSError as error:
        if not any_port:
            raise Unfit(
                f"Port {usual} on {host} cannot be used ({os.strerror(error.errno or 0)}): stop "
                "the program that uses it, or name another port in VGROUP_JANUS_URL or "
                "VGROUP_TURN_URLS."
            ) from None
    with socket.create_server((host, 0)) as probe:
        return int(probe.getsockname()[1])
