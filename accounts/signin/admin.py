"""The site of the Django admin: its door, and what may be registered behind it."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import derive_login_method
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.http import HttpRequest
from django.template.response import TemplateResponse

from accounts import revocation
from accounts.models import User

OWN = ("accounts.", "sessions_app.")


class AdminSignInForm(AdminAuthenticationForm):
    """The same limits and the same second factor as at every other door."""

    second_factor = forms.CharField(required=False, label="Code of your second factor, if any")

    def clean(self) -> dict[str, Any]:
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if name and password:
            method = derive_login_method(name).value
            user = get_adapter().authenticate(self.request, **{method: name, "password": password})
            if user is None:
                raise self.get_invalid_login_error()
            self.confirm_login_allowed(user)
            self._check_second_factor(user)
            self.user_cache = user
        return self.cleaned_data

    def _check_second_factor(self, user: User) -> None:
        if not is_mfa_enabled(user):
            return
        second = AuthenticateForm(
            user=user, data={"code": self.cleaned_data.get("second_factor", "")}
        )
        if not second.is_valid():
            raise self.get_invalid_login_error()
        second.save()


class ClinicAdminSite(AdminSite):
    """Shows this project's own tables only."""

    site_title = site_header = "vgroup"
    index_title = "Set-up"
    login_form = AdminSignInForm

    def register(self, model_or_iterable: Any, *args: Any, **kwargs: Any) -> None:
        # allauth and Django register tables of theirs with every field editable and deletable.
        models = [model_or_iterable] if isinstance(model_or_iterable, type) else model_or_iterable
        own = [model for model in models if model.__module__.startswith(OWN)]
        super().register(own, *args, **kwargs)

    def logout(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        user = request.user
        answer = super().logout(request, extra_context)
        if isinstance(user, User):
            revocation.end_connections(user)
        return answer
