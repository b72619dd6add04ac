"""What a check-in asks, as data, and what an answer may be; forms never change once answered."""

from typing import Literal, TypeAlias

from msgspec import Struct

Moment: TypeAlias = Literal["before", "round", "after"]
Answer: TypeAlias = int | str | None  # None: prefer not to say
Language: TypeAlias = Literal["en", "es"]

TEXT_LIMIT = 500


class Option(Struct, frozen=True):
    """One answer to choose, with its words by language."""

    value: str
    words: dict[Language, str]


class AlertRule(Struct, frozen=True):
    """When an answer calls staff: at least a number, or one of some values."""

    at_least: int | None = None
    any_of: tuple[str, ...] = ()

    def fires(self, answer: Answer) -> bool:
        """Whether this answer calls staff; never for 'prefer not to say'."""
        if isinstance(answer, int):
            return self.at_least is not None and answer >= self.at_least
        return answer is not None and answer in self.any_of


class Item(Struct, frozen=True):
    """One question: a scale (`low`..`high`), a choice (`options`) or a short text."""

    id: str
    kind: Literal["scale", "choice", "text"]
    words: dict[Language, str]
    moments: tuple[Moment, ...]
    low: int = 0
    high: int = 0
    ends: dict[Language, tuple[str, str]] = {}
    options: tuple[Option, ...] = ()
    alert: AlertRule | None = None

    def accepts(self, answer: Answer) -> bool:
        """Whether the answer has this item's shape; None is always one's right."""
        if answer is None:
            return True
        if self.kind == "scale":
            return type(answer) is int and self.low <= answer <= self.high
        if not isinstance(answer, str):
            return False
        if self.kind == "choice":
            return any(option.value == answer for option in self.options)
        return len(answer) <= TEXT_LIMIT


class Form(Struct, frozen=True):
    """A versioned set of items; `id@version` names it for ever."""

    id: str
    version: int
    title: dict[Language, str]
    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        """The name an answer is stored under."""
        return f"{self.id}@{self.version}"

    def due(self, moment: Moment) -> tuple[Item, ...]:
        """The items asked at a moment, in order."""
        return tuple(item for item in self.items if moment in item.moments)
