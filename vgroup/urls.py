"""Every address of the HTTP door."""

from django.contrib import admin
from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from sessions_app.api.nothing import NothingView
from vgroup.page import page

# Everything on this page comes from this server, and no script stands in it: the policy of
# `vgroup.security` allows neither.
docs = SpectacularSwaggerSplitView.as_view(template_name="vgroup/docs.html")

handler404 = "vgroup.page.nowhere"

urlpatterns = [
    path("", page, name="page"),
    path("rooms/<uuid:session>", page),
    re_path(r"^(?:account|audit|groups|people|sessions)(?:/.*)?$", page),
    path("admin/", admin.site.urls),
    path("_allauth/", include("allauth.headless.urls")),
    path("api/v1/", include("accounts.api.urls")),
    path("api/v1/", include("sessions_app.api.urls")),
    path("api/v1/schema", SpectacularAPIView.as_view(), name="schema"),
    path("api/v1/docs", docs, name="docs"),
    path("api/<path:rest>", NothingView.as_view()),
]
