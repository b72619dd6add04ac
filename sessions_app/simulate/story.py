"""What everyone will do in a session, drawn from a seed: the same seed tells the same story."""

from collections.abc import Iterator
from random import Random
from typing import Literal, NamedTuple

from sessions_app.simulate.timeline import Act

Trait = Literal[
    "steady",
    "drops",  # cut off, and back where they were
    "not_alone",  # an honest "no" at the door
    "late",
    "asks_for_help",
    "two_tabs",
    "removed",  # taken out, and let back in
    "steps_away",
    "driving",  # waits until the answer has changed
    "absent",
    "craving",  # a check-in that alerts the staff
    "leaves_early",
    "put_out",  # taken out for good
    "drops_long",  # cut off in the waiting room or for longer, back without resuming
    "sent_back",  # to the waiting room for a moment
]
# In this order they are dealt, so that a small group has the most telling ones.
SPECIAL: tuple[Trait, ...] = (
    "drops",
    "late",
    "asks_for_help",
    "two_tabs",
    "removed",
    "not_alone",
    "steps_away",
    "driving",
    "absent",
    "craving",
    "leaves_early",
    "put_out",
    "drops_long",
    "sent_back",
)
STATES = ("AZ", "NM")
REACTIONS = ("heart", "thanks", "clap", "with_you", "same", "laugh")
Detail = str | int | bool | None


class Deed(NamedTuple):
    """Something somebody does at a moment of an act; what it needs is in `detail`."""

    act: Act
    share: float
    what: str
    detail: Detail = None


class Life(NamedTuple):
    """One participant: number, nature, and deeds in order of time."""

    number: int
    trait: Trait
    state: str
    passes: bool
    answers_prompt: bool
    deeds: tuple[Deed, ...]


class Story(NamedTuple):
    """Everyone's lives, and what the facilitator does and when."""

    seed: int
    lives: tuple[Life, ...]
    lead: tuple[Deed, ...]


def tell(people: int, seed: int) -> Story:
    """The story of so many participants."""
    chance = Random(f"vgroup.story.v1/{people}/{seed}")  # noqa: S311 (to be repeated, not secret)
    traits = _traits(people, chance)
    lives = tuple(_life(number, trait, chance) for number, trait in enumerate(traits))
    return Story(seed, lives, _sorted(_lead(lives, chance)))


def _traits(people: int, chance: Random) -> list[Trait]:
    traits: list[Trait] = [*SPECIAL[:people]]
    calm: tuple[Trait, ...] = ("steady", "steady", "steady", "drops", "two_tabs", "late")
    traits += [chance.choice(calm) for _ in range(people - len(traits))]
    chance.shuffle(traits)
    return traits


def _sorted(deeds: Iterator[Deed]) -> tuple[Deed, ...]:
    acts = list(Act)
    return tuple(sorted(deeds, key=lambda deed: (acts.index(deed.act), deed.share)))


def _life(number: int, trait: Trait, chance: Random) -> Life:
    deeds = () if trait == "absent" else _sorted(_deeds(trait, chance))
    return Life(
        number=number,
        trait=trait,
        state=chance.choice(STATES),
        passes=chance.random() < 0.25,
        answers_prompt=chance.random() < 0.8,
        deeds=deeds,
    )


def _deeds(trait: Trait, chance: Random) -> Iterator[Deed]:
    arrival = Act.FIRST if trait == "late" else Act.ARRIVE
    share = chance.uniform(0.25, 0.4) if trait == "late" else chance.uniform(0.15, 0.7)
    yield Deed(arrival, share, "arrive")
    yield from _special(trait, chance)
    yield from _small_things(trait, chance)
    if chance.random() < 0.8:
        yield Deed(Act.AFTER, chance.uniform(0.1, 0.6), "check_in_after")


