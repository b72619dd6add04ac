"""Puts the figures of a run into docs/performance.md: `python -m tests.bench.page RUN [GROWTH]`.

Both are JSON that the benchmark wrote; what stands between the page's marks is replaced.
"""

import json
import re
import statistics
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.bench.goals import GOALS, Goal

PAGE = Path("docs/performance.md")
Figures = dict[str, Any]


def filled(text: str, run: Figures, growth: Figures | None) -> str:
    """The page with these figures in it."""
    text = _between(text, "figures", _figures(run))
    text = _between(text, "contestants", _contestants(run["contestants"]))
    text = _between(text, "machine", [_machine(run["machine"])])
    return text if growth is None else _between(text, "growth", _growth(growth))


def _between(text: str, name: str, lines: Iterable[str]) -> str:
    begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    found = re.compile(f"{begin}.*?{end}", re.DOTALL)
    assert found.search(text), f"the page has no place for {name}"
    body = "\n".join((begin, *lines, end))
    return found.sub(lambda _: body, text)


def _figures(run: Figures) -> list[str]:
    rows = ["| Key | What | Figure | Goal | Reached |", "|---|---|---:|---:|---|"]
    for goal in GOALS:
        figure = run.get(goal.key)
        if figure is not None:
            rows.append(_row(goal, figure))
    return rows


def _row(goal: Goal, figure: Figures) -> str:
    value, sign = figure["value"], "≥" if goal.at_least else "≤"
    shown = "failed" if value is None else f"{value:.3g}{_unit(goal)}"
    reached = "yes" if figure["reached"] else "**no**"
    return f"| `{goal.key}` | {goal.what} | {shown} | {sign} {goal.reach:.3g} | {reached} |"


def _unit(goal: Goal) -> str:
    return "" if goal.unit == "times" else f" {goal.unit}"


def _contestants(contestants: Figures) -> list[str]:
    rows = [
        "| Contestant | µs a unit | Units a second | Core busy | p99 ms |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, read in contestants.items():
        cost, rate, busy, p99 = (_median(read[part]) for part in ("cost", "rate", "busy", "p99_ms"))
        cells = [_shown(cost, ".1f"), _shown(rate, ",.0f"), _shown(busy, ".0%"), _shown(p99, ".1f")]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return rows


def _median(values: Sequence[float]) -> float | None:
    return statistics.median(values) if values else None


def _shown(value: float | None, how: str) -> str:
    return format(value, how) if value else ""


def _machine(facts: Figures) -> str:
    packages = ", ".join(f"{name} {version}" for name, version in facts["packages"].items())
    return (
        f"{facts['processor']}, {facts['cores']} cores, {facts['system']}, "
        f"Python {facts['python']}; {packages}; at commit {facts['commit']}."
    )


def _growth(growth: Figures) -> list[str]:
    history = growth["history"]
    return [
        _curve("rooms of 12", "µs a frame", growth["frame_us_by_rooms"]),
        "",
        _curve("people in each of 20 rooms", "µs a frame", growth["frame_us_by_people"]),
        "",
        _curve("events in a session", "ms to open it cold", growth["open_ms_by_events"]),
        "",
        f"With {history['rows']:,} rows of old sessions in the table, a command in a running room "
        f"costs {history['append_cost']:.2f} times what it costs without them, its p99 is "
        f"{history['append_p99']:.2f} times as long, and opening one takes "
        f"{history['open']:.2f} times as long.",
    ]


def _curve(across: str, up: str, points: Sequence[tuple[float, float]]) -> str:
    xs = " | ".join(f"{x:,.0f}" for x, _ in points)
    ys = " | ".join(f"{y:.1f}" for _, y in points)
    return f"| {across} | {xs} |\n|---{'|---:' * len(points)}|\n| {up} | {ys} |"


def main(run: str, growth: str | None = None) -> None:
    """Fill the page."""
    figures = json.loads(Path(run).read_text())
    grown = json.loads(Path(growth).read_text()) if growth else None
    PAGE.write_text(filled(PAGE.read_text(), figures, grown))


if __name__ == "__main__":
    main(*sys.argv[1:])
