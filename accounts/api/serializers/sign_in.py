"""One-time codes that staff issue."""

from typing import Any

from rest_framework import serializers


class CodeSerializer(serializers.Serializer[Any]):
    """Shown once; `sign_in` is what to enter beside it."""

    sign_in = serializers.CharField()
    code = serializers.CharField()
    expires_at = serializers.DateTimeField()


class StaffCodeSignInSerializer(serializers.Serializer[Any]):
    sign_in = serializers.CharField(max_length=254, help_text="Sign-in name or e-mail.")
    code = serializers.CharField(max_length=32)
    client = serializers.ChoiceField(
        choices=["app", "browser"],
        default="browser",
        help_text="`browser` gets the cookie, `app` gets `meta.session_token`.",
    )
