from django.utils import timezone
from django.utils.translation import gettext as _

from courses.documents import HELD
from courses.queries import sessions_found
from search.enums import Sort
from search.views import Finder, Scope, show_finder

SOONEST_FIRST = (Sort.SOONEST, Sort.RELEVANCE, Sort.TITLE)
LATEST_FIRST = (Sort.NEWEST, Sort.RELEVANCE, Sort.TITLE)


def session_list(request):
    """The node's coming sessions; `?nettverk` widens to every node, `?tidligere` looks back."""
    now = timezone.now()
    past = "tidligere" in request.GET
    finder = Finder(
        title=_("Courses held earlier") if past else _("Courses and gatherings"),
        lead="" if past else _("For those who buy, lead, decide or sell. Taking part is free."),
        description=_(
            "Coming courses, gatherings and dialogue conferences on sustainable procurement,"
            " from %(name)s and the whole network."
        )
        % {"name": request.node.name},
        kinds=("session",),
        scopes=scopes_of(request.node, today=timezone.localdate(now)),
        hidden=frozenset({"node"}),
        hits_template="courses/parts/found.html",
        empty_template="courses/parts/nothing_yet.html",
        load=sessions_found,
        context={"now": now, "past": past, "breadcrumbs": [(_("Courses"), None)]},
    )
    return show_finder(request, finder)


def scopes_of(node, *, today) -> tuple[Scope, ...]:
    coming = {"earliest": today, "sorts": SOONEST_FIRST}
    network = Scope(label=_("The whole network"), name="" if node.is_national else "nettverk", **coming)
    held = Scope(label=_("Held earlier"), name="tidligere", facets={"seats": (HELD,)}, sorts=LATEST_FIRST)
    if node.is_national:
        return (network, held)
    own = Scope(label=node.name, facets={"organiser": (str(node.pk),)}, **coming)
    return (own, network, held)
