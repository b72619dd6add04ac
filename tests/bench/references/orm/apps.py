"""The reference's Django application."""

from pathlib import Path

from django.apps import AppConfig


class Orm(AppConfig):
    """Has three tables."""

    name = "tests.bench.references.orm"
    label = "orm"
    path = str(Path(__file__).parent)
    default_auto_field = "django.db.models.BigAutoField"
