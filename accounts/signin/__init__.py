"""Sign-in by django-allauth, headless: what this project decides differently from its defaults."""
