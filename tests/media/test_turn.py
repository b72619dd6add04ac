"""Credentials that coturn accepts, until they run out."""

from sessions_app.media import turn


def test_the_password_is_the_keyed_digest_of_the_user_name():
    # By: printf '%s' '1700000000:leg' | openssl dgst -sha1 -hmac 's3cret' -binary | base64
    server = turn.server(["turn:relay.test:3478"], "s3cret", "leg", 1_700_000_000)
    assert server.username == "1700000000:leg"
    assert server.credential == "UYk+ZP36ORPD4YIrzSwXwf9OBag="
    assert server.urls == ("turn:relay.test:3478",)
