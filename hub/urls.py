"""Every address. The rooms above are named by string only, so that the floor imports none of them."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from hub.views.about import about
from hub.views.health import healthz, readyz
from hub.views.style_guide import style_guide

hub_patterns = (
    [
        path("om-oss/", about, name="about"),
        path("stil/", style_guide, name="style_guide"),
    ],
    "hub",
)

handler400 = "hub.views.errors.bad_request"
handler500 = "hub.views.errors.server_error"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("admin/", include(wagtailadmin_urls)),
    path("dokumenter/", include(wagtaildocs_urls)),
    path("konto/", include("allauth.account.urls")),
    path("kriterier/", include("criteria_library.urls")),
    path("kurs/", include("courses.urls")),
    path("eksempler/", include("good_examples.urls")),
    path("sok/", include("search.urls")),
    path("", include("network.urls")),
    path("", include(hub_patterns)),
    path("", include(wagtail_urls)),
]
