"""What whoever runs a simulation sees while it runs: a live panel, or lines where there is none."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Sequence

from rich import box
from rich.console import Console
from rich.live import Live
from rich.table import Table

from sessions_app.simulate.chronicle import Chronicle
from sessions_app.simulate.person import Person
from sessions_app.simulate.verdict import Difference

REFRESH_S = 0.25
LINE_S = 5.0


class Screen:
    """Writes to one console."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def say(self, sentence: str) -> None:
        """One line."""
        self._console.print(sentence, highlight=False, soft_wrap=True)

    @contextlib.asynccontextmanager
    async def following(
        self, people: Sequence[Person], chronicle: Chronicle, act: Callable[[], str]
    ) -> AsyncIterator[None]:
        """Show how it goes until the block ends."""
        if self._console.is_terminal:
            work = asyncio.create_task(self._panel(people, chronicle, act))
        else:
            work = asyncio.create_task(self._lines(people, chronicle, act))
        try:
            yield
        finally:
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)

    def differences(self, found: Sequence[Difference]) -> None:
        """What the server says that the clients did not live through."""
        table = Table(title="Differences", box=box.SIMPLE_HEAD, title_justify="left")
        for heading in ("Who", "What", "Lived through", "The server says"):
            table.add_column(heading)
        for difference in found:
            table.add_row(*difference)
        self._console.print(table)

    async def _panel(
        self, people: Sequence[Person], chronicle: Chronicle, act: Callable[[], str]
    ) -> None:
        with Live(console=self._console, auto_refresh=False, transient=True) as live:
            while True:
                live.update(_panel(people, chronicle, act()), refresh=True)
                await asyncio.sleep(REFRESH_S)

    async def _lines(
        self, people: Sequence[Person], chronicle: Chronicle, act: Callable[[], str]
    ) -> None:
        while True:
            counts = ", ".join(f"{number} {what}" for what, number in _counts(people).items())
            self.say(f"{act()} ({chronicle.phase}): {counts}; {_numbers(chronicle)}")
            await asyncio.sleep(LINE_S)


def _panel(people: Sequence[Person], chronicle: Chronicle, act: str) -> Table:
    table = Table(box=box.ROUNDED, show_header=False, title=act, title_justify="left")
    table.add_column(style="bold")
    table.add_column()
    table.add_row("room", chronicle.phase.replace("_", " "))
    for what, number in _counts(people).items():
        table.add_row(what, f"{number:4d}  {'█' * min(60, number)}")
    table.add_row("traffic", _numbers(chronicle))
    if chronicle.troubles:
        table.add_row("trouble", chronicle.troubles[-1][:100])
    return table


def _counts(people: Sequence[Person]) -> dict[str, int]:
    counts = dict.fromkeys(("inside", "waiting", "cut off", "elsewhere"), 0)
    for person in people:
        counts[_whereabouts(person)] += 1
    return counts


def _whereabouts(person: Person) -> str:
    if person.inside:
        return "inside" if person.live() else "cut off"
    return "waiting" if person.standing == "waiting" else "elsewhere"


def _numbers(chronicle: Chronicle) -> str:
    return (
        f"{chronicle.done.total()} commands, {chronicle.refused.total()} refused, "
        f"{chronicle.frames} frames, {chronicle.drops} drops, {chronicle.reconnects} reconnects"
    )
