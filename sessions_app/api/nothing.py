"""What is at no address of the door: the same answer as for what is not yours."""

from typing import Any

from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.errors import NotFound


class NothingView(APIView):
    """Refuses everything alike."""

    authentication_classes = ()
    permission_classes = ()
    schema = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise NotFound