def _special(trait: Trait, chance: Random) -> Iterator[Deed]:
    share = chance.uniform(0.1, 0.4)
    match trait:
        case "drops":
            yield Deed(Act.FIRST, share + 0.2, "cut")
            yield Deed(Act.FIRST, share + 0.35, "come_online", "resume")
            yield Deed(Act.SECOND, share, "cut")
            yield Deed(Act.SECOND, share + 0.12, "come_online", "resume")
        case "drops_long":
            yield Deed(Act.SECOND, share - 0.05, "cut")
            yield Deed(Act.SECOND, share + 0.4, "come_online")
        case "two_tabs":
            yield Deed(Act.FIRST, share, "second_tab")
            yield Deed(Act.FIRST, share + 0.2, "close_first_tab")
            yield Deed(Act.SECOND, share, "second_tab")
        case "steps_away":
            yield Deed(Act.FIRST, share + 0.1, "step_away")
            yield Deed(Act.FIRST, share + 0.4, "come_back")
        case "asks_for_help":
            yield Deed(Act.FIRST, share, "ask_for_help")
        case "driving":
            yield Deed(Act.ARRIVE, 0.85, "stop_driving")
        case "leaves_early":
            yield Deed(Act.SECOND, share + 0.2, "leave")
        case _:
            return


def _small_things(trait: Trait, chance: Random) -> Iterator[Deed]:
    for act in (Act.FIRST, Act.SECOND):
        # Whoever comes late does nothing before, and whoever is cut off writes at another moment.
        low = 0.6 if act is Act.FIRST else 0.02
        for what, often in (("post", 0.7), ("hand", 0.5), ("react", 0.4), ("whisper", 0.25)):
            if chance.random() < often:
                detail = chance.choice(REACTIONS) if what == "react" else None
                yield Deed(act, chance.uniform(low, 0.95), what, detail)
        if chance.random() < 0.4:
            yield Deed(act, chance.uniform(low, 0.7), "microphone", True)
            yield Deed(act, chance.uniform(0.7, 0.95), "microphone", False)
    if chance.random() < 0.5:
        yield Deed(Act.PAUSE, chance.random(), "post")
    if trait != "late" and chance.random() < 0.8:
        yield Deed(Act.FIRST, 0.01, "camera", True)


def _lead(lives: tuple[Life, ...], chance: Random) -> Iterator[Deed]:
    yield Deed(Act.ARRIVE, 0.0, "enter")
    yield Deed(Act.ARRIVE, 0.9, "announce")
    yield Deed(Act.FIRST, 0.0, "start")
    yield Deed(Act.FIRST, 0.08, "start_round", chance.choice(("seating", "least_heard")))
    yield Deed(Act.FIRST, 0.72, "end_round")
    yield Deed(Act.FIRST, 0.8, "call_on_next")
    yield Deed(Act.FIRST, 0.85, "hand_over")
    yield Deed(Act.PAUSE, 0.0, "pause")
    yield Deed(Act.SECOND, 0.0, "end_break")
    yield Deed(Act.SECOND, 0.05, "take_back")
    yield Deed(Act.SECOND, 0.12, "ask_presence")
    yield Deed(Act.SECOND, 0.5, "chat_mode", "to_staff")
    yield Deed(Act.SECOND, 0.6, "chat_mode", "open")
    yield Deed(Act.SECOND, 0.65, "extend")
    yield Deed(Act.SECOND, 0.7, "mute_all")
    yield Deed(Act.SECOND, 0.75, "lock")
    yield Deed(Act.SECOND, 0.8, "call_on_next")
    yield Deed(Act.SECOND, 1.0, "end")
    yield Deed(Act.AFTER, 0.7, "sign")
    for life in lives:
        match life.trait:
            case "removed":
                yield Deed(Act.SECOND, 0.1, "remove", life.number)
                yield Deed(Act.SECOND, 0.3, "let_back_in", life.number)
            case "put_out":
                yield Deed(Act.SECOND, 0.35, "remove", life.number)
            case "sent_back":
                yield Deed(Act.FIRST, 0.5, "send_back", life.number)
            case _:
                continue
