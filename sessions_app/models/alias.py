"""Names a person may go by in a group: words of nature, until they choose one of their own."""

import secrets
from collections.abc import Collection

LIMIT = 40

WORDS = (
    "Acorn", "Alder", "Amber", "Aspen", "Aster", "Badger", "Bay", "Beech", "Birch", "Bluebell",
    "Bramble", "Breeze", "Brook", "Cedar", "Clover", "Cloud", "Coral", "Cove", "Cricket", "Crocus",
    "Dahlia", "Daisy", "Dawn", "Delta", "Dove", "Dune", "Elder", "Elm", "Ember", "Falcon", "Fawn",
    "Fern", "Finch", "Flint", "Forest", "Garnet", "Ginkgo", "Glen", "Grove", "Harbor", "Hawk",
    "Hazel", "Heather", "Heron", "Hollow", "Ibis", "Iris", "Island", "Ivy", "Jasper", "Juniper",
    "Kestrel", "Lake", "Lark", "Laurel", "Lichen", "Lily", "Linden", "Lotus", "Lynx", "Maple",
    "Marsh", "Meadow", "Mesa", "Moss", "Oak", "Opal", "Orchid", "Otter", "Owl", "Pebble", "Pine",
    "Poppy", "Prairie", "Quail", "Quartz", "Rain", "Reed", "Ridge", "River", "Robin", "Rowan",
    "Sage", "Sparrow", "Spruce", "Starling", "Summit", "Swallow", "Sycamore", "Thistle", "Thrush",
    "Thyme", "Valley", "Violet", "Willow", "Wren", "Yarrow", "Yew",
)  # fmt: skip


def free(taken: Collection[str], wish: str = "") -> str:
    """An alias nobody in the group has: the wish or else a word, numbered if need be."""
    used = {alias.casefold() for alias in taken}
    words = [wish[:LIMIT]] if wish else [w for w in WORDS if w.casefold() not in used] or [*WORDS]
    word, number = secrets.choice(words), 1
    alias = word
    while alias.casefold() in used:
        number += 1
        alias = f"{word[: LIMIT - 5]} {number}"
    return alias
