"""What you said at the door of this group the last time, so that you need not write it again."""

import datetime as dt
from typing import ClassVar
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from sessions_app.api.permissions import SessionAction
from sessions_app.api.place import SessionView
from sessions_app.api.problem import REFUSALS
from sessions_app.api.shapes.people import LastAttestationSerializer
from sessions_app.ledger import recent

KEPT = ("state", "location", "callback")


class AttestationView(SessionView):
    """Your own last complete answers in this group, as far as they can be the same again.

    Whether you are alone, sober or driving is about now, and is never remembered.
    """

    may: ClassVar[dict[str, SessionAction]] = {"GET": "see_own_attestation"}
    serializer_class = LastAttestationSerializer

    @extend_schema(responses={200: LastAttestationSerializer, **REFUSALS})
    def get(self, request: Request, pk: UUID) -> Response:
        last = recent.attestation(self.own_seat().code)
        shown = {
            "answers": {name: last.body[name] for name in KEPT} if last else None,
            "at": dt.datetime.fromtimestamp(last.at / 1000, dt.UTC) if last else None,
        }
        return Response(LastAttestationSerializer(shown).data)
