"""What a client may not claim: presence, time, and who belongs to the session."""

import msgspec
import pytest

from sessions_app.live import intake
from sessions_app.room.errors import Invalid
from tests.room.test_matrix import SAMPLES

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
