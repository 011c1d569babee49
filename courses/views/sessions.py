from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from courses.feeds import calendar_file
from courses.queries import other_dates, public_session
from hub.enums import Permission
from hub.permissions import has_permission


class OfSession:
    """Loads a session of the node that was asked; on another node's host it does not exist."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()
        self.session = public_session(request.node, kwargs["pk"])
        if self.session is None:
            raise Http404

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            session=self.session,
            course=self.session.course,
            state=self.session.state_at(self.now),
            now=self.now,
            breadcrumbs=self.breadcrumbs(),
            **kwargs,
        )

    def breadcrumbs(self):
        return [
            (_("Courses"), reverse("courses:list")),
            (self.session.course.title, self.session.get_absolute_url()),
        ]


class SessionPage(OfSession, TemplateView):
    template_name = "courses/session.html"

    def get(self, request, *args, **kwargs):
        if kwargs["slug"] != self.session.slug:
            return redirect(self.session.get_absolute_url(), permanent=True)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            other_dates=other_dates(self.session, at=self.now),
            sees_sign_ups=has_permission(self.request.user, Permission.SEE_SIGN_UPS, node=self.session.node),
            **kwargs,
        )

    def breadcrumbs(self):
        return [(_("Courses"), reverse("courses:list")), (self.session.course.title, None)]


class CalendarFile(OfSession, View):
    def get(self, request, *args, **kwargs):
        text = calendar_file(self.session, url=request.node.url(self.session.get_absolute_url()), at=self.now)
        return HttpResponse(
            text,
            content_type="text/calendar; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{self.session.slug}.ics"'},
        )
