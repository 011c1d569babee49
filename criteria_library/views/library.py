"""The library as a list, and the page of a product group."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from criteria_library.enums import LEVEL_MEANINGS
from criteria_library.forms.question import read_question
from criteria_library.queries.library import (
    begin_with,
    criteria_listed,
    facets_of,
    groups_with_counts,
    library_size,
    recently_changed,
)
from criteria_library.views.addresses import canonical_address
from hub.models import ProductGroup

ROWS_ON_A_PAGE = 20


def criteria_list(request):
    """Starts with the product groups; the list itself comes with a search or a choice."""
    question = read_question(request.GET)
    choices = question.choices
    wants_list = bool(choices.words or choices.count or "alle" in request.GET)
    groups = groups_with_counts()
    context = {
        "question": question,
        "choices": choices,
        "groups": groups,
        "total": library_size(),
        "canonical_url": canonical_address(request.path, shown_on=request.node),
        "page_obj": None,
    }
    if wants_list:
        context |= {
            "page_obj": page_of(criteria_listed(choices, node=request.node), request),
            "facets": facets_of(choices),
            "chips": chips(request, choices),
        }
    else:
        context |= {"changed": recently_changed(), "levels": LEVEL_MEANINGS.items()}
    return render(request, "criteria_library/list.html", context)


def chips(request, choices) -> list[tuple]:
    """What has been chosen, each with the address that is left when it is taken away."""
    chosen = [("gruppe", choices.group.code, choices.group.name)] if choices.group else []
    chosen += [("bruk", use.value, use.label) for use in choices.uses]
    chosen += [("niva", level.value, level.label) for level in choices.levels]
    chosen += [("tema", theme.code, theme.name) for theme in choices.themes]
    return [(label, address_without(request, name, value)) for name, value, label in chosen]


def address_without(request, name: str, value: str) -> str:
    query = request.GET.copy()
    query.setlist(name, [other for other in query.getlist(name) if other != value])
    query.pop("page", None)
    query.setdefault("alle", "")
    return f"?{query.urlencode()}"


def product_group(request, code):
    group = get_object_or_404(ProductGroup.objects.prefetch_related("cpv_codes"), code=code)
    question = read_question(request.GET, group=group)
    parent = group.get_parent()
    crumbs = [(_("Criteria"), reverse("criteria_library:list"))]
    if parent:
        crumbs.append((parent.name, reverse("criteria_library:group", args=[parent.code])))
    listed = criteria_listed(question.choices, node=request.node)
    context = {
        "group": group,
        "breadcrumbs": [*crumbs, (group.name, None)],
        "beginnings": begin_with(group, node=request.node),
        "subgroups": [row for row in groups_with_counts(under=group) if row[1]],
        "page_obj": page_of(listed, request),
        "canonical_url": canonical_address(request.path, shown_on=request.node),
    }
    return render(request, "criteria_library/group.html", context)


def page_of(rows, request):
    """A page number that doesn't exist leads to the nearest that does."""
    return Paginator(rows, ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
