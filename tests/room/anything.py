"""Strategies: any command there is, about people and things that mostly exist."""

from functools import cache
from typing import Any, Literal, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from sessions_app.room import policy
from sessions_app.room import room as rooms
from sessions_app.room.decision import Actor, Command
from sessions_app.room.places import PlaceDraft
from sessions_app.room.plan import Guest, Member, Staff
from tests.room.scene import FIT, alice, amir, bob, eve, finn, gus, ms, sue

PEOPLE = (alice, amir, sue, bob, eve, finn, gus)
SEATS = st.sampled_from([*[person.id for person in PEOPLE] * 4, "s_new", "s_nobody"])
DRAFTS = st.builds(
    PlaceDraft,
    st.sampled_from(["One", "Two", "Three"]),
    st.lists(st.sampled_from([person.id for person in PEOPLE]), max_size=2).map(tuple),
)
SHORT = st.sampled_from([*["a reason"] * 4, ""])


def _value(name: str, kind: Any) -> st.SearchStrategy[Any]:
    """Values of a field: people and ids that exist, now and then none; numbers about the limits."""
    named: dict[str, st.SearchStrategy[Any]] = {
        "attestation": st.sampled_from([None, FIT, msgspec.structs.replace(FIT, alone=False)]),
        "seat": SEATS,
        "seats": st.lists(SEATS, max_size=3).map(tuple),
        "message": st.sampled_from([f"m{n}" for n in range(1, 6)]),
        "alert": st.sampled_from([f"l{n}" for n in range(1, 4)]),
        "connection": st.sampled_from(["web.1", "web.2", "app.1"]),
        "process": st.sampled_from(["web", "app"]),
        "minutes": st.sampled_from([0, 1, 5, 20, 31]),
        "seconds": st.sampled_from([0, 5, 30, 60, 300]),
        "at": st.sampled_from([ms("17:50"), ms("18:30"), ms("23:00")]),
        "as_of": st.sampled_from([ms("18:05"), ms("19:00")]),
        "until": st.sampled_from(
            [ms("18:01"), ms("18:02")] if kind is int else [None, ms("18:40")]
        ),
        "since": st.sampled_from([ms("18:00"), ms("18:01"), ms("18:01:30")]),
        "ms": st.sampled_from([0, 1_000, 20_000, 90_000]),
        "spoken": st.dictionaries(SEATS, st.sampled_from([0, 1_000, 20_000]), max_size=3),
        "places": st.lists(DRAFTS, min_size=1, max_size=2).map(tuple),
        "place": st.sampled_from(["main", *(f"p{n}" for n in range(1, 6))]),
        "staff": st.builds(
            Staff, SEATS, st.just("New"), leads=st.booleans(), facilitates=st.booleans()
        ),
        "member": st.builds(Member, SEATS, st.just("New")),
        "guest": st.builds(Guest, SEATS, st.just("New"), st.just("student")),
        "answers": st.dictionaries(
            st.sampled_from(["mood", "craving", "safe", "nothing"]),
            st.sampled_from([None, 3, 8, "no", "yes"]),
            max_size=3,
        ),
    }
    if name in named and not (name == "message" and get_origin(kind) is not None):
        return named[name]
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    return {bool: st.booleans(), str: SHORT}.get(kind, st.none())


@cache
def commands(kind: type[Command]) -> st.SearchStrategy[Command]:
    fields = msgspec.structs.fields(kind)
    return st.builds(kind, **{field.name: _value(field.name, field.type) for field in fields})


def likely(room: rooms.Room, actor: Actor) -> list[str]:
    """The commands that this actor may give now, but for those that end it all.

    Only a way to get anywhere: what is allowed to whom is tested elsewhere.
    """
    if actor.role != "administrator" and actor.id not in room.people.roster:
        return []
    stands = policy.standing(room, actor)
    return [
        kind.__name__
        for kind, row in policy.TABLE.items()
        if stands in row.who
        and room.clock.phase in row.during
        and kind.__name__ not in ("End", "Cancel")
    ]


ANY_COMMAND = st.one_of(*(commands(kind) for kind in rooms.COMMANDS.values()))
