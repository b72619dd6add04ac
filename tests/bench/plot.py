"""Line charts as one SVG that follows the reader's light or dark theme."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT, GAP = 300, 200, 56
LEFT, TOP, BOTTOM = 46, 40, 40
STEPS = (1, 2, 2.5, 5, 10)
STYLE = """
.paper { fill: #fff; }
text { font: 12px system-ui, sans-serif; fill: #334; }
.title { font-weight: 600; }
.axis, .grid { stroke: #99a; stroke-width: 1; }
.grid { stroke-opacity: .25; }
.limit { stroke: #b3541e; stroke-dasharray: 5 4; }
.line { fill: none; stroke: #2a6f77; stroke-width: 2; }
.dot { fill: #2a6f77; }
@media (prefers-color-scheme: dark) {
  .paper { fill: #16191d; }
  text { fill: #dde; }
  .line { stroke: #7cc4cc; }
  .dot { fill: #7cc4cc; }
  .limit { stroke: #f0a070; }
}
"""


@dataclass(frozen=True)
class Chart:
    """One curve; `log` x axes count decades, `limit` is a line not to be crossed."""

    title: str
    x: str
    points: Sequence[tuple[float, float]]
    log: bool = False
    limit: float | None = None

    @property
    def top(self) -> float:
        """The end of the y axis: above everything, and four round steps from zero."""
        highest = max([y for _, y in self.points] + ([self.limit] if self.limit else []))
        decade = 10 ** math.floor(math.log10(highest / 4))
        return 4 * decade * next(step for step in STEPS if 4 * step * decade >= highest)

    def across(self, x: float) -> float:
        """Where an x lies, in pixels."""
        low, high = self.points[0][0], self.points[-1][0]
        if self.log:
            low, high, x = math.log10(low), math.log10(high), math.log10(x)
        return LEFT + (x - low) / (high - low) * WIDTH

    def up(self, y: float) -> float:
        """Where a y lies, in pixels."""
        return TOP + HEIGHT - y / self.top * HEIGHT


def svg(charts: Sequence[Chart]) -> str:
    """The charts side by side."""
    each = LEFT + WIDTH + GAP
    width, height = each * len(charts), TOP + HEIGHT + BOTTOM
    panels = "\n".join(
        f'<g transform="translate({n * each} 0)">\n{_panel(chart)}\n</g>'
        for n, chart in enumerate(charts)
    )
    titles = "; ".join(chart.title for chart in charts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">\n'
        f"<title>{escape(titles)}</title>\n<style>{STYLE}</style>\n"
        f'<rect class="paper" width="{width}" height="{height}"/>\n{panels}\n</svg>\n'
    )


def _panel(chart: Chart) -> str:
    base = TOP + HEIGHT
    parts = [
        _text(LEFT, 18, chart.title, "title"),
        _text(LEFT + WIDTH, base + 34, chart.x, anchor="end"),
        _line(LEFT, base, LEFT + WIDTH, base, "axis"),
        *_rows(chart),
        *(_column(chart, x) for x, _ in chart.points),
    ]
    if chart.limit is not None:
        y = chart.up(chart.limit)
        parts.append(_line(LEFT, y, LEFT + WIDTH, y, "limit"))
    places = [(chart.across(x), chart.up(y)) for x, y in chart.points]
    parts.append(
        f'<polyline class="line" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>'
    )
    parts += [f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in places]
    return "\n".join(parts)


def _rows(chart: Chart) -> list[str]:
    rows = []
    for part in range(5):
        value = chart.top * part / 4
        y = chart.up(value)
        rows.append(_line(LEFT, y, LEFT + WIDTH, y, "grid"))
        rows.append(_text(LEFT - 6, y + 4, f"{value:g}", anchor="end"))
    return rows


def _column(chart: Chart, x: float) -> str:
    return _text(chart.across(x), TOP + HEIGHT + 16, f"{x:,.0f}", anchor="middle")


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    return (
        f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
    )


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'
