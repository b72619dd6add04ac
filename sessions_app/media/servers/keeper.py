"""Runs programs until it is told to end: what dies comes back, and nothing outlives it."""

import asyncio
import re
import signal
import subprocess
from asyncio.subprocess import Process
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Final

from sessions_app.media.servers.plan import Unfit
from sessions_app.media.servers.program import Program

Say = Callable[[str], None]

READY_S: Final = 10.0  # to listen, once started
FIRST_WAIT_S, LONGEST_WAIT_S = 0.1, 10.0  # before it is started again; doubled each time
STEADY_S: Final = 20.0  # after which a death is the first one again
STOP_S: Final = 5.0
LONGEST_LINE: Final = 4096  # bytes
KEPT: Final = 20  # lines of its output, told where it dies
# What servers print about people is their addresses.
ADDRESS: Final = re.compile(
    r"\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w:])(?:[0-9a-f]{0,4}:){2,}[0-9a-f]{0,4}(?!\w)",
    re.IGNORECASE,
)


class Keeper:
    """Keeps servers running."""

    def __init__(self, programs: Sequence[Program], say: Say, *, show: bool = False) -> None:
        self._programs, self._say, self._show = programs, say, show
        self._running: dict[str, Process] = {}
        self._tasks: list[asyncio.Task[None]] = []

    @property
    def names(self) -> str:
        """What it keeps, as a sentence has it."""
        return " and ".join(program.name for program in self._programs)

    async def start(self) -> None:
        """Start them and wait until each listens; raises Unfit for one that does not."""
        loop = asyncio.get_running_loop()
        ready: list[asyncio.Future[None]] = [loop.create_future() for _ in self._programs]
        for program, up in zip(self._programs, ready, strict=True):
            self._tasks.append(asyncio.create_task(self._keep(program, up)))
        for failure in await asyncio.gather(*ready, return_exceptions=True):
            if isinstance(failure, BaseException):
                await self.stop()
                raise failure

    async def stop(self) -> None:
        """End them all."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(end(process, STOP_S) for process in self._running.values()))

    async def _keep(self, program: Program, up: "asyncio.Future[None]") -> None:
        loop = asyncio.get_running_loop()
        wait = FIRST_WAIT_S
        while True:
            began = loop.time()
            try:
                code, last = await self._live(program, up)
            except OSError as error:  # the machine lacks memory or processes, for now
                code, last = error.errno or 0, f"\n    {error.strerror}"
            if not up.done():
                up.set_exception(Unfit(f"{program.name} does not start (code {code}):{last}"))
                return
            self._say(f"{program.name} ended by itself (code {code}): starting it again.{last}")
            wait = FIRST_WAIT_S if loop.time() - began > STEADY_S else wait
            await asyncio.sleep(wait)
            wait = min(wait * 2, LONGEST_WAIT_S)

    async def _live(self, program: Program, up: "asyncio.Future[None]") -> tuple[int, str]:
        """One life of a program; how it ended, and its last words."""
        lines: deque[str] = deque(maxlen=KEPT)
        process = await self._launch(program)
        reading = asyncio.create_task(self._read(program, process, lines))
        listens = await _listens(program.listens, process)
        if listens and not up.done():
            up.set_result(None)
        elif listens:
            self._say(f"{program.name} is back.")
        else:
            await end(process, STOP_S)
        code = await process.wait()
        await reading
        return code, "".join(f"\n    {ADDRESS.sub('…', line)}" for line in lines)

    async def _launch(self, program: Program) -> Process:
        process = await asyncio.create_subprocess_exec(
            *program.command,
            cwd=program.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            # Ctrl+C reaches the keeper alone, which ends the others in their order.
            start_new_session=True,
            # A file it may not grow makes a write fail, and not the program end.
            restore_signals=False,
        )
        self._running[program.name] = process
        return process

    async def _read(self, program: Program, process: Process, lines: "deque[str]") -> None:
        if process.stdout is None:
            return
        async for line in _lines(process.stdout):
            lines.append(line)
            if self._show:
                self._say(f"{program.name}: {line}")


async def _lines(output: asyncio.StreamReader) -> AsyncIterator[str]:
    """Lines of a program; one that is too long comes in pieces."""
    rest = b""
    while chunk := await output.read(LONGEST_LINE):
        *whole, rest = (rest + chunk).split(b"\n")
        if len(rest) > LONGEST_LINE:
            whole, rest = [*whole, rest], b""
        for raw in whole:
            yield raw.decode(errors="replace").rstrip()
    if rest:
        yield rest.decode(errors="replace").rstrip()


async def run(
    keeper: Keeper, say: Say, beside: Sequence[str] = (), environ: Mapping[str, str] | None = None
) -> int:
    """Keep the servers until a signal, or until the command beside them ends; its exit code.

    A second signal ends the command beside them at once.
    """
    told: asyncio.Queue[None] = asyncio.Queue()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, told.put_nowait, None)
    await keeper.start()
    say(f"Up: {keeper.names}.")
    try:
        if not beside:
            await told.get()
            return 0
        return await _beside(beside, environ, told)
    finally:
        await keeper.stop()
        say(f"Ended: {keeper.names}.")


async def _beside(
    command: Sequence[str], environ: Mapping[str, str] | None, told: "asyncio.Queue[None]"
) -> int:
    process = await asyncio.create_subprocess_exec(
        *command, env=environ, stdin=subprocess.DEVNULL, start_new_session=True
    )
    ended = asyncio.create_task(process.wait())
    try:
        for how in (process.terminate, process.kill):
            signalled = asyncio.create_task(told.get())
            await asyncio.wait({ended, signalled}, return_when=asyncio.FIRST_COMPLETED)
            signalled.cancel()
            if ended.done():
                break
            how()
        return await ended
    finally:
        await end(process, STOP_S)


async def end(process: Process, patience_s: float) -> None:
    """End a process, at once if it does not by itself."""
    with suppress(ProcessLookupError):
        if process.returncode is None:
            process.terminate()
            try:
                await asyncio.wait_for(process.wait(), patience_s)
            except TimeoutError:
                process.kill()
                await process.wait()


async def _listens(where: tuple[str, int], process: Process) -> bool:
    loop = asyncio.get_running_loop()
    deadline = loop.time() + READY_S
    while loop.time() < deadline and process.returncode is None:
        try:
            _, writer = await asyncio.open_connection(*where)
        except OSError:
            await asyncio.sleep(0.05)
        else:
            writer.close()
            return True
    return False
