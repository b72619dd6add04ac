"""Random commands that are likely to make sense, for sessions that nobody planned."""

import random
from typing import Any

from sessions_app.room import (
    activities,
    checkin,
    clock,
    door,
    floor,
    people,
    places,
    safety,
    sound,
    stage,
    talk,
)
from sessions_app.room import team as teams
from sessions_app.room.decision import Actor
from sessions_app.room.plan import Staff
from sessions_app.room.room import Room
from tests.room import scene

SEATS = (scene.ALICE, scene.AMIR, scene.SUE, scene.BOB, scene.EVE, scene.FINN, scene.GUS)


SHARED: tuple[stage.Shared, ...] = ("screen", "window", "handout")


def a_command(chance: random.Random, actor: Actor, room: Room) -> Any:
    """Something this person might do now; the room may refuse it."""
    if actor is scene.olga:
        return chance.choice(_of_the_office(chance, room))
    person = room.people.roster.get(actor.id)
    if person is None or not person.connections:
        minted = f"web.{chance.randrange(10**9)}"
        return people.Connect(minted)
    if not person.inside and chance.random() < 0.7:
        return door.Knock(scene.FIT if chance.random() < 0.8 else None)
    if chance.random() < 0.06:
        return people.Disconnect(chance.choice(person.connections))
    if room.clock.phase == "door_open" and actor is scene.alice and chance.random() < 0.2:
        return clock.Start()
    together = room.clock.phase == "running" and not room.places.open
    if together and person.facilitates and chance.random() < 0.2:
        return places.OpenPlaces(_drafts(chance, room), chance.choice((None, 60, 300)))
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
        sound.Follow(chance.choice(("all", "all", "sound", "text"))),
        *(stage.StartSharing(chance.choice(SHARED)), stage.StopSharing()),
        *(places.GoTo(_place(chance, room)) for _ in range(2)),
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
        *(door.Refuse(seat, "not_this_person"), door.Remove(seat, "not_this_person")),
        *(clock.Break(1), clock.EndBreak(), clock.Extend(5, "one more")),
        *(teams.HandOver(seat), teams.Promote(seat), teams.StepDown()),
        *(floor.LowerAll(), floor.CallOn(seat), floor.LowerHand(seat), floor.AddTime(30)),
        *(floor.StartRound(30), floor.StartRound(20, "least_heard"), floor.EndRound()),
        *(sound.Mute(seat), sound.MuteAll(), sound.CameraOff(seat), sound.AskToUnmute(seat)),
        *(sound.AllowUnmute(chance.random() < 0.5), sound.AllowText(chance.random() < 0.5)),
        talk.SetChatMode(chance.choice(("open", "open", "to_staff", "off"))),
        *(talk.Announce("Ten past"), activities.AskPresence()),
        *(activities.OpenRound(), activities.CloseRound()),
        *(
            safety.RaiseAlert(seat, "look"),
            safety.Acknowledge(alert),
            safety.Resolve(alert, "safe"),
        ),
        *(places.Move(seat, _place(chance, room)) for _ in range(3)),
        places.Recall(chance.choice((0, 20, 60))),
        *(stage.Spotlight(seat), stage.Spotlight(chance.choice((None, seat)))),
        stage.Spotlight(None, _place(chance, room)),
        *(stage.InviteToShare(seat), stage.StartSharing(chance.choice(SHARED))),
        stage.WithdrawInvitation(seat),
        *(stage.StopSharing(seat), talk.Post("From the facilitators"), clock.EndBreak()),
        *([clock.End()] if chance.random() < 0.03 else []),
    ]


def _of_the_office(chance: random.Random, room: Room) -> list[Any]:
    staff = [person for person in room.people.roster.values() if person.role == "staff"]
    if not staff:
        return [clock.Cancel("nobody is left")]
    one, credential = chance.choice(staff), chance.choice(("PhD", "LCSW"))
    assigned = Staff(one.seat, one.name, credential, facilitates=chance.random() < 0.7)
    return [
        *(teams.AssignStaff(assigned) for _ in range(8)),
        *(teams.Promote(one.seat), teams.DismissStaff(one.seat)),
    ]


def _place(chance: random.Random, room: Room) -> str:
    return chance.choice([places.MAIN, *(known.place for known in room.places.open)])


def _drafts(chance: random.Random, room: Room) -> tuple[places.PlaceDraft, ...]:
    inside = [person.seat for person in room.people.inside()]
    sent = tuple(chance.sample(inside, chance.randrange(len(inside) + 1)))
    return places.PlaceDraft("Window", sent[::2]), places.PlaceDraft("Garden", sent[1::2])
