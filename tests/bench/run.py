"""`make bench`: measures everything beside its references and shows what is reached."""

import argparse
import os
import time
from collections.abc import Sequence
from pathlib import Path

import uvloop

from tests.bench import growth, machine, table
from tests.bench.contest import compete
from tests.bench.contestants import QUICK, WHOLE
from tests.bench.goals import GOALS, Goal
from tests.bench.stage import Stage


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write the figures if asked to; missing a goal is no failure."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--only", default="", help="keys to measure, with commas between")
    parser.add_argument("--quick", action="store_true", help="one short round, to see it work")
    parser.add_argument("--growth", action="store_true", help="measure how cost grows instead")
    options = parser.parse_args(arguments)
    only = [key for key in options.only.split(",") if key]
    if unknown := set(only) - {goal.key for goal in GOALS}:
        parser.error(f"no such figure: {', '.join(sorted(unknown))}")
    machine.pin(os.getpid(), machine.LOAD_CORE)
    machine.allow_sockets()
    stage = Stage()
    try:
        if options.growth:
            grown = uvloop.run(growth.measure(stage))
            grown.write(options.json)
        else:
            _compete(stage, options, [g for g in GOALS if not only or g.key in only])
    finally:
        stage.close()


def _compete(stage: Stage, options: argparse.Namespace, wanted: Sequence[Goal]) -> None:
    start = time.monotonic()
    run = uvloop.run(compete(stage, QUICK if options.quick else WHOLE, wanted))
    report = table.Report(wanted, run, time.monotonic() - start)
    report.print()
    if options.json:
        report.write(options.json)
