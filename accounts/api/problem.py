"""Turns every refusal into application/problem+json (RFC 9457), with the codes of the sockets.

Other packages teach it their own errors: `coded[TheirError] = status_of_a_code`; such an error
has a `code` and a `message`.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from django.http import Http404
from rest_framework import exceptions, serializers
from rest_framework.response import Response
from rest_framework.views import set_rollback

from accounts.errors import AccountError

CONTENT_TYPE = "application/problem+json"

STATUSES = {
    "not_found": 404,
    "not_permitted": 403,
    "invalid": 400,
    "sign_in_refused": 401,
    "second_factor_due": 403,
}
TITLES = {
    400: "This can not be used as it is",
    401: "Sign in first",
    403: "Not permitted",
    404: "Nothing here",
    405: "Not possible here",
    409: "Not now",
    413: "Too large",
    415: "Not in this form",
    422: "This makes no sense as it stands",
    429: "Too much at once",
    503: "Busy",
}
# The codes of what the framework itself refuses.
FRAMEWORK: dict[type[exceptions.APIException], str] = {
    exceptions.ParseError: "malformed",
    exceptions.AuthenticationFailed: "not_signed_in",
    exceptions.NotAuthenticated: "not_signed_in",
    exceptions.PermissionDenied: "not_permitted",
    exceptions.NotFound: "not_found",
    exceptions.MethodNotAllowed: "method_not_allowed",
    exceptions.NotAcceptable: "not_acceptable",
    exceptions.UnsupportedMediaType: "unsupported_media_type",
    exceptions.Throttled: "too_fast",
}


def status_of(code: str) -> int:
    """The HTTP status of an AccountError's code; whatever is not named is a conflict."""
    return STATUSES.get(code, 409)


coded: dict[type[Exception], Callable[[str], int]] = {AccountError: status_of}


class ProblemSerializer(serializers.Serializer[Any]):
    """What a refusal looks like; `fields` names what is wrong with which field."""

    type = serializers.CharField(help_text="urn:vgroup:problem:<code>")
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField(help_text="Stable; the same as on the socket.")
    detail = serializers.CharField(help_text="A sentence that says what to do next.")
    fields = serializers.DictField(  # type: ignore[assignment]
        child=serializers.ListField(child=serializers.CharField()), required=False
    )


# For extend_schema: what any signed-in request may be answered with.
REFUSALS = {(status, CONTENT_TYPE): ProblemSerializer for status in (400, 401, 403, 404, 409, 429)}


def handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """REST_FRAMEWORK's EXCEPTION_HANDLER; an unknown error is left to become a 500."""
    answer = _answer(error)
    if answer is not None:
        set_rollback()
    return answer


def problem(status: int, code: str, detail: str, fields: Any = None) -> Response:
    """One refusal."""
    body = document(status, code, detail, fields)
    answer = Response(body, status=status, content_type=CONTENT_TYPE)
    if status == 503:
        answer["Retry-After"] = "1"
    return answer


def document(status: int, code: str, detail: str, fields: Any = None) -> dict[str, Any]:
    """What a refusal says."""
    body: dict[str, Any] = {
        "type": f"urn:vgroup:problem:{code}",
        "title": TITLES.get(status, "Not possible"),
        "status": status,
        "code": code,
        "detail": detail,
    }
    if fields:
        body["fields"] = fields
    return body


def _answer(error: Exception) -> Response | None:
    for kind, status_of_code in coded.items():
        if isinstance(error, kind):
            code, message = error.code, error.message  # type: ignore[attr-defined]
            return problem(status_of_code(code), code, message)
    if isinstance(error, Http404):
        error = exceptions.NotFound()
    elif isinstance(error, DjangoPermissionDenied):
        error = exceptions.PermissionDenied()
    if isinstance(error, exceptions.ValidationError):
        return problem(400, "invalid", "Correct the fields that are named.", _fields(error.detail))
    if isinstance(error, exceptions.APIException):
        return _framework(error)
    return None


def _framework(error: exceptions.APIException) -> Response:
    code = next((code for kind, code in FRAMEWORK.items() if isinstance(error, kind)), "refused")
    answer = problem(error.status_code, code, str(error.detail))
    if header := getattr(error, "auth_header", None):
        answer["WWW-Authenticate"] = header
    if wait := getattr(error, "wait", None):
        answer["Retry-After"] = f"{wait:.0f}"
    return answer


def _fields(detail: Any, path: str = "") -> dict[str, list[str]]:
    if isinstance(detail, dict):
        found: dict[str, list[str]] = {}
        for name, part in detail.items():
            found |= _fields(part, f"{path}.{name}" if path else str(name))
        return found
    if isinstance(detail, list) and any(isinstance(part, dict | list) for part in detail):
        return _fields(dict(enumerate(detail)), path)
    sentences = detail if isinstance(detail, list) else [detail]
    return {path or "body": [str(sentence) for sentence in sentences]}
