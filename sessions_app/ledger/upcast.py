"""Old shapes of events, made new on reading; the stored bytes and their hash stay as they are.

When an event changes its shape, add one entry for the old name: a function from the event as it
was written to the event as it is read today. It may change the `type`. It meets new rows of the
same name too, so it leaves alone what has the new shape already.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import msgspec

Upcast: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]

UPCASTS: dict[str, Upcast] = {}


def current(event: bytes, table: Mapping[str, Upcast] = UPCASTS) -> bytes:
    """The event in today's shape, as JSON."""
    if not table:
        return event
    shape = msgspec.json.decode(event, type=dict[str, Any])
    upcast = table.get(shape["type"])
    return event if upcast is None else msgspec.json.encode(upcast(shape))
