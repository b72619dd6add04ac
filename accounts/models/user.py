"""A person's account: how they sign in and who they are, across clinics."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts import ids
from accounts.fields import EncryptedDate, EncryptedJSON
from accounts.models.clinic import Clinic

LOCALES = [("en", "English"), ("es", "Español")]


class UserManager(BaseUserManager["User"]):
    """Finds accounts; making them is for `accounts.people`."""

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """The installation's own administrator (`createsuperuser`)."""
        from accounts.people import open_account

        return open_account(
            email=email, password=password, is_staff=True, is_superuser=True, **fields
        )


class User(AbstractBaseUser):
    """One account, signed in by e-mail or by a sign-in name that staff issued.

    `auth_epoch` voids live connections and tickets made before it, `session_epoch` sessions.
    `managed_by` is the clinic that keeps this person's details and may issue codes; a person who
    joins a second clinic keeps their own.
    """

    id = models.BigAutoField(primary_key=True)
    public_id = models.CharField(max_length=18, unique=True, default=ids.public_id, editable=False)
    email = models.EmailField(unique=True, null=True, blank=True)
    sign_in = models.CharField(max_length=32, unique=True, null=True, blank=True)
    managed_by = models.ForeignKey(
        Clinic, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    legal_name = models.CharField(max_length=200, blank=True)
    preferred_name = models.CharField(max_length=80, blank=True)
    birth_date = EncryptedDate(null=True, blank=True)
    emergency_contact = EncryptedJSON(null=True, blank=True)  # {name, phone, relation}
    credential = models.CharField(max_length=40, blank=True)
    licence = models.CharField(max_length=60, blank=True)
    locale = models.CharField(max_length=8, choices=LOCALES, default="en")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    is_superuser = models.BooleanField(default=False)
    auth_epoch = models.PositiveIntegerField(default=0, editable=False)
    session_epoch = models.PositiveIntegerField(default=0, editable=False)
    created = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="one_account_per_email"),
            models.UniqueConstraint(Lower("sign_in"), name="one_account_per_sign_in"),
        ]

    def __str__(self) -> str:
        # Never a name: this reaches logs and the admin's history.
        return self.public_id

    def shown_name(self) -> str:
        """How the clinic's own people see this person."""
        return self.preferred_name or self.legal_name

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """The Django admin is for the installation's own administrators only."""
        return self.is_active and self.is_superuser

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_superuser

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        # Django compares this with every request, so a new epoch ends every session at once.
        return salted_hmac(
            "accounts.User.session",
            f"{self.password}|{self.session_epoch}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()
