"""The made-up people of the demo clinic and how they sign in; data only."""

from typing import NamedTuple

CLINIC = "Harbor Clinic"
ZONE = "America/Phoenix"
STATES = ("AZ", "NM")
GROUP = "Evening group"
# Public, and the same for everyone: that is why a demo is refused where others can reach it.
PASSWORD = "harbor-demo"  # noqa: S105 (a secret it is not)


class Part(NamedTuple):
    """One person: `name` is what the group sees, and the first half of the e-mail for most."""

    sign_in: str
    role: str
    legal_name: str
    name: str
    credential: str = ""
    licence: str = ""
    born: str = "1990-01-01"
    signed: bool = True

    @property
    def email(self) -> str:
        """What to sign in with."""
        return f"{self.sign_in}@harbor.example"


LEAD = Part("facilitator", "facilitator", "Rosa Ramos", "Dr. R.", "PsyD", "AZ PSY-004812")
CO_LEAD = Part("cofacilitator", "facilitator", "Kofi Karim", "Mr. K.", "LCSW", "AZ LCSW-11873")
SUPERVISOR = Part("supervisor", "supervisor", "Mei Moreau", "Dr. M.", "PhD", "AZ PSY-003127")
ADMINISTRATOR = Part("administrator", "administrator", "Lena Larsen", "Ms. L.")
AUDITOR = Part("auditor", "auditor", "Tariq Thorne", "Mr. T.")
STAFF = (LEAD, CO_LEAD, SUPERVISOR, ADMINISTRATOR, AUDITOR)

PARTICIPANTS = (
    Part("birch", "participant", "Bruno Baker", "Birch", born="1988-04-12"),
    Part("cedar", "participant", "Carla Cruz", "Cedar", born="1975-09-30"),
    Part("clover", "participant", "Chen Clark", "Clover", born="1999-01-21"),
    Part("fern", "participant", "Farah Field", "Fern", born="1991-07-08"),
    Part("heron", "participant", "Hugo Hale", "Heron", born="1983-11-17"),
    Part("juniper", "participant", "Jada Jones", "Juniper", born="1996-02-26"),
    Part("maple", "participant", "Mateo Marsh", "Maple", born="1979-05-03"),
    Part("river", "participant", "Rina Rossi", "River", born="1994-10-14"),
    # Two who have yet to sign: they show how a person reads and signs in the waiting room.
    Part("sage", "participant", "Sami Stone", "Sage", born="1986-08-19", signed=False),
    Part("wren", "participant", "Wanda West", "Wren", born="2001-12-05", signed=False),
)
EVERYONE = (*STAFF, *PARTICIPANTS)
