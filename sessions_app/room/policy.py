"""Who may give which command, and when: one table, and the reading of it.

A row says which standings may give a command and in which phases of the room.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from sessions_app.room import (
    activities,
    checkin,
    clock,
    door,
    floor,
    people,
    places,
    record,
    safety,
    sound,
    speech,
    stage,
    talk,
    team,
)
from sessions_app.room.clock import LIVE, OPEN, OVER, Phase
from sessions_app.room.decision import Actor, Command
from sessions_app.room.errors import NotFound, NotPermitted, WrongPhase

if TYPE_CHECKING:
    from sessions_app.room.room import Room


class Standing(StrEnum):
    """How an actor stands with a room at this moment."""

    OUTSIDE = "outside"  # on the roster, not inside: before the knock, waiting, gone
    INSIDE = "inside"  # a participant who is inside
    VISITING = "visiting"  # a guest who is not inside
    GUEST = "guest"  # a guest who is inside
    FACILITATOR = "facilitator"  # assigned, leads or co-facilitates
    OBSERVER = "observer"  # assigned, looks on
    OFFICE = "office"  # administrator or supervisor of the clinic, not assigned
    CLOCK = "clock"  # the room itself and the shell that holds its sockets


class Rule(Struct, frozen=True):
    """One row of the table."""

    who: frozenset[Standing]
    during: frozenset[Phase]


S = Standing
TEAM = frozenset({S.FACILITATOR})
STAFF = TEAM | {S.OBSERVER}
OFFICE = frozenset({S.OFFICE})
WITHIN = frozenset({S.INSIDE, S.GUEST}) | STAFF
TAKES_PART = frozenset({S.INSIDE})
MEMBERS = frozenset({S.OUTSIDE, S.INSIDE, S.VISITING, S.GUEST})
EVERYONE = MEMBERS | STAFF
CLOCK = frozenset({S.CLOCK})

ANY: frozenset[Phase] = OPEN | OVER | {"scheduled"}
OPENED: frozenset[Phase] = OPEN | {"ended"}
RUNNING: frozenset[Phase] = frozenset({"running"})
TALKING: frozenset[Phase] = frozenset({"door_open", "running", "on_break"})
BEFORE: frozenset[Phase] = frozenset({"scheduled", "door_open"})
AFTER: frozenset[Phase] = frozenset({"ended", "not_held"})

TABLE: dict[type[Command], Rule] = {
    # door
    door.Knock: Rule(EVERYONE, OPEN),
    door.Admit: Rule(TEAM, OPEN),
    door.AdmitAll: Rule(TEAM, OPEN),
    door.Refuse: Rule(TEAM, OPEN),
    door.SendBack: Rule(TEAM, OPEN),
    door.Lock: Rule(TEAM, OPEN),
    door.Unlock: Rule(TEAM, OPEN),
    door.Remove: Rule(TEAM, OPEN),
    door.LetBackIn: Rule(TEAM, OPEN),
    # clock
    clock.OpenDoor: Rule(TEAM, frozenset({"scheduled"})),
    clock.Start: Rule(TEAM, frozenset({"door_open"})),
    clock.Break: Rule(TEAM, RUNNING),
    clock.EndBreak: Rule(TEAM, frozenset({"on_break"})),
    clock.Extend: Rule(TEAM, LIVE),
    clock.End: Rule(TEAM, LIVE),
    clock.Cancel: Rule(TEAM | OFFICE, BEFORE),
    clock.Tick: Rule(CLOCK, ANY),
    # people
    people.Connect: Rule(EVERYONE, OPEN | OVER),
    people.Disconnect: Rule(EVERYONE, ANY),
    people.Forget: Rule(CLOCK, ANY),
    people.Leave: Rule(EVERYONE, OPEN),
    people.StepAway: Rule(WITHIN, OPEN),
    people.ComeBack: Rule(WITHIN, OPEN),
    # team
    team.HandOver: Rule(TEAM, OPEN),
    team.Promote: Rule(STAFF | OFFICE, OPEN),
    team.StepDown: Rule(TEAM, OPEN),
    team.AssignStaff: Rule(OFFICE, OPEN),
    team.DismissStaff: Rule(OFFICE, OPEN),
    team.ExpectMember: Rule(OFFICE, OPEN),
    team.InviteGuest: Rule(OFFICE | TEAM, OPEN),
    # floor
    floor.RaiseHand: Rule(TAKES_PART, OPEN),
    floor.LowerHand: Rule(TAKES_PART | TEAM, OPEN),
    floor.LowerAll: Rule(TEAM, OPEN),
    floor.CallOn: Rule(TEAM, TALKING),
    floor.StartRound: Rule(TEAM, RUNNING),
    floor.NextTurn: Rule(TAKES_PART | TEAM, RUNNING),
    floor.AddTime: Rule(TEAM, RUNNING),
    floor.Pass: Rule(TAKES_PART, RUNNING),
    floor.EndRound: Rule(TEAM, LIVE),
    # places
    places.OpenPlaces: Rule(TEAM, RUNNING),
    places.Move: Rule(TEAM, RUNNING),
    places.GoTo: Rule(STAFF, RUNNING),
    places.Recall: Rule(TEAM, RUNNING),
    # sound
    sound.SetMicrophone: Rule(WITHIN, OPEN),
    sound.SetCamera: Rule(WITHIN, OPEN),
    sound.Mute: Rule(TEAM, OPEN),
    sound.MuteAll: Rule(TEAM, OPEN),
    sound.CameraOff: Rule(TEAM, OPEN),
    sound.AllowUnmute: Rule(TEAM, OPEN),
    sound.AllowText: Rule(TEAM, OPEN),
    sound.AskToUnmute: Rule(TEAM, TALKING),
    sound.Follow: Rule(WITHIN, OPEN),
    # stage: who may share or end another's sharing is the part's own rule
    stage.Spotlight: Rule(TEAM, OPEN),
    stage.StartSharing: Rule(WITHIN, OPEN),
    stage.StopSharing: Rule(WITHIN, OPEN),
    stage.InviteToShare: Rule(TEAM, OPEN),
    stage.WithdrawInvitation: Rule(TEAM, OPEN),
    # speech: what was measured of the last minute comes when it is over
    speech.NoteSpeech: Rule(CLOCK, OPEN | OVER),
    speech.ReportSpeech: Rule(EVERYONE, OPENED),
    # talk: whom a message may go to in which phase is the part's own rule
    talk.Post: Rule(EVERYONE, OPEN | OVER),
    talk.DeleteMessage: Rule(WITHIN, OPEN),
    talk.SetChatMode: Rule(TEAM, OPEN),
    talk.React: Rule(WITHIN, TALKING),
    talk.Announce: Rule(TEAM, OPEN),
    # activities
    activities.AskPresence: Rule(TEAM, RUNNING),
    activities.AnswerPresence: Rule(TAKES_PART, OPEN),
    activities.OpenRound: Rule(TEAM, RUNNING),
    activities.CloseRound: Rule(TEAM, LIVE),
    checkin.CheckIn: Rule(frozenset({S.OUTSIDE, S.INSIDE}), OPENED),
    # safety: asking for help is never refused for a reason of the group's
    safety.AskForHelp: Rule(MEMBERS, OPEN | OVER),
    safety.RaiseAlert: Rule(STAFF, OPEN | OVER),
    safety.Acknowledge: Rule(STAFF, OPEN | OVER),
    safety.Resolve: Rule(STAFF, OPEN | OVER),
    # record
    record.CorrectTime: Rule(TEAM, AFTER),
    record.SignRecord: Rule(STAFF, AFTER),
}


def standing(room: Room, actor: Actor) -> Standing:
    """How an actor stands with the room; NotFound for anyone it has nothing to do with."""
    if actor.role == "clock":
        return S.CLOCK
    person = room.people.roster.get(actor.id)
    if person is None:
        if actor.role in ("administrator", "supervisor"):
            return S.OFFICE
        raise NotFound
    if person.role == "staff":
        return S.FACILITATOR if person.facilitates else S.OBSERVER
    if person.role == "guest":
        return S.GUEST if person.inside else S.VISITING
    return S.INSIDE if person.inside else S.OUTSIDE


def check(room: Room, actor: Actor, command: Command) -> None:
    """Raise NotFound, NotPermitted or WrongPhase unless the table allows the command."""
    rule = TABLE[type(command)]
    if standing(room, actor) not in rule.who:
        raise NotPermitted
    if room.clock.phase not in rule.during:
        raise WrongPhase(room.clock.phase)
