"""The benchmark itself works: a short round of it yields every figure."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import media, page
from tests.bench.goals import GOALS, Goal
from tests.bench.plot import Chart, svg
from tests.media import network
from vgroup.env import PROJECT


@pytest.mark.timeout(300)  # it starts some twenty servers
def test_a_short_round_yields_every_figure(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "--quick", "--json", path],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    figures = json.loads(path.read_text())
    for goal in GOALS:
        if goal.key.startswith("media_") and not media.runs_here():
            network.require()
        figure = figures[goal.key]
        assert figure["value"], f"{goal.key}: {figures['failures']}"
        assert figure["value"] > 0
        assert figure["rounds"] == [figure["value"]]
        assert figure["reached"] == goal.reached(figure["value"])
        assert goal.key in done.stdout
    assert figures["machine"]["cores"]


@pytest.mark.parametrize("goal", GOALS, ids=lambda goal: goal.key)
def test_a_goal_is_reached_at_its_number_and_not_beyond(goal: Goal) -> None:
    better, worse = (1.01, 0.99) if goal.at_least else (0.99, 1.01)
    assert goal.reached(goal.reach)
    assert goal.reached(goal.reach * better)
    assert not goal.reached(goal.reach * worse)


def test_a_curve_is_drawn_within_its_frame() -> None:
    drawn = svg([Chart("cost", "rooms", [(1, 20.0), (300, 31.0)], log=True, limit=40.0)])
    assert drawn.count("<circle") == 2
    assert "300" in drawn


def test_the_page_takes_the_figures_of_a_run_and_keeps_its_sentences() -> None:
    figure = {"value": 2.04, "goal": 2.5, "reached": True, "rounds": [2.04]}
    facts = {"processor": "a processor", "cores": 2, "system": "Linux", "python": "3.11"}
    run = {
        "fanout_vs_websockets": figure,
        "contestants": {"rooms": {"cost": [20.0], "rate": [900.0], "busy": [0.5], "p99_ms": []}},
        "machine": {**facts, "packages": {"daphne": "4"}, "commit": "abc"},
    }
    text = page.PAGE.read_text()
    filled = page.filled(text, run, None)
    assert "| `fanout_vs_websockets` |" in filled
    assert "| 2.04 | ≤ 2.5 | yes |" in filled
    assert "| rooms | 20.0 | 900 | 50% |  |" in filled
    assert text.partition("<!--")[0] == filled.partition("<!--")[0]
    assert page.filled(filled, run, None) == filled
