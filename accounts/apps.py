"""Django's configuration of this app, and of the admin whose site this app brings."""

from django.apps import AppConfig

# As a module: Django would take an AdminConfig among our names for a config of this app.
from django.contrib.admin import apps as admin


class AccountsConfig(AppConfig):
    name = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
    default = True


class ClinicAdminConfig(admin.AdminConfig):
    default_site = "accounts.signin.admin.ClinicAdminSite"
    default = False
