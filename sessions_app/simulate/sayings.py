"""What virtual people say: in the chat, at the door, and in their check-ins."""

from random import Random

from sessions_app.simulate.account import Json
from sessions_app.simulate.story import Life
from sessions_app.simulate.witness import secret

GROUP = (
    "I made it through the weekend without using.",
    "Evenings are the hardest for me.",
    "I called my sister instead.",
    "That sounds a lot like my week.",
    "I am proud of you for saying that.",
    "I walked around the block until it passed.",
    "Writing it down helped more than I thought.",
    "Today I am mostly tired.",
    "One meeting a day keeps me steady.",
    "I am glad to be here.",
)
WHISPERS = (
    "Could we talk for a moment after the group?",
    "I find it hard to speak today.",
    "Please do not call on me first.",
)
HELP = "I do not feel safe right now."
GOALS = ("Say one true thing.", "Listen more than I speak.", "Make a plan for Friday.")
TAKEAWAYS = ("I am not the only one.", "Call before, not after.", "One hour at a time.")
ANNOUNCEMENTS = ("We begin in a moment. Find a quiet place.",)


def attestation(life: Life, *, driving: bool) -> Json:
    """What somebody answers at the door."""
    return {
        "state": life.state,
        "location": f"At home, {secret(life.number)}",
        "callback": f"602-555-0100 {secret(life.number)}",
        "alone": life.trait != "not_alone",
        "headphones": True,
        "sober": True,
        "not_driving": not driving,
        "agreements": True,
    }


def answers(life: Life, moment: str, chance: Random) -> Json:
    """What somebody answers in a check-in, before or after the group."""
    craving = 8 if life.trait == "craving" and moment == "before" else chance.randint(0, 5)
    said: Json = {"mood": chance.randint(2, 9), "craving": craving, "safe": "yes"}
    if moment == "before":
        goal = f"{chance.choice(GOALS)} {secret(life.number)}"
        return said | {"use": chance.choice(("no", None)), "goal": goal}
    return said | {"takeaway": f"{chance.choice(TAKEAWAYS)} {secret(life.number)}"}
