"""The rooms' own values in the OpenAPI document: made from their types, never written by hand."""

from typing import Any, Union

import msgspec

from sessions_app.checkins.form import Form
from sessions_app.live.frames import Welcome
from sessions_app.live.intake import BY_CLIENTS

PREFIX = "Room"
_PLACES = f"#/components/schemas/{PREFIX}{{name}}"
_ROOTS: tuple[type, ...] = (Form, Welcome, *BY_CLIENTS)

FORM = {"$ref": _PLACES.format(name="Form")}
WELCOME = {"$ref": _PLACES.format(name="Welcome")}
COMMAND = {"$ref": _PLACES.format(name="Command")}


def describe(result: dict[str, Any], **_: Any) -> dict[str, Any]:
    """A post-processing hook of drf-spectacular: adds the components that are referred to."""
    schemas = result.get("components", {}).get("schemas", {})
    roots = [*_ROOTS, Union[BY_CLIENTS]]  # noqa: UP007 (made at run time)
    tops, parts = msgspec.json.schema_components(roots, ref_template=_PLACES)
    schemas.update({f"{PREFIX}{name}": part for name, part in sorted(parts.items())})
    schemas[f"{PREFIX}Command"] = tops[-1]
    return result
