"""`vgroup rotate`: new keys in the middle of a group, and everything before still holds."""

import asyncio

import pytest
from asgiref.sync import sync_to_async

from accounts.models import AccessLog, Clinic
from sessions_app.models import Checkpoint, PrivateKey
from tests.live.client import HOME

embedded_only = pytest.mark.parametrize("stack", ["embedded"], indirect=True)
clinic_only = pytest.mark.parametrize("stack", ["clinic"], indirect=True)


@sync_to_async
def signed_with(session):
    """The ids of the keys that signed a session, in order."""
    points = Checkpoint.objects.filter(session=session).order_by("seq")
    return list(dict.fromkeys(points.values_list("key_id", flat=True)))


@clinic_only
async def test_a_running_group_goes_on_under_new_keys(build, gather, enter, vgroup):
    house = await build()
    old = await Clinic.objects.aget(pk=house.clinic.pk)
    people = await gather(house, "bob", start=True)
    await people["bob"].does("Post", text="Before")

    rotated = await asyncio.to_thread(vgroup, "rotate", "--clinic", str(old.pk))
    assert rotated.returncode == 0, rotated.stderr
    new = await Clinic.objects.aget(pk=old.pk)
    assert f"signs with {new.signing_key_id}" in rotated.stdout
    assert f"wraps with {new.kek_id}" in rotated.stdout
    assert {old.signing_key_id, old.kek_id}.isdisjoint({new.signing_key_id, new.kek_id})

    eve = await enter(house, "eve")
    await eve.snapshot()
    await eve.does("Knock", attestation=HOME)
    await people["alice"].does("Admit", seat=house.seats["eve"], identity="known")
    await eve.snapshot(lambda s: s["you"]["standing"] == "inside")
    await eve.does("Post", text="After")
    again = await enter(house, "bob")
    snapshot = await again.snapshot(lambda s: s["you"]["standing"] == "inside")
    assert "Before" in str(snapshot)
    assert "After" in str(snapshot)
    await people["alice"].does("End")
    await eve.snapshot(lambda s: s["times"]["phase"] == "ended")

    assert await signed_with(house.id) == [old.signing_key_id, new.signing_key_id]
    verified = await asyncio.to_thread(vgroup, "verify", "--all")
    assert verified.returncode == 0, verified.stdout
    log = await AccessLog.objects.aget(kind="rotate")
    assert (log.clinic_id, log.actor) == (old.pk, "operator")
    assert await PrivateKey.objects.filter(session=house.id).aexists()


@embedded_only
@pytest.mark.parametrize(
    ("only", "signing", "wrapping"), [("signing", True, False), ("wrapping", False, True)]
)
async def test_one_key_can_be_rotated_without_the_other(build, vgroup, only, signing, wrapping):
    house = await build()
    old = house.clinic
    rotated = await asyncio.to_thread(vgroup, "rotate", "--all", "--only", only)
    assert rotated.returncode == 0, rotated.stderr
    new = await Clinic.objects.aget(pk=old.pk)
    assert (new.signing_key_id != old.signing_key_id) is signing
    assert (new.kek_id != old.kek_id) is wrapping
    assert "keep every file in it" in rotated.stdout


@embedded_only
def test_a_clinic_that_is_not_there_is_named_as_such(vgroup):
    refused = vgroup("rotate", "--clinic", "00000000-0000-0000-0000-000000000000")
    assert refused.returncode == 1
    assert "There is no such clinic" in refused.stderr
