"""Installs what the databases themselves refuse."""

from django.db import migrations

from sessions_app.ledger import triggers


class Migration(migrations.Migration):
    dependencies = [("sessions_app", "0001_initial")]

    operations = [
        migrations.RunPython(
            lambda apps, editor: triggers.install(editor),
            lambda apps, editor: triggers.remove(editor),
        )
    ]
