"""What leaves the server beside its content: response headers, and cache keys without names."""

import hashlib
import hmac
from collections.abc import Awaitable, Callable
from typing import cast

from asgiref.sync import iscoroutinefunction
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import sync_and_async_middleware

Sync = Callable[[HttpRequest], HttpResponse]
Async = Callable[[HttpRequest], Awaitable[HttpResponse]]

HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'self'",
            "img-src 'self' data:",
            "media-src 'self' blob: mediastream:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    ),
    "Permissions-Policy": "camera=(self), microphone=(self), display-capture=(self), "
    "fullscreen=(self), geolocation=(), payment=(), usb=()",
    # Clinical pages must not stay in a shared browser's cache; static files set their own rule.
    "Cache-Control": "no-store",
}


@sync_and_async_middleware
def headers(get_response: Sync | Async) -> Sync | Async:
    """Give every response that does not say otherwise the strict headers above."""
    if iscoroutinefunction(get_response):

        async def answer_async(request: HttpRequest) -> HttpResponse:
            return _with_headers(await cast(Async, get_response)(request))

        return answer_async

    def answer(request: HttpRequest) -> HttpResponse:
        return _with_headers(cast(Sync, get_response)(request))

    return answer


def opaque_cache_key(key: str, key_prefix: str, version: int) -> str:
    """A cache key that tells Redis nothing: rate limits are kept by address and by account."""
    text = f"{version}:{key}".encode()
    digest = hmac.new(settings.SECRET_KEY.encode(), text, hashlib.sha256).hexdigest()
    return f"{key_prefix}:{digest}"


def _with_headers(response: HttpResponse) -> HttpResponse:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
