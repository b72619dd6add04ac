"""What a client may not claim: presence, time, talk that is measured, and who belongs here."""

import msgspec
import pytest

from sessions_app.live import intake
from sessions_app.room.errors import Invalid, NotPermitted
from tests.room.test_matrix import SAMPLES
from vgroup.media import Media

FORGED = (
    "Connect", "Disconnect", "Forget", "Tick", "NoteSpeech",
    "AssignStaff", "DismissStaff", "ExpectMember", "InviteGuest",
)  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_a_client_gives_every_command_but_those_of_the_shell_and_the_office(name):
    raw = msgspec.json.encode(SAMPLES[name])
    if name in FORGED:
        with pytest.raises(Invalid, match="not given by a client"):
            intake.from_json(raw)
    else:
        assert intake.from_json(raw) == SAMPLES[name]


@pytest.mark.parametrize("engine", ["sfu", "off"])
def test_who_talked_is_told_by_pages_only_where_the_service_can_not_hear_it(engine, settings):
    settings.VGROUP_MEDIA = Media(engine=engine)
    raw = msgspec.json.encode(SAMPLES["ReportSpeech"])
    for give in (intake.from_json, lambda raw: intake.from_document(msgspec.json.decode(raw))):
        with pytest.raises(NotPermitted):
            give(raw)
    assert intake.from_json(msgspec.json.encode(SAMPLES["RaiseHand"])) == SAMPLES["RaiseHand"]
