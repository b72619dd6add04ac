"""Who may give which command in which phase, as the product asks for it."""

from functools import cache

import pytest
from msgspec.structs import replace

from sessions_app.room.activities import AnswerPresence, AskPresence, CloseRound, OpenRound
from sessions_app.room.checkin import CheckIn
from sessions_app.room.clock import (
    Break,
    Cancel,
    End,
    EndBreak,
    Extend,
    OpenDoor,
    Start,
    Tick,
)
from sessions_app.room.decision import Actor, Command
from sessions_app.room.door import (
    Admit,
    AdmitAll,
    Knock,
    LetBackIn,
    Lock,
    Refuse,
    Remove,
    SendBack,
    Unlock,
)
from sessions_app.room.floor import (
    AddTime,
    CallOn,
    EndRound,
    LowerAll,
    LowerHand,
    NextTurn,
    Pass,
    RaiseHand,
    StartRound,
)
from sessions_app.room.people import ComeBack, Connect, Disconnect, Forget, Leave, StepAway
from sessions_app.room.places import GoTo, Move, OpenPlaces, PlaceDraft, Recall
from sessions_app.room.plan import Guest, Member, Staff
from sessions_app.room.record import CorrectTime, SignRecord
from sessions_app.room.room import COMMANDS
from sessions_app.room.safety import Acknowledge, AskForHelp, RaiseAlert, Resolve
from sessions_app.room.sound import (
    AllowText,
    AllowUnmute,
    AskToUnmute,
    CameraOff,
    Follow,
    Mute,
    MuteAll,
    SetCamera,
    SetMicrophone,
)
from sessions_app.room.speech import NoteSpeech, ReportSpeech
from sessions_app.room.stage import (
    InviteToShare,
    Spotlight,
    StartSharing,
    StopSharing,
    WithdrawInvitation,
)
from sessions_app.room.talk import Announce, DeleteMessage, Post, React, SetChatMode
from sessions_app.room.team import (
    AssignStaff,
    DismissStaff,
    ExpectMember,
    HandOver,
    InviteGuest,
    Promote,
    StepDown,
)
from tests.room.scene import (
    BOB,
    EVE,
    FIT,
    SUE,
    Scene,
    alice,
    bob,
    carol,
    clock,
    eve,
    finn,
    gus,
    ms,
    olga,
    plan,
    refusal,
    sue,
)

PHASES = (
    "scheduled", "door_open", "running", "on_break", "on_hold", "ended", "not_held", "cancelled",
)  # fmt: skip
# i: participant inside, o: participant outside (also: everyone once the group is over)
# g: guest inside, w: guest waiting, f: facilitator, s: supervisor who is assigned and looks on
# a: administrator of the office, c: the clock
ROLES: dict[str, Actor] = {
    "i": bob, "o": finn, "g": gus, "w": Actor("s_gwen", "guest"),
    "f": alice, "s": sue, "a": olga, "c": clock,
}  # fmt: skip

