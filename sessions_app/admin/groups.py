"""Pages of groups and of who belongs to them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.admin.kept import KeptAdmin, ReadOnlyAdmin
from sessions_app.models import Enrolment, Group, Seat
from sessions_app.setup import groups


@admin.register(Group)
class GroupAdmin(KeptAdmin):
    """Name and rules; rooms that are open keep theirs."""

    list_display = ("name", "clinic", "kind", "capacity", "archived")
    list_filter = ("clinic", "kind")
    readonly_fields = ("created", "archived")

    def get_readonly_fields(self, request: HttpRequest, obj: Group | None = None) -> Any:
        return (*self.readonly_fields, "clinic") if obj else self.readonly_fields

    def save_model(self, request: HttpRequest, obj: Group, form: Any, change: bool) -> None:
        if change:
            groups.edit(obj, {name: form.cleaned_data[name] for name in form.changed_data})
        else:
            obj.save(force_insert=True)


@admin.register(Seat)
class SeatAdmin(KeptAdmin):
    """A person's alias in a group; the seat itself stays."""

    list_display = ("code", "group", "alias")
    list_filter = ("group",)
    readonly_fields = ("code", "group", "user")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Enrolment)
class EnrolmentAdmin(ReadOnlyAdmin):
    """Enrolling is for the clinic's own staff: an open room must be told."""

    list_display = ("seat", "since", "until", "active")
    list_filter = ("seat__group", "active")
