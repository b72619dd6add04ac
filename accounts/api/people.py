"""The people of a clinic, for its staff."""

from typing import Any, ClassVar

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import people, staff_codes
from accounts.api.filters import PeopleFilter
from accounts.api.here import CLINIC, Here
from accounts.api.placed import PlacedView
from accounts.api.problem import REFUSALS
from accounts.api.serializers import (
    CodeSerializer,
    NewPersonSerializer,
    PersonBriefSerializer,
    PersonSerializer,
)
from accounts.errors import NotFound
from accounts.models import Membership, User
from accounts.roles import Action, Role


def of_clinic(place: Here) -> QuerySet[User]:
    """Everyone who has or had a role at the clinic, with these roles as `here`."""
    held = Membership.objects.filter(clinic=place.clinic)
    return User.objects.filter(Exists(held.filter(user=OuterRef("pk")))).prefetch_related(
        Prefetch("memberships", queryset=held, to_attr="here")
    )


class PeopleView(PlacedView, ListAPIView[User]):
    """Everyone at the clinic. Facilitators see names and roles only."""

    may: ClassVar[dict[str, Action]] = {"GET": "list_people", "POST": "edit_people"}
    filterset_class = PeopleFilter
    queryset = User.objects.none()

    def get_queryset(self) -> QuerySet[User]:
        return of_clinic(self.place) if hasattr(self, "place") else User.objects.none()

    def get_serializer_class(self) -> Any:
        if hasattr(self, "place") and not self.place.may("see_person"):
            return PersonBriefSerializer
        return PersonSerializer

    @extend_schema(parameters=[CLINIC], responses={200: PersonSerializer(many=True), **REFUSALS})
    def get(self, request: Request) -> Response:
        self.place.looked_at("people")
        return self.list(request)

    @extend_schema(
        parameters=[CLINIC],
        request=NewPersonSerializer,
        responses={201: PersonSerializer, **REFUSALS},
        description="Open an account that staff issue: it has a sign-in name and no e-mail. "
        "To invite somebody by e-mail, make an invitation.",
    )
    def post(self, request: Request) -> Response:
        sent = NewPersonSerializer(data=request.data, context=self.get_serializer_context())
        sent.is_valid(raise_exception=True)
        details = dict(sent.validated_data)
        user = people.register(self.place.clinic, Role(details.pop("role")), **details)
        return _person(self, user, status=201)


class PersonView(PlacedView):
    """One person of the clinic."""

    may: ClassVar[dict[str, Action]] = {"GET": "see_person", "PATCH": "edit_people"}
    serializer_class = PersonSerializer

    @extend_schema(parameters=[CLINIC], responses={200: PersonSerializer, **REFUSALS})
    def get(self, request: Request, public_id: str) -> Response:
        user = people.person_of(self.place.clinic, public_id)
        self.place.looked_at("person", public_id)
        return _person(self, user)

    @extend_schema(parameters=[CLINIC], responses={200: PersonSerializer, **REFUSALS})
    def patch(self, request: Request, public_id: str) -> Response:
        user = people.person_of(self.place.clinic, public_id)
        sent = PersonSerializer(
            data=request.data, partial=True, context=self.get_serializer_context()
        )
        sent.is_valid(raise_exception=True)
        return _person(self, people.edit(user, self.place.clinic, sent.validated_data))


class DeactivateView(PlacedView):
    """End all roles of a person at the clinic, at once, also in live rooms."""

    may: ClassVar[dict[str, Action]] = {"POST": "edit_people"}
    serializer_class = PersonSerializer

    @extend_schema(parameters=[CLINIC], request=None, responses={200: PersonSerializer, **REFUSALS})
    def post(self, request: Request, public_id: str) -> Response:
        user = people.person_of(self.place.clinic, public_id)
        people.deactivate(user, self.place.clinic, by=self.place.user)
        return _person(self, user)


class RoleView(PlacedView):
    """Give somebody a role at the clinic, or end it."""

    may: ClassVar[dict[str, Action]] = {"PUT": "edit_people", "DELETE": "edit_people"}
    serializer_class = PersonSerializer

    @extend_schema(parameters=[CLINIC], request=None, responses={200: PersonSerializer, **REFUSALS})
    def put(self, request: Request, public_id: str, role: str) -> Response:
        user = people.person_of(self.place.clinic, public_id)
        people.give_role(user, self.place.clinic, _role(role))
        return _person(self, user)

    @extend_schema(parameters=[CLINIC], request=None, responses={200: PersonSerializer, **REFUSALS})
    def delete(self, request: Request, public_id: str, role: str) -> Response:
        user = people.person_of(self.place.clinic, public_id)
        people.end_role_of(user, self.place.clinic, _role(role), by=self.place.user)
        return _person(self, user)


class CodeView(PlacedView):
    """Issue a one-time sign-in code for a participant or guest; it is shown once."""

    may: ClassVar[dict[str, Action]] = {"POST": "issue_code"}
    serializer_class = CodeSerializer

    @extend_schema(parameters=[CLINIC], request=None, responses={201: CodeSerializer, **REFUSALS})
    def post(self, request: Request, public_id: str) -> Response:
        user = people.person_of(self.place.clinic, public_id)
        row, code = staff_codes.issue(
            user, self.place.clinic, by=self.place.user, now=timezone.now()
        )
        self.place.looked_at("sign-in code", public_id)
        shown = {"sign_in": user.sign_in or user.email, "code": code, "expires_at": row.expires_at}
        return Response(CodeSerializer(shown).data, status=201)


def _role(text: str) -> Role:
    try:
        return Role(text)
    except ValueError:
        raise NotFound from None


def _person(view: PlacedView, user: User, status: int = 200) -> Response:
    fresh = of_clinic(view.place).get(pk=user.pk)
    return Response(
        PersonSerializer(fresh, context=view.get_serializer_context()).data, status=status
    )
