"""What a visitor of the demo is told: the sign-ins, and where the open door is."""

from zoneinfo import ZoneInfo

from rich import box
from rich.table import Table

from sessions_app.demo import cast
from sessions_app.models import GroupSession

NOTES = {
    cast.LEAD: "leads the group",
    cast.CO_LEAD: "co-facilitates",
    cast.SUPERVISOR: "sees every session",
    cast.ADMINISTRATOR: "plans, invites, assigns",
    cast.AUDITOR: "knows three people by name",
}


def sentences(session: GroupSession) -> str:
    """Where a visitor can go, and the one password."""
    start = session.starts_at.astimezone(ZoneInfo(session.zone))
    return (
        f"{cast.CLINIC} is made up. The door of its {cast.GROUP.lower()} is open; it is planned "
        f"to start at {start:%H:%M} ({session.zone}).\n"
        f"Everyone's password is {cast.PASSWORD}"
    )


def table() -> Table:
    """Who there is, and how to sign in as them."""
    shown = Table(box=box.SIMPLE_HEAD)
    for heading in ("Sign in as", "Name", "Role", ""):
        shown.add_column(heading, no_wrap=True)
    for part in cast.EVERYONE:
        note = NOTES.get(part, "" if part.signed else "has agreements to sign")
        shown.add_row(part.email, part.name, part.role, note)
    return shown
