"""The page of sessions: planning one, and a look at its record."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.admin.kept import KeptAdmin
from sessions_app.ledger import planning
from sessions_app.models import Checkpoint, GroupSession

PLANNED = ("group", "planned_date", "planned_start", "length_min", "zone")
DETAILS = ("topic", "modality")
RECORD = ("starts_at", "ends_at", "cancelled_at", "rows", "head_hash", "signed_up_to")


@admin.register(GroupSession)
class GroupSessionAdmin(KeptAdmin):
    """What is planned stays planned here: moving a session is for the clinic's own staff."""

    list_display = ("id", "group", "planned_date", "planned_start", "topic", "cancelled_at")
    list_filter = ("clinic", "group")
    date_hierarchy = "planned_date"

    def get_fields(self, request: HttpRequest, obj: GroupSession | None = None) -> Any:
        return (*PLANNED, *DETAILS, *RECORD) if obj else (*PLANNED, *DETAILS)

    def get_readonly_fields(self, request: HttpRequest, obj: GroupSession | None = None) -> Any:
        return (*PLANNED, *RECORD) if obj else ()

    def save_model(self, request: HttpRequest, obj: GroupSession, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)
            return
        values = form.cleaned_data
        made = planning.plan(
            obj.group,
            obj.planned_date,
            obj.planned_start,
            obj.length_min,
            zone=obj.zone,
            by=request.user,  # type: ignore[arg-type]  # the admin is for people signed in
            **{name: values[name] for name in DETAILS},
        )
        obj.pk = made.pk
        obj._state.adding = False  # noqa: SLF001  (the admin goes on with this very object)

    @admin.display(description="Rows in the ledger")
    def rows(self, session: GroupSession) -> int:
        return session.head.seq

    @admin.display(description="Hash of the last row")
    def head_hash(self, session: GroupSession) -> str:
        return bytes(session.head.hash).hex()

    @admin.display(description="Signed up to row")
    def signed_up_to(self, session: GroupSession) -> int | None:
        last = Checkpoint.objects.filter(session=session).order_by("-seq").first()
        return last.seq if last else None
