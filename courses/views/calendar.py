"""A calendar to subscribe to: the node's sessions, or the network's, narrowed like the list."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from courses.feeds import subscription
from courses.queries import sessions_in_calendar


@require_safe
@cache_control(public=True, max_age=60 * 60)
def calendar(request):
    now, everywhere = timezone.now(), "nettverk" in request.GET
    sessions = sessions_in_calendar(request.node, at=now, chosen=request.GET, everywhere=everywhere)
    whole = everywhere or request.node.is_national
    name = (
        _("Courses in the whole network") if whole else _("Courses: %(name)s") % {"name": request.node.name}
    )
    text = subscription(sessions, name=name, at=now)
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")
