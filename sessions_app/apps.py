"""Django's configuration of this app."""

from django.apps import AppConfig


class SessionsConfig(AppConfig):
    name = "sessions_app"
    verbose_name = "Groups and sessions"
    default_auto_field = "django.db.models.BigAutoField"
