"""The base of every page of the Django admin: deletes nothing, saves only what changed."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest


class KeptAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Records stay."""

    actions = None

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        # A whole row written back would undo what others changed meanwhile.
        obj.save(update_fields=form.changed_data if change else None)


class ReadOnlyAdmin(KeptAdmin):
    """To look at only."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False
