"""The base of every view that acts at one clinic."""

from typing import Any, ClassVar

from rest_framework.generics import GenericAPIView
from rest_framework.request import Request

from accounts.api.here import Here, here
from accounts.errors import NotFound
from accounts.roles import Action


class PlacedView(GenericAPIView[Any]):
    """`may` names the action of each method; `place` is where the request stands, once allowed."""

    may: ClassVar[dict[str, Action]]
    place: Here

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        # What answers a GET answers a HEAD.
        action = self.may.get("GET" if request.method == "HEAD" else request.method or "")
        if action:
            self.place = here(request, action)
        if any("\0" in str(part) for part in kwargs.values()):
            raise NotFound  # no code has one, and PostgreSQL takes no such text

    def get_serializer_context(self) -> dict[str, Any]:
        context = dict(super().get_serializer_context())
        if hasattr(self, "place"):
            context["clinic"] = self.place.clinic
        return context
