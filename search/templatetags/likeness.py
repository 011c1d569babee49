"""{% like_this kind="criterion" key=criterion.pk %}: others that are like the one on the page."""

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from search.queries import viewer_for
from search.queries.likeness import Likeness, like_this
from search.views.hits import Names, show_hits

register = template.Library()


@register.inclusion_tag("search/like_this.html", takes_context=True, name="like_this")
def like_this_one(context, *, kind, key, heading, coming=False, query=""):
    """`coming` leaves out what lies behind us; `query` goes along in the links."""
    request = context["request"]
    likeness = Likeness(
        viewer=viewer_for(request.user),
        language=get_language() or "nb",
        node_id=request.node.pk,
        earliest=timezone.localdate() if coming else None,
    )
    hits = like_this(kind, key, likeness)
    shown = show_hits(Names.of_hits(hits, likeness.language), request)
    return {"hits": shown, "heading": heading, "query": query}
