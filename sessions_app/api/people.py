"""A person's card: who somebody in the room really is, for those who answer for the session."""

from typing import Any, ClassVar
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.errors import NotFound
from accounts.models import User
from sessions_app.accountability import roster
from sessions_app.accountability.roster import Expected
from sessions_app.api.permissions import OFFICE, SessionAction
from sessions_app.api.place import SessionView
from sessions_app.api.problem import REFUSALS
from sessions_app.api.record import ROSTER
from sessions_app.api.shapes.people import CardSerializer
from sessions_app.ledger import pages
from sessions_app.models.plan import plan_of
from sessions_app.room.clock import DoorOpened
from sessions_app.room.decision import CLOCK, Stamped


class CardView(SessionView):
    """One person of this session by their legal name, with whom to call; each look is logged.

    For the staff who are assigned to the session, and the office. Whoever is not on the session's
    own roster is not there.
    """

    may: ClassVar[dict[str, SessionAction]] = {"GET": "see_card"}
    serializer_class = CardSerializer

    @extend_schema(responses={200: CardSerializer, **REFUSALS})
    def get(self, request: Request, pk: UUID, seat: str) -> Response:
        person = self._roster().get(seat)
        if person is None:
            raise NotFound
        user = self.seat(seat).user
        purpose = "operations" if self.reach & OFFICE else "care"
        self.viewer.place.looked_at("card", user.public_id, purpose)
        return Response(CardSerializer(self._card(person, user)).data)

    def _roster(self) -> dict[str, Expected]:
        facts = pages.of_kinds(self.session.pk, ROSTER)
        if roster.plan_of(facts) is None:
            # Nobody can come yet: whom the set-up names now.
            opening = DoorOpened(plan_of(self.session))
            facts = [Stamped(1, 0, CLOCK, (), opening)]
        return roster.read(facts)

    def _card(self, person: Expected, user: User) -> dict[str, Any]:
        clinic = self.session.clinic_id
        here = user.memberships.filter(clinic=clinic, active=True).exists()
        # What somebody keeps who has left the clinic is between them and where they went.
        kept = here or user.managed_by_id == clinic
        return {
            "seat": person.seat,
            "name": person.name,
            "role": person.role,
            "function": person.function,
            "legal_name": user.legal_name,
            "preferred_name": user.preferred_name,
            "birth_date": user.birth_date if kept and person.role != "staff" else None,
            "emergency_contact": user.emergency_contact if kept else None,
        }
