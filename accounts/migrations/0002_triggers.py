"""Installs what the database itself refuses."""

from django.db import migrations

from accounts import triggers


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: triggers.install(editor),
            lambda apps, editor: triggers.remove(editor),
        )
    ]
