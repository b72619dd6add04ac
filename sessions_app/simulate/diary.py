"""What one person lived through, by their own clock: when they were inside, connected, away."""

from typing import Literal, NamedTuple, TypeAlias

from sessions_app.simulate.spans import Span, common, union

Turned: TypeAlias = Literal["microphone", "camera"]


class Said(NamedTuple):
    """What they told the server of their talking: how many ms of a span, by its clock."""

    span: Span
    ms: int


class _Track:
    """Something that is or is not so, over time."""

    def __init__(self) -> None:
        self.since: int | None = None
        self.spans: list[Span] = []

    def set(self, on: bool, at: int) -> None:
        """It is so from now, or no longer."""
        if on and self.since is None:
            self.since = at
        elif not on and self.since is not None:
            self.spans.append((self.since, max(at, self.since)))
            self.since = None

    def upto(self, at: int) -> list[Span]:
        """When it was so, up to a moment."""
        last = [(self.since, at)] if self.since is not None else []
        return union([*self.spans, *last])


class Diary:
    """Moments are ms UTC, by the person's own clock once it was set by the server's."""

    def __init__(self) -> None:
        self._inside, self._away = _Track(), _Track()
        self._devices: dict[int, _Track] = {}
        self._on: dict[Turned, _Track] = {"microphone": _Track(), "camera": _Track()}
        self.entered: int | None = None
        self.knocked: int | None = None
        self.put_out: str | None = None
        self.losses = 0
        self.counts: dict[str, int] = {}
        self.said: list[Said] = []

    def connected(self, device: int, at: int) -> None:
        """A device of theirs is in the room."""
        self._devices.setdefault(device, _Track()).set(True, at)

    def cut(self, device: int, at: int) -> None:
        """It is not any more; the last one of somebody inside is a loss."""
        track = self._devices.get(device)
        if track is None or track.since is None:
            return
        track.set(False, at)
        alone = all(other.since is None for other in self._devices.values())
        if alone and self._inside.since is not None:
            self.losses += 1

    def knock(self, at: int) -> None:
        """They asked to come in, and nothing in the answers keeps them waiting."""
        self.knocked = self.knocked or at

    def inside(self, on: bool, at: int) -> None:
        """They are in the group, or no longer."""
        self._inside.set(on, at)
        if on:
            self.entered = self.entered or at
            self.put_out = None
        else:
            self._away.set(False, at)
            self.silent(at)

    def removed(self, reason: str) -> None:
        """They were taken out."""
        self.put_out = reason

    def away(self, on: bool, at: int) -> None:
        """They stepped away, or are back."""
        self._away.set(on, at)
        if on:
            self.silent(at)

    def turned(self, device: Turned, on: bool, at: int) -> None:
        """Microphone or camera is on from now, or no longer."""
        self._on[device].set(on, at)

    def silent(self, at: int) -> None:
        """They are neither heard nor seen."""
        for track in self._on.values():
            track.set(False, at)

    def count(self, what: str, by: int = 1) -> None:
        """One more of what they did."""
        self.counts[what] = self.counts.get(what, 0) + by

    def present(self, upto: int) -> list[Span]:
        """When they were inside with at least one device connected."""
        return common(self._inside.upto(upto), self.connections(upto))

    def connections(self, upto: int) -> list[Span]:
        """When at least one device was connected, inside or not."""
        return union(span for track in self._devices.values() for span in track.upto(upto))

    def on(self, device: Turned, upto: int) -> list[Span]:
        """When microphone or camera stood on."""
        return self._on[device].upto(upto)

    def stepped_away(self, upto: int) -> list[Span]:
        """When they had stepped away."""
        return self._away.upto(upto)