# Who may, in each phase; "-" for nobody. A participant is inside only while the room is open.
EXPECTED = """
               scheduled door_open running on_break on_hold ended  not_held cancelled
Knock          -         iogwfs    iogwfs  iogwfs   iogwfs  -      -        -
Admit          -         f         f       f        f       -      -        -
AdmitAll       -         f         f       f        f       -      -        -
Refuse         -         f         f       f        f       -      -        -
SendBack       -         f         f       f        f       -      -        -
Lock           -         f         f       f        f       -      -        -
Unlock         -         f         f       f        f       -      -        -
Remove         -         f         f       f        f       -      -        -
LetBackIn      -         f         f       f        f       -      -        -
OpenDoor       f         -         -       -        -       -      -        -
Start          -         f         -       -        -       -      -        -
Break          -         -         f       -        -       -      -        -
EndBreak       -         -         -       f        -       -      -        -
Extend         -         -         f       f        f       -      -        -
End            -         -         f       f        f       -      -        -
Cancel         fa        fa        -       -        -       -      -        -
Tick           c         c         c       c        c       c      c        c
Connect        -         iogwfs    iogwfs  iogwfs   iogwfs  owfs   owfs     owfs
Disconnect     owfs      iogwfs    iogwfs  iogwfs   iogwfs  owfs   owfs     owfs
Forget         c         c         c       c        c       c      c        c
Leave          -         iogwfs    iogwfs  iogwfs   iogwfs  -      -        -
StepAway       -         igfs      igfs    igfs     igfs    -      -        -
ComeBack       -         igfs      igfs    igfs     igfs    -      -        -
HandOver       -         f         f       f        f       -      -        -
Promote        -         fsa       fsa     fsa      fsa     -      -        -
StepDown       -         f         f       f        f       -      -        -
AssignStaff    -         a         a       a        a       -      -        -
DismissStaff   -         a         a       a        a       -      -        -
ExpectMember   -         a         a       a        a       -      -        -
InviteGuest    -         fa        fa      fa       fa      -      -        -
RaiseHand      -         i         i       i        i       -      -        -
LowerHand      -         if        if      if       if      -      -        -
LowerAll       -         f         f       f        f       -      -        -
CallOn         -         f         f       f        -       -      -        -
StartRound     -         -         f       -        -       -      -        -
NextTurn       -         -         if      -        -       -      -        -
AddTime        -         -         f       -        -       -      -        -
Pass           -         -         i       -        -       -      -        -
EndRound       -         -         f       f        f       -      -        -
OpenPlaces     -         -         f       -        -       -      -        -
Move           -         -         f       -        -       -      -        -
GoTo           -         -         fs      -        -       -      -        -
Recall         -         -         f       -        -       -      -        -
SetMicrophone  -         igfs      igfs    igfs     igfs    -      -        -
SetCamera      -         igfs      igfs    igfs     igfs    -      -        -
Mute           -         f         f       f        f       -      -        -
MuteAll        -         f         f       f        f       -      -        -
CameraOff      -         f         f       f        f       -      -        -
AllowUnmute    -         f         f       f        f       -      -        -
AllowText      -         f         f       f        f       -      -        -
AskToUnmute    -         f         f       f        -       -      -        -
Follow         -         igfs      igfs    igfs     igfs    -      -        -
Spotlight      -         f         f       f        f       -      -        -
StartSharing   -         igfs      igfs    igfs     igfs    -      -        -
StopSharing    -         igfs      igfs    igfs     igfs    -      -        -
InviteToShare  -         f         f       f        f       -      -        -
WithdrawInvitation -     f         f       f        f       -      -        -
NoteSpeech     -         c         c       c        c       c      c        c
ReportSpeech   -         iogwfs    iogwfs  iogwfs   iogwfs  owfs   -        -
Post           -         iogwfs    iogwfs  iogwfs   iogwfs  owfs   owfs     owfs
DeleteMessage  -         igfs      igfs    igfs     igfs    -      -        -
SetChatMode    -         f         f       f        f       -      -        -
React          -         igfs      igfs    igfs     -       -      -        -
Announce       -         f         f       f        f       -      -        -
AskPresence    -         -         f       -        -       -      -        -
AnswerPresence -         i         i       i        i       -      -        -
OpenRound      -         -         f       -        -       -      -        -
CloseRound     -         -         f       f        f       -      -        -
CheckIn        -         io        io      io       io      o      -        -
AskForHelp     -         iogw      iogw    iogw     iogw    ow     ow       ow
RaiseAlert     -         fs        fs      fs       fs      fs     fs       fs
Acknowledge    -         fs        fs      fs       fs      fs     fs       fs
Resolve        -         fs        fs      fs       fs      fs     fs       fs
CorrectTime    -         -         -       -        -       f      f        -
SignRecord     -         -         -       -        -       fs     fs       -
"""

