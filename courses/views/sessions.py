from django.contrib import messages
from django.contrib.admin.utils import quote
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView, View

from courses.enums import SessionStatus
from courses.feeds import calendar_file
from courses.models import Session
from courses.queries import documents_of, other_dates, public_session, session_seen_by
from courses.services.announcing import announce_session
from hub.addresses import at_hub, plain_reverse
from hub.enums import Permission
from hub.permissions import has_permission
from hub.views.access import demand


class OfSession:
    """Loads a session of the node that was asked; on another node's host it does not exist."""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.now = timezone.now()
        self.session = self.find(request, kwargs["pk"])
        if self.session is None:
            raise Http404

    def find(self, request, pk):
        return public_session(request.node, pk)

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
            (self.session.course.title, self.session.get_absolute_url(), self.session.course.language),
        ]


class SessionPage(OfSession, TemplateView):
    """For those who plan the node's courses a draft too, as it will be, with a button that announces it."""

    template_name = "courses/session.html"

    def find(self, request, pk):
        return session_seen_by(request.user, request.node, pk)

    def get(self, request, *args, **kwargs):
        if self.is_draft:
            demand(request, Permission.EDIT_COURSES, node=request.node)
        if kwargs["slug"] != self.session.slug:
            return redirect(self.session.get_absolute_url(), permanent=not self.is_draft)
        response = super().get(request, *args, **kwargs)
        if self.is_draft:
            response.headers["Cache-Control"] = "private, no-store"
        return response

    def post(self, request, *args, **kwargs):
        demand(request, Permission.EDIT_COURSES, node=request.node)
        announce_session(session=self.session, by=request.user)
        messages.success(request, _("The session is announced. Everybody sees it now."))
        return redirect(self.session.get_absolute_url())

    @property
    def is_draft(self) -> bool:
        return self.session.status == SessionStatus.DRAFT

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            edit_url=edit_url(self.session) if self.is_draft else "",
            documents=documents_of(self.session.course),
            other_dates=other_dates(self.session, at=self.now),
            sees_sign_ups=has_permission(self.request.user, Permission.SEE_SIGN_UPS, node=self.session.node),
            **kwargs,
        )

    def breadcrumbs(self):
        return [(_("Courses"), reverse("courses:list")), (self.session.course.title, None)]


def edit_url(session: Session) -> str:
    name = Session.snippet_viewset.get_url_name("edit")
    return at_hub(plain_reverse(name, args=[quote(session.pk)]))


class CalendarFile(OfSession, View):
    def get(self, request, *args, **kwargs):
        text = calendar_file(self.session, at=self.now)
        return HttpResponse(
            text,
            content_type="text/calendar; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{self.session.slug}.ics"'},
        )
