"""POST sessions/{id}/ticket: opens one room's websocket, once, for whoever has a seat there."""

from uuid import UUID

from django.utils import timezone

from accounts import tickets
from tests.api.conftest import Town, embedded, refused

pytestmark = embedded


def test_a_ticket_opens_this_room_once(town: Town) -> None:
    answer = town.as_("bob").post(f"{town.session}/ticket")
    assert answer.status_code == 201
    issued = answer.json()
    assert issued["url"] == f"ws://testserver/ws/rooms/{town.house.id}"
    assert (issued["protocol"], issued["expires_in"]) == ("vgroup.v1", 30)
    other = UUID(int=0)
    assert tickets.redeem(issued["ticket"], other, timezone.now()) is None
    redeemed = tickets.redeem(issued["ticket"], town.house.id, timezone.now())
    assert redeemed is not None
    assert redeemed.user_id == town.person("bob").pk
    assert tickets.redeem(issued["ticket"], town.house.id, timezone.now()) is None


def test_behind_https_the_socket_is_encrypted_too(town: Town) -> None:
    answer = town.as_("bob").client.post(f"/api/v1/{town.session}/ticket", secure=True)
    assert answer.json()["url"].startswith("wss://")


def test_whoever_has_no_seat_gets_none(town: Town) -> None:
    refused(town.as_("olga").post(f"{town.session}/ticket"), 403, "not_permitted")
    refused(town.as_("gus").post(f"{town.session}/ticket"), 404, "not_found")


def test_asking_again_and_again_is_slowed(town: Town) -> None:
    bob = town.as_("bob")
    answers = [bob.post(f"{town.session}/ticket") for _ in range(61)]
    assert {answer.status_code for answer in answers[:60]} == {201}
    refused(answers[60], 429, "too_fast")
    assert int(answers[60]["Retry-After"]) > 0
    assert town.as_("eve").post(f"{town.session}/ticket").status_code == 201
