"""A group of the largest capacity: what staff are welcomed with fits through every limit."""

from msgspec.structs import replace

from sessions_app.live import frames, outbox
from sessions_app.room.decision import Actor
from sessions_app.room.door import AdmitAll, Knock
from sessions_app.room.plan import Member
from sessions_app.room.snapshot import snapshot
from tests.room.scene import ALICE, FIT, Scene, alice, plan
from vgroup.server import OPTIONS

LARGEST = 200  # the capacity of a group at most


def test_the_staffs_welcome_to_the_largest_group_can_be_sent() -> None:
    members = tuple(Member(f"s_{n:016d}", f"Alias number {n}") for n in range(LARGEST))
    scene = Scene(replace(plan(capacity=LARGEST), members=members)).door_open().arrived(alice)
    attestation = replace(FIT, location="x" * 300, callback="y" * 40)
    for member in members:
        participant = Actor(member.seat, "participant")
        scene.connected(participant).given((participant, Knock(attestation)))
    scene.given((alice, AdmitAll("known")))
    page = snapshot(scene.room, ALICE, scene.bodies())
    size = len(frames.encode(frames.Welcome("cursor", 0, resumed=False, snapshot=page)).encode())
    assert size > 64 * 1024
    assert 2 * size < outbox.WELCOME_LIMIT  # one on its way, and a newer one behind it
    assert size < OPTIONS["websocket_max_message_size"]
