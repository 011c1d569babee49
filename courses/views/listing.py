from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from courses.queries import by_month, sessions_listed

ON_A_PAGE = 50


class SessionList(TemplateView):
    """The node's coming sessions; `?nettverk` widens to every node, `?tidligere` looks back."""

    template_name = "courses/session_list.html"

    def get_context_data(self, **kwargs):
        node, now = self.request.node, timezone.now()
        everywhere, past = "nettverk" in self.request.GET, "tidligere" in self.request.GET
        sessions = sessions_listed(node, at=now, everywhere=everywhere, past=past)
        page = Paginator(sessions, ON_A_PAGE).get_page(self.request.GET.get("side"))
        return super().get_context_data(
            page=page,
            months=by_month(page.object_list),
            views=self.views(node, now, everywhere, past),
            everywhere=everywhere or node.is_national,
            past=past,
            now=now,
            breadcrumbs=[(_("Courses"), None)],
            **kwargs,
        )

    def views(self, node, now, everywhere, past) -> list[dict]:
        """The ways to look at the calendar, each with how many it holds."""
        rows = [] if node.is_national else [(node.name, "", False, False)]
        rows += [
            (_("The whole network"), "" if node.is_national else "?nettverk", True, False),
            (
                _("Held earlier"),
                "?tidligere" if node.is_national or not everywhere else "?nettverk&tidligere",
                everywhere,
                True,
            ),
        ]
        everywhere = everywhere or node.is_national
        return [
            {
                "label": label,
                "url": query or self.request.path,
                "count": sessions_listed(node, at=now, everywhere=wide, past=back).count(),
                "current": (wide or node.is_national, back) == (everywhere, past),
            }
            for label, query, wide, back in rows
        ]
