"""One page a table; what they do is done by the modules that own it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from accounts import agreements, clinics, people
from accounts.admin.forms import AgreementForm, MembershipForm, NewUserForm, UserForm
from accounts.admin.kept import KeptAdmin, ReadOnlyAdmin
from accounts.models import AccessLog, Agreement, AuditGrant, Clinic, Membership, User


@admin.register(Clinic)
class ClinicAdmin(KeptAdmin):
    list_display = ("name", "zone", "relay", "signing_key_id")
    readonly_fields = ("signing_key_id", "kek_id", "created")

    def save_model(self, request: HttpRequest, obj: Clinic, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)
        else:
            clinics.found(obj)


@admin.register(User)
class UserAdmin(KeptAdmin):
    """Staff sign in with e-mail and password; the clinic's own administrators invite the rest."""

    list_display = ("public_id", "shown_name", "email", "sign_in", "is_active")
    search_fields = ("public_id", "legal_name", "preferred_name", "email", "sign_in")
    readonly_fields = ("public_id", "email", "sign_in", "last_login")

    def get_form(
        self, request: HttpRequest, obj: User | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        return super().get_form(
            request, obj, change, **{**kwargs, "form": UserForm if obj else NewUserForm}
        )

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        return self.readonly_fields if obj else ("public_id", "sign_in", "last_login")

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        form.store(obj)


@admin.register(Membership)
class MembershipAdmin(KeptAdmin):
    """Unticking `active` ends the role and everything the person has open."""

    list_display = ("code", "user", "clinic", "role", "active")
    list_filter = ("clinic", "role", "active")
    form = MembershipForm
    autocomplete_fields = ("user",)

    def get_readonly_fields(self, request: HttpRequest, obj: Membership | None = None) -> Any:
        return ("user", "clinic", "role", "since", "until") if obj else ()

    def save_model(self, request: HttpRequest, obj: Membership, form: Any, change: bool) -> None:
        if obj.active:
            given = people.give_role(obj.user, obj.clinic, form.role_of(obj))
            obj.pk = given.pk
        elif change:
            people.end_role(obj)


@admin.register(Agreement)
class AgreementAdmin(KeptAdmin):
    """A draft is edited freely; ticking `publish` puts it in force for good."""

    list_display = ("title", "clinic", "kind", "audience", "version", "published_at", "retired")
    list_filter = ("clinic", "kind", "audience", "retired")
    readonly_fields = ("version", "published_at", "retired")
    form = AgreementForm

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        is_draft = obj is None or obj.published_at is None
        return is_draft and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Agreement, form: Any, change: bool) -> None:
        if change:
            fields = [name for name in form.changed_data if name != "publish"]
            obj.save(update_fields=fields)
        else:
            obj.version = agreements.next_version(obj)
            obj.save()
        if form.cleaned_data.get("publish"):
            agreements.publish(obj, timezone.now())


@admin.register(AuditGrant)
class AuditGrantAdmin(ReadOnlyAdmin):
    list_display = ("id", "clinic", "auditor", "purpose", "starts", "ends", "expires_at")
    list_filter = ("clinic",)


@admin.register(AccessLog)
class AccessLogAdmin(ReadOnlyAdmin):
    list_display = ("at", "clinic", "actor", "purpose", "kind", "object_id")
    list_filter = ("clinic", "kind")
