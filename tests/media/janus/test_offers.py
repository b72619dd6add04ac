"""An offer that Janus would read in another way than we do never reaches it."""

import pytest

from sessions_app.media.engine import Refusal
from sessions_app.media.janus import publisher
from sessions_app.media.messages import MediaPublish, MediaTrickle
from sessions_app.media.permit import Permit
from tests.media.fake_janus import OFFER
from tests.media.janus.conftest import Sfu

CAMERA_ALONE = Permit(receive=True, camera=True)
HEAD, *LINES = ("v=0\r\n", *("m=" + line for line in OFFER.split("m=")[1:]))
AUDIO, CAMERA, SHARE = LINES
NAMES = "a=mid:0\r\na=mid:1\r\na=mid:2\r\n"


def called(line: str, name: str) -> str:
    return line.split("a=mid:", maxsplit=1)[0] + name


FALSE_NAMES = {
    # Janus 1.1 took each of these two, silenced the camera as line 0 and let the voice pass.
    "in capitals": HEAD
    + NAMES
    + called(AUDIO, "a=MID:1\r\n")
    + called(CAMERA, "a=MID:0\r\n")
    + called(SHARE, "a=MID:2\r\n"),
    "in capitals beside": HEAD + AUDIO + "a=MID:1\r\n" + CAMERA + "a=MID:0\r\n" + SHARE,
    "at the session": HEAD + NAMES + called(AUDIO, "") + called(CAMERA, "") + called(SHARE, ""),
    "two of one": HEAD + AUDIO + "a=mid:1\r\n" + called(CAMERA, "a=mid:2\r\n") + called(SHARE, ""),
    "in another order": HEAD + called(AUDIO, "a=mid:1\r\n") + called(CAMERA, "a=mid:0\r\n") + SHARE,
    "with more to it": HEAD + called(AUDIO, "a=mid:0 1\r\n") + CAMERA + SHARE,
    "with a nought": HEAD + AUDIO + "a=x:\0\r\n" + CAMERA + SHARE,
    "with candidates everywhere": OFFER + "a=candidate:1 1 udp 1 192.0.2.9 9 typ host\r\n" * 101,
    "one line more": OFFER + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:3\r\n",
}


def test_an_offer_of_a_browser_fits() -> None:
    assert publisher.fits(OFFER)
    assert publisher.fits(OFFER.replace("\r\n", "\n"))


@pytest.mark.parametrize("how", FALSE_NAMES)
async def test_lines_under_false_names_are_not_published(sfu: Sfu, how: str) -> None:
    page = await sfu.join("eve", CAMERA_ALONE)
    await sfu.engine.say(page.leg, MediaPublish(FALSE_NAMES[how]))
    assert page.kinds() == ["MediaReady"]
    assert not sfu.fake.publisher(sfu.person("eve")).publishing


async def test_lines_that_janus_names_otherwise_are_not_answered(
    sfu: Sfu, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = await sfu.join("eve", CAMERA_ALONE)
    stay = sfu.engine._stays[page.leg]
    assert stay is not None
    assert stay._publisher is not None
    handle = stay._publisher._handle
    ask = handle.ask

    async def otherwise(*args: object, **options: object) -> object:
        reply = await ask(*args, **options)  # type: ignore[arg-type]
        reply.data["streams"] = [{"type": "video", "mid": "0"}, {"type": "audio", "mid": "1"}]
        return reply

    monkeypatch.setattr(handle, "ask", otherwise)
    with pytest.raises(Refusal):
        await sfu.engine.say(page.leg, MediaPublish(OFFER))
    assert page.kinds() == ["MediaReady"]


@pytest.mark.parametrize(
    "candidate",
    [
        {"candidate": "\0", "sdpMid": "0"},
        {"candidate": "a", "sdpMid": "\0"},
        {"candidate": "a", "sdpMid": "0" * 2000},
        {"candidate": "a", "sdpMLineIndex": 10**24},
        {"candidate": "a", "sdpMLineIndex": -1},
    ],
)
async def test_what_janus_would_leave_unanswered_holds_nothing_up(
    sfu: Sfu, candidate: dict[str, object]
) -> None:
    page = await sfu.join("eve", CAMERA_ALONE)
    before = len(sfu.fake.asked)
    await sfu.engine.say(page.leg, MediaTrickle("send", candidate))
    assert not [asked for asked in sfu.fake.asked[before:] if asked["janus"] == "trickle"]
