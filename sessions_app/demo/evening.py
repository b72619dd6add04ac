"""What happened on the two past evenings of the demo group: a script, minute by minute."""

from random import Random

from sessions_app.checkins.form import Answer
from sessions_app.demo import cast
from sessions_app.demo.stage import Stage
from sessions_app.room.activities import AskPresence, OpenRound
from sessions_app.room.checkin import CheckIn
from sessions_app.room.clock import Break, End, Start
from sessions_app.room.door import Admit, AdmitAll, Knock, Remove
from sessions_app.room.floor import CallOn, EndRound, NextTurn, Pass, RaiseHand, StartRound
from sessions_app.room.people import ComeBack, Leave, StepAway
from sessions_app.room.record import SignRecord
from sessions_app.room.safety import Acknowledge, AskForHelp, Resolve
from sessions_app.room.sound import SetCamera, SetMicrophone
from sessions_app.room.talk import Announce, Post, React

LEAD, CO_LEAD = cast.LEAD.name, cast.CO_LEAD.name
NAMES = [part.name for part in cast.PARTICIPANTS if part.signed]
GOALS = ("Say one true thing.", "Listen more.", "Ask for help once.", "A plan for Friday.")


def first(stage: Stage, chance: Random) -> None:
    """A calm evening: one is late, one leaves early, one drops for a minute and a half."""
    here = [name for name in NAMES if name not in ("Heron", "River")]  # Heron stays away
    _arrive(stage, here, chance)
    _begin(stage)
    _late(stage, "River", minute=9)
    _go_round(stage, passing="Fern", chance=chance)
    _talk(stage, "Birch", "Fridays after work are the hardest.", "Cedar", "Same here.")
    _rest(stage)
    stage.at(61)
    stage.drops("Maple")
    stage.later(90 - 8)
    stage.connects("Maple")
    _presence(stage, [name for name in (*here, "River") if name != "Juniper"])
    stage.at(74)
    stage.does("Juniper", Leave())
    stage.drops("Juniper")
    _end(stage, [name for name in (*here, "River") if name != "Juniper"], chance)


def second(stage: Stage, chance: Random) -> None:
    """A harder one: somebody is taken out, somebody asks for help and gets it."""
    here = [name for name in NAMES if name != "Clover"]  # Clover stays away
    _arrive(stage, here, chance)
    _begin(stage)
    _go_round(stage, passing="Maple", chance=chance)
    stage.at(38)
    stage.does("Fern", AskForHelp("My brother is drinking in the next room."))
    stage.later(20)
    stage.does(CO_LEAD, Acknowledge(stage.room.safety.alerts[-1].alert))
    stage.does(CO_LEAD, Post("I am here. Shall we talk for a minute?", "seat", stage.seat("Fern")))
    stage.does("Fern", Post("Yes please. I have closed the door.", "staff"))
    stage.at(43)
    note = "Went through the safety plan together; brother has left."
    stage.does(CO_LEAD, Resolve(stage.room.safety.alerts[-1].alert, "safety_plan", note))
    _rest(stage)
    stage.at(58)
    removal = Remove(stage.seat("River"), "intoxication", "Slurred speech; called back at once.")
    stage.does(LEAD, removal)
    stage.later(5)
    stage.drops("River")
    rest = [name for name in here if name != "River"]
    stage.at(63)
    stage.does("Heron", StepAway("overwhelmed"))
    stage.at(67)
    stage.does("Heron", ComeBack())
    _talk(stage, "Juniper", "Thank you for staying, Heron.", "Heron", "It helped.")
    _presence(stage, [name for name in rest if name != "Birch"])
    _end(stage, rest, chance)


def _arrive(stage: Stage, names: list[str], chance: Random) -> None:
    stage.at(-9)
    for name in (LEAD, CO_LEAD):
        stage.connects(name)
        stage.does(name, Knock())
        stage.does(name, SetCamera(True))
        stage.later(40)
    for name in chance.sample(names, len(names)):
        stage.later(chance.randint(8, 40))
        stage.connects(name)
        _checks_in(stage, name, chance)
        stage.later(chance.randint(4, 12))
        stage.knocks(name, f"At home, {12 + len(name)} Palm Street")
        if chance.random() < 0.5:
            stage.later(15)
            stage.does(LEAD, Admit(stage.seat(name), "known"))
    stage.later(20)
    stage.does(LEAD, AdmitAll("known"))
    for name in names:
        stage.does(name, SetCamera(True))


def _checks_in(stage: Stage, name: str, chance: Random) -> None:
    # Clear of every alert rule: nobody in a made-up group is left unsafe.
    answers: dict[str, Answer] = {
        "mood": chance.randint(3, 8),
        "craving": chance.randint(0, 5),
        "safe": "yes",
        "use": None if name == "Fern" else "no",
        "goal": chance.choice(GOALS),
    }
    stage.does(name, CheckIn("before", answers, done=True))


def _begin(stage: Stage) -> None:
    stage.at(0.4)
    stage.does(LEAD, Announce("Good evening, everyone. We begin with a round."))
    stage.does(LEAD, Start())


def _late(stage: Stage, name: str, minute: float) -> None:
    stage.at(minute)
    stage.connects(name)
    stage.knocks(name, "In the car, parked at the mall", headphones=False)
    stage.later(35)
    stage.does(CO_LEAD, Admit(stage.seat(name), "known"))


def _go_round(stage: Stage, *, passing: str, chance: Random) -> None:
    stage.later(30)
    stage.does(LEAD, StartRound(90))
    while (current := stage.room.floor.round) is not None and current.turn is not None:
        name = stage.name(current.turn.seat)
        stage.later(chance.randint(20, 80))
        stage.does(name, Pass() if name == passing else NextTurn())
    if stage.room.floor.round is not None:
        stage.does(LEAD, EndRound())


def _talk(stage: Stage, first: str, said: str, second: str, answered: str) -> None:
    stage.later(200)
    stage.does(first, RaiseHand())
    stage.later(12)
    stage.does(LEAD, CallOn(stage.seat(first)))
    stage.does(first, SetMicrophone(True))
    stage.later(140)
    stage.does(first, Post(said))
    stage.does(first, SetMicrophone(False))
    stage.later(9)
    stage.does(second, Post(answered))
    stage.does(second, React("with_you"))


def _rest(stage: Stage) -> None:
    stage.at(46)
    stage.does(LEAD, Break(10))
    stage.at(57)


def _presence(stage: Stage, answering: list[str]) -> None:
    stage.later(90)
    stage.does(LEAD, AskPresence())
    stage.answers(answering)
    stage.later(60)


def _end(stage: Stage, names: list[str], chance: Random) -> None:
    stage.at(82)
    stage.does(LEAD, OpenRound())
    stage.at(89.5)
    stage.does(LEAD, End())
    for name in names:
        stage.later(chance.randint(3, 15))
        answers: dict[str, Answer] = {"mood": chance.randint(5, 9), "craving": 1, "safe": "yes"}
        stage.does(name, CheckIn("after", answers, done=True))
        stage.drops(name)
    for name in (LEAD, CO_LEAD):
        stage.later(120)
        stage.does(name, SignRecord())
        stage.drops(name)
