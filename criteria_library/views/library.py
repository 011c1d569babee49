"""The library as a list, and the page of a product group."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from criteria_library.enums import LEVEL_MEANINGS
from criteria_library.queries.library import (
    begin_with,
    criteria_found,
    criteria_in,
    groups_with_counts,
    library_size,
    recently_changed,
)
from criteria_library.views.addresses import canonical_address
from criteria_library.views.county import County, county_asked_for
from hub.models import ProductGroup
from search.views import Finder, Scope, show_finder

ROWS_ON_A_PAGE = 20
# The word in the address that asks for the whole list.
ALL = "alle"


def criteria_list(request):
    """Starts with the product groups; the list itself comes with a search or a choice."""
    county = county_asked_for(request)
    finder = finder_for(request, county)
    asks = request.GET.keys() & {"q", ALL, "format", *finder.facet_names()}
    if asks or request.htmx:
        return show_finder(request, finder)
    context = {
        **finder.context,
        "finder": finder,
        "groups": groups_with_counts(),
        "total": library_size(),
        "changed": recently_changed(),
        "levels": LEVEL_MEANINGS.items(),
    }
    return render(request, "criteria_library/list.html", context)


def finder_for(request, county: County) -> Finder:
    node = county.node or request.node
    return Finder(
        title=_("Criteria"),
        description=_(
            "Requirements you can use in your purchase today, with documentation, rationale and follow-up."
        ),
        kinds=("criterion",),
        scopes=(Scope(name=ALL),),
        # A criterion is everybody's; what a node adds is a facet of its own.
        hidden=frozenset({"node"}),
        template="criteria_library/found.html",
        hits_template="criteria_library/parts/found.html",
        load=lambda keys: criteria_found(keys, node=node),
        context={
            "canonical_url": canonical_address(request.path, shown_on=request.node),
            "county": county,
        },
        kept=county.kept,
    )


def product_group(request, code):
    group = get_object_or_404(ProductGroup.objects.prefetch_related("cpv_codes"), code=code)
    county = county_asked_for(request)
    node = county.node or request.node
    listed = criteria_in(group, node=node)
    context = {
        "group": group,
        "county": county,
        "breadcrumbs": [*ways_up(group, county.query), (group.name, None)],
        "beginnings": begin_with(group, node=node),
        "subgroups": [row for row in groups_with_counts(under=group) if row[1]],
        # A page number that doesn't exist leads to the nearest that does.
        "page_obj": Paginator(listed, ROWS_ON_A_PAGE).get_page(request.GET.get("page")),
        "canonical_url": canonical_address(request.path, shown_on=request.node),
    }
    return render(request, "criteria_library/group.html", context)


def ways_up(group, query: str) -> list:
    parent = group.get_parent()
    above = [(parent.name, reverse("criteria_library:group", args=[parent.code]) + query)] if parent else []
    return [(_("Criteria"), reverse("criteria_library:list") + query), *above]
