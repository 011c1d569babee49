from django.urls import path, register_converter
from django.urls.converters import StringConverter

from criteria_library.views import comparison, criteria, library


class IdentifierConverter(StringConverter):
    """In small letters too: people type them so, and are led on."""

    regex = "[A-Za-z]{2,5}-[0-9]{1,4}"


register_converter(IdentifierConverter, "criterion")

app_name = "criteria_library"
urlpatterns = [
    path("", library.criteria_list, name="list"),
    path("grupper/<slug:code>/", library.product_group, name="group"),
    path("sammenlign/", comparison.compare, name="compare"),
    path("<criterion:identifier>/", criteria.detail, name="detail"),
    path("<criterion:identifier>/v<int:number>/", criteria.version, name="version"),
    path("<criterion:identifier>/v<int:number>/endringer/", criteria.changes, name="changes"),
]
