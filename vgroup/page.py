"""The web app's one page, at every address that the app itself routes; its files are static."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_safe

MISSING = (
    "The web app is not built. Run `make run`, or `npm ci && npm run build` in frontend/, "
    "then start again."
)


@require_safe
@ensure_csrf_cookie
def page(request: HttpRequest, **_: object) -> HttpResponse:
    """The page that loads the app; with it comes the token its requests must carry."""
    index = settings.BASE_DIR / "frontend" / "dist" / "index.html"
    if not index.is_file():
        return HttpResponse(MISSING, status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse(_text(index, index.stat().st_mtime_ns))


@ensure_csrf_cookie
def nowhere(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The same page for a browser at an address that is not one: the app says so, in its words."""
    wanted = request.method == "GET" and "text/html" in request.headers.get("Accept", "")
    if not wanted or request.path.startswith(settings.STATIC_URL):
        return HttpResponse("Not found.", status=404, content_type="text/plain; charset=utf-8")
    answer = page(request)
    answer.status_code = max(answer.status_code, 404)
    return answer


@lru_cache(maxsize=1)
def _text(index: Path, changed: int) -> str:
    return index.read_text()
