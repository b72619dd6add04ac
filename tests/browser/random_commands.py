"""Random commands that are likely to make sense, for sessions that nobody planned."""

import random
from typing import Any

from sessions_app.room import activities, checkin, clock, door, floor, people, safety, sound, talk
from sessions_app.room import team as teams
from sessions_app.room.decision import Actor
from sessions_app.room.room import Room
from tests.room import scene

SEATS = (scene.ALICE, scene.AMIR, scene.SUE, scene.BOB, scene.EVE, scene.FINN, scene.GUS)


def a_command(chance: random.Random, actor: Actor, room: Room) -> Any:
    """Something this person might do now; the room may refuse it."""
    person = room.people.roster[actor.id]
    if not person.connections:
        minted = f"web.{chance.randrange(10**9)}"
        return people.Connect(minted)
    if not person.inside and chance.random() < 0.7:
        return door.Knock(scene.FIT if chance.random() < 0.8 else None)
    if chance.random() < 0.06:
        return people.Disconnect(chance.choice(person.connections))
    if room.clock.phase == "door_open" and actor is scene.alice and chance.random() < 0.2:
        return clock.Start()
    facilitates = person.role == "staff" and chance.random() < 0.6
    return chance.choice((_lead if facilitates else _take_part)(chance, room))


def _take_part(chance: random.Random, room: Room) -> list[Any]:
    seat = chance.choice(SEATS)
    on = chance.random() < 0.6
    checked = {"mood": chance.randrange(11), "safe": chance.choice(("yes", "no", None))}
    message = chance.choice(room.talk.messages).message if room.talk.messages else "m_0"
    return [
        *(floor.RaiseHand(), floor.LowerHand(), floor.Pass(), floor.NextTurn()),
        *(sound.SetMicrophone(on), sound.SetCamera(on)),
        *(people.StepAway("call"), people.ComeBack(), people.ComeBack()),
        *(talk.Post("Good evening"), talk.Post("Only you", "staff"), talk.React("heart")),
        *(talk.Post("To one", "seat", seat), talk.DeleteMessage(message)),
        *(activities.AnswerPresence(), safety.AskForHelp("please")),
        checkin.CheckIn(chance.choice(("before", "round")), checked, on),
        *(people.Connect(f"web.{chance.randrange(10**9)}"), people.Leave()),
    ]


def _lead(chance: random.Random, room: Room) -> list[Any]:
    seat = chance.choice(SEATS)
    alert = chance.choice(room.safety.alerts).alert if room.safety.alerts else "l_0"
    admits = [door.Admit(s, "known", "late", "full") for s in SEATS if room.door.is_waiting(s)]
    return [
        *admits,
        *admits,
        *(door.AdmitAll("known"), door.Lock(), door.Unlock(), door.Unlock()),
        *(door.Refuse(seat, "other"), door.SendBack(seat), door.LetBackIn(seat)),
        *(door.Remove(seat, "conduct", "noted"), door.LetBackIn(seat), door.LetBackIn(seat)),
        *(clock.Break(1), clock.EndBreak(), clock.Extend(5, "one more")),
        *(teams.HandOver(seat), teams.Promote(seat), teams.StepDown()),
        *(floor.LowerAll(), floor.CallOn(seat), floor.LowerHand(seat), floor.AddTime(30)),
        *(floor.StartRound(30), floor.StartRound(20, "least_heard"), floor.EndRound()),
        *(sound.Mute(seat), sound.MuteAll(), sound.CameraOff(seat), sound.AskToUnmute(seat)),
        sound.AllowUnmute(chance.random() < 0.5),
        talk.SetChatMode(chance.choice(("open", "open", "to_staff", "off"))),
        *(talk.Announce("Ten past"), activities.AskPresence()),
        *(activities.OpenRound(), activities.CloseRound()),
        *(
            safety.RaiseAlert(seat, "look"),
            safety.Acknowledge(alert),
            safety.Resolve(alert, "safe"),
        ),
        *([clock.End()] if chance.random() < 0.03 else []),
    ]
