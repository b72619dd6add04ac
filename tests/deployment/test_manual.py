"""What docs/operations.md tells an operator to type, or to look at, is there."""

import re

import yaml
from django.core.management import get_commands, load_command_class

from sessions_app.live import metrics
from tests.bench.goals import GOALS
from vgroup.env import PROJECT

MANUAL = (PROJECT / "docs" / "operations.md").read_text()
CODE = re.findall(r"```\n(.*?)```|`([^`\n]+)`", MANUAL, re.DOTALL)
LINES = [line for block, span in CODE for line in (block or span).splitlines()]


def test_every_command_is_one_and_has_the_options_that_are_named() -> None:
    found = [m for line in LINES for m in re.findall(r"(?:^|\s)vgroup ([a-z]+)((?: .*)?)", line)]
    assert {name for name, _ in found} >= {"serve", "clock", "prepare", "rotate", "verify"}
    for name, rest in found:
        # `vgroup media` runs another command beside it, with options of its own.
        beside = re.search(r" (serve)\b(.*)", rest) if name == "media" else None
        assert options(rest[: beside.start()] if beside else rest) <= known(name), name
        if beside:
            assert options(beside[2]) <= known(beside[1]), beside[1]


def options(line: str) -> set[str]:
    return set(re.findall(r"(?<!\S)--[a-z-]+", line))


def known(name: str) -> set[str]:
    """The options of a command of vgroup."""
    parser = load_command_class(get_commands()[name], name).create_parser("vgroup", name)
    return {option for action in parser._actions for option in action.option_strings}


def test_every_figure_to_measure_is_one() -> None:
    keys = {key for line in LINES for m in re.findall(r"ONLY=(\S+)", line) for key in m.split(",")}
    assert keys
    assert keys <= {goal.key for goal in GOALS}


def test_every_service_is_one_of_the_compose_file() -> None:
    services = set(yaml.safe_load((PROJECT / "docker-compose.yml").read_text())["services"])
    named = set()
    for line in LINES:
        if match := re.search(r"docker compose (?:exec|stop)((?: -\S+)*)((?: [a-z]+\d?)+)", line):
            words = match[2].split()
            named |= set(words if " stop " in line else words[:1])
        elif match := re.search(r"docker compose run ([^<]+)", line):
            named.add(next(word for word in match[1].split() if word in services))
    assert named <= services
    assert {"web1", "database", "prepare", "proxy"} <= named


def test_every_metric_is_counted() -> None:
    counted = metrics.text().decode()
    rows = re.findall(r"^\| (`vgroup_.*?) \|", MANUAL, re.MULTILINE)
    named = {name for row in rows for name in re.findall(r"`(vgroup_[a-z_]+)", row)}
    assert named
    for name in named:
        assert re.search(rf"^# TYPE {name}(_total)? ", counted, re.MULTILINE), name
