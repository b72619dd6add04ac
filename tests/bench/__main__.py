"""`python -m tests.bench`: what `make bench` runs."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from tests.bench import run  # noqa: E402

run.main()
