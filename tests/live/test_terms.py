"""Under which conditions devices have media, by what the clinic says and what there is."""

from dataclasses import replace
from uuid import uuid4

import pytest
from msgspec import structs

from sessions_app.live.terms import SPARE_S, terms
from sessions_app.media.engine import Refusal
from sessions_app.room import room as rooms
from sessions_app.room.plan import Member, Plan, Rules
from vgroup.media import Media

RELAY = {"turn_urls": ("turn:relay.test:3478",), "turn_secret": "s3cret"}
SESSION = uuid4()


def agreed(engine="mesh", relay="auto", extended_s=0, **rules):
    members = (Member("s_bob", "Bob"),)
    rules = Rules(relay=relay, **rules)
    plan = Plan("Group", "process", 0, 3_600_000, rules=rules, members=members)
    room = rooms.new(plan)
    ends_at = room.clock.ends_at + extended_s * 1000
    clock = structs.replace(room.clock, ends_at=ends_at, extended_s=extended_s)
    return terms(structs.replace(room, clock=clock), SESSION, "s_bob", engine)


@pytest.fixture
def relayed(settings):
    settings.VGROUP_MEDIA = Media(engine="mesh", **RELAY)


@pytest.mark.parametrize(
    ("engine", "relay", "only"),
    [
        ("mesh", "auto", True),
        ("mesh", "always", True),
        ("mesh", "never", False),
        ("sfu", "auto", False),
        ("sfu", "always", True),
        ("sfu", "never", False),
    ],
)
def test_the_clinic_says_whether_media_go_through_the_relay_only(relayed, engine, relay, only):
    assert agreed(engine, relay).relay is only


def test_a_mesh_that_others_reach_is_never_without_its_relay(relayed, settings):
    settings.ENV = replace(settings.ENV, allowed_hosts=("rooms.example.org",))
    assert agreed("mesh", "never").relay is True


def test_a_relay_that_is_asked_for_and_is_not_there_is_refused(settings):
    settings.VGROUP_MEDIA = Media(engine="sfu")
    with pytest.raises(Refusal) as refused:
        agreed("sfu", "always")
    assert refused.value.why == "no_relay"
    assert agreed("mesh").ice_servers == ()


def test_credentials_outlast_the_group_and_name_a_person_the_same_at_each_join(relayed):
    (first,), (second,) = agreed().ice_servers, agreed(extension_cap_s=1800).ice_servers
    expiry, name = first.username.split(":")
    assert int(expiry) == 3600 + Rules().extension_cap_s + SPARE_S
    (extended,) = agreed(extended_s=300).ice_servers
    assert extended.username.split(":")[0] == expiry
    assert second.username.split(":")[1] == name
    assert "bob" not in name
