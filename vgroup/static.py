"""Serves static files from the packages and the built web app, without a thread a request."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.http import HttpRequest, HttpResponse
from whitenoise.middleware import WhiteNoiseMiddleware
from whitenoise.responders import StaticFile


class StaticFiles(WhiteNoiseMiddleware):  # type: ignore[misc]  # whitenoise is untyped
    """WhiteNoise's middleware for an asynchronous server.

    WhiteNoise's own is synchronous: every request, static or not, would change threads, and
    Django warns of each file that it streams.
    """

    sync_capable = async_capable = True

    def __init__(self, get_response: Any) -> None:
        super().__init__(get_response)
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> HttpResponse | Awaitable[HttpResponse]:
        """The file at this path, or whatever else answers."""
        file = self._file(request.path_info)
        if file is None:
            answer: HttpResponse | Awaitable[HttpResponse] = self.get_response(request)
            return answer
        if iscoroutinefunction(self):
            return asyncio.to_thread(self.serve, file, request)
        return self.serve(file, request)

    @staticmethod
    def serve(static_file: StaticFile, request: HttpRequest) -> HttpResponse:
        """The file's bytes with WhiteNoise's headers."""
        found = static_file.get_response(request.method, request.META)
        body = b""
        if found.file:
            with found.file:
                body = found.file.read()
        response = HttpResponse(body, status=int(found.status))
        del response.headers["Content-Type"]  # an answer without a file has none
        for name, value in found.headers:
            response.headers[name] = value
        return response

    def _file(self, path: str) -> StaticFile | None:
        file: StaticFile | None = self.find_file(path) if self.autorefresh else self.files.get(path)
        return file
