"""The network for everybody: all nodes, the way to one's own, and how they came about."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hub.collation import sort_key
from hub.enums import NodeStatus, Permission, RolloutPhase
from hub.permissions import has_permission
from network.queries.finding import LONGEST_TEXT, MOST_HITS, find_nodes
from network.queries.overview import count_active, tiles
from network.queries.succession import rollout

PHASE_SEASONS = {RolloutPhase.FIRST: (2008, 2011), RolloutPhase.SECOND: (2009, 2012)}


def nodes(request):
    counties = tiles(on=timezone.localdate())
    places = [place for place in counties if place.is_on_the_map]
    legend = [(f"is-{status.value}", status.label) for status in NodeStatus]
    context = {
        "places": places,
        "rows": sorted(counties, key=lambda place: sort_key(place.name)),
        "active": count_active(counties),
        "may_manage": request.node.is_national
        and has_permission(request.user, Permission.MANAGE_NETWORK, node=request.node),
        "legend": [(css, words) for css, words in legend if any(place.css == css for place in places)],
    }
    return render(request, "network/nodes.html", context)


def find(request):
    """Answers by address, so that a find can be shared and needs no script."""
    text = request.GET.get("q", "").replace("\x00", "").strip()
    found = find_nodes(text, on=timezone.localdate())
    context = {
        "query": text[:LONGEST_TEXT],
        "asked": bool(text),
        "found": found,
        "most_hits": MOST_HITS,
        "breadcrumbs": nodes_crumbs(_("Find your node")),
    }
    return render(request, "network/find.html", context)


def rollout_page(request):
    phases = [(phase, *PHASE_SEASONS[phase], carried) for phase, carried in rollout().items()]
    context = {"phases": phases, "breadcrumbs": nodes_crumbs(_("How the nodes came about"))}
    return render(request, "network/rollout.html", context)


def nodes_crumbs(here: str) -> list[tuple[str, str]]:
    return [(_("Nodes"), reverse("network:nodes")), (here, "")]
