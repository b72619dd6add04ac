"""The forms of the admin's pages, where they differ from the tables."""

from django import forms
from django.contrib.auth.password_validation import validate_password

from accounts import people
from accounts.models import Agreement, Membership, User
from accounts.roles import Role

NAMES = ["legal_name", "preferred_name", "credential", "licence", "locale"]


class UserForm(forms.ModelForm):  # type: ignore[type-arg]
    """An account that exists: names, and whether it may sign in."""

    class Meta:
        model = User
        fields = [*NAMES, "is_active", "is_staff", "is_superuser"]

    def store(self, user: User) -> None:
        people.edit_by_operator(user, {name: self.cleaned_data[name] for name in self.changed_data})


class NewUserForm(forms.ModelForm):  # type: ignore[type-arg]
    """A new account, by e-mail or (left empty) by a sign-in name that is made up."""

    email = forms.EmailField(required=False)
    password = forms.CharField(required=False, widget=forms.PasswordInput)

    class Meta:
        model = User
        fields = ["email", *NAMES, "is_staff", "is_superuser"]

    def clean_email(self) -> str | None:
        return self.cleaned_data["email"].lower() or None

    def clean_password(self) -> str | None:
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password)
        return password or None

    def store(self, user: User) -> None:
        made = people.open_account(**self.cleaned_data)
        user.pk, user.public_id, user.sign_in = made.pk, made.public_id, made.sign_in
        user._state.adding = False  # noqa: SLF001  (the admin goes on with this very object)


class MembershipForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Membership
        fields = ["user", "clinic", "role", "active"]

    def role_of(self, membership: Membership) -> Role:
        return Role(membership.role)


class AgreementForm(forms.ModelForm):  # type: ignore[type-arg]
    publish = forms.BooleanField(required=False, help_text="In force for good: it can not change.")

    class Meta:
        model = Agreement
        fields = ["clinic", "kind", "audience", "title", "text"]