SAMPLES: dict[str, Command] = {
    command.__class__.__name__: command
    for command in (
        Knock(FIT), Admit(EVE, "known"), AdmitAll("known"), Refuse(EVE, "other"), SendBack(EVE),
        Lock(), Unlock(), Remove(EVE, "other"), LetBackIn(EVE), OpenDoor(), Start(), Break(5),
        EndBreak(), Extend(5, "a reason"), End(), Cancel("a reason"), Tick(), Connect("web.new"),
        Disconnect("web.old"), Forget("web", ms("18:00")), Leave(), StepAway(), ComeBack(),
        HandOver("s_amir"), Promote(SUE), StepDown(), AssignStaff(Staff("s_new", "New")),
        DismissStaff(SUE), ExpectMember(Member("s_new", "New")),
        InviteGuest(Guest("s_new", "New", "student")), RaiseHand(), LowerHand(), LowerAll(),
        CallOn(BOB), StartRound(30), NextTurn(), AddTime(30), Pass(), EndRound(),
        SetMicrophone(True), SetCamera(True), Mute(BOB), MuteAll(), CameraOff(BOB),
        AllowUnmute(False), AllowText(False), AskToUnmute(BOB), Follow("sound"),
        OpenPlaces((PlaceDraft("Window", (BOB,)),)), Move(BOB, "main"), GoTo("main"), Recall(),
        Spotlight(BOB), StartSharing("screen"), StopSharing(), InviteToShare(BOB),
        WithdrawInvitation(BOB),
        NoteSpeech(ms("17:50"), ms("17:51"), {BOB: 9_000}),
        ReportSpeech(ms("17:50"), ms("17:51"), 9_000), Post("hello", "staff"),
        DeleteMessage("m_none"),
        SetChatMode("off"), React("heart"), Announce("hello"), AskPresence(), AnswerPresence(),
        OpenRound(), CloseRound(), CheckIn("after", {"mood": 5}), AskForHelp(), RaiseAlert(BOB),
        Acknowledge("l_none"), Resolve("l_none", "safe"),
        CorrectTime("end", ms("18:00"), "a reason"), SignRecord(),
    )
}  # fmt: skip


def expected() -> dict[str, dict[str, str]]:
    """The table above: command -> phase -> the roles that may."""
    rows = (line.split() for line in EXPECTED.strip().splitlines()[1:])
    return {row[0]: dict(zip(PHASES, row[1:], strict=True)) for row in rows}


@cache
def stage(phase: str) -> Scene:
    """A room in a phase, with an open alert about everyone, so that each has a line to staff."""
    planned = plan()
    gwen = Guest("s_gwen", "Gwen", "family")
    scene = Scene(replace(planned, guests=(*planned.guests, gwen)))
    if phase == "scheduled":
        return scene
    scene.door_open()
    if phase == "not_held":
        scene.given(*((sue, RaiseAlert(p)) for p in (BOB, "s_finn", "s_gus", "s_gwen")))
        return scene.at("18:15").phase(phase)
    scene.arrived(alice, sue, bob, gus).connected(eve, finn, ROLES["w"])
    scene.given(*((sue, RaiseAlert(p)) for p in (BOB, "s_finn", "s_gus", "s_gwen")))
    last: dict[str, tuple[Command, ...]] = {
        "door_open": (),
        "cancelled": (Cancel("a reason"),),
        "running": (Start(),),
        "on_break": (Start(), Break(10)),
        "on_hold": (Start(),),
        "ended": (Start(), End()),
    }
    scene.given(*((alice, command) for command in last[phase]))
    if phase == "on_hold":
        scene.dropped(alice).later(120)
    return scene.phase(phase)


def sample(command: str, role: str) -> Command:
    """A command that makes sense from this role: after the end staff write to one person."""
    if command == "Post" and role in "fs":
        return Post("hello", "seat", BOB)
    return SAMPLES[command]


def test_every_command_has_its_row_and_its_sample() -> None:
    assert set(expected()) == set(COMMANDS)
    assert set(SAMPLES) == set(COMMANDS)


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("command", expected())
def test_a_command_is_allowed_exactly_to_these_roles(command: str, phase: str) -> None:
    row, scene = expected()[command], stage(phase)
    ever = set("".join(row.values()))
    for role, actor in ROLES.items():
        if role in "ig" and phase in ("scheduled", "ended", "not_held", "cancelled"):
            continue  # nobody is inside then
        code = refusal(scene, actor, sample(command, role))
        if role in row[phase]:
            assert code not in ("not_permitted", "wrong_phase"), (role, code)
        else:
            assert code == ("wrong_phase" if role in ever else "not_permitted"), (role, code)


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("command", SAMPLES)
def test_an_outsider_cannot_tell_a_room_from_no_room(command: str, phase: str) -> None:
    unassigned = Actor("s_other", "facilitator")
    for actor in (carol, unassigned, Actor("s_other", "guest")):
        assert refusal(stage(phase), actor, SAMPLES[command]) == "not_found"


def test_an_unassigned_supervisor_or_administrator_may_not_enter() -> None:
    for actor in (olga, Actor("m_otto", "supervisor")):
        assert refusal(stage("running"), actor, Knock()) == "not_permitted"
        assert refusal(stage("running"), actor, Connect("web.x")) == "not_permitted"
