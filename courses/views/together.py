"""The answer to a node that wants to hold a session together with this one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from courses.queries import request_to
from courses.services.together import answer_request
from hub.enums import Permission
from hub.views.access import NeedsPermission


class TogetherView(NeedsPermission, View):
    permission = Permission.EDIT_COURSES
    for_national = None

    def asked(self):
        found = request_to(self.request.node, self.kwargs["pk"])
        if found is None:
            raise Http404
        return found

    def get(self, request, pk):
        asked = self.asked()
        context = {
            "asked": asked,
            "session": asked.session,
            "course": asked.session.course,
            "breadcrumbs": [(_("Courses"), reverse("courses:list")), (_("Hold it together"), "")],
        }
        return render(request, "courses/together.html", context)

    def post(self, request, pk):
        accept = "accept" in request.POST
        if accept or "decline" in request.POST:
            answer_request(request=self.asked(), accept=accept, by=request.user, at=timezone.now())
            messages.success(request, self.words(accept))
        return redirect("courses:together", pk)

    def words(self, accept: bool) -> str:
        if accept:
            return _("You hold it together. The session stands on your site once it is announced.")
        return _("You have said no. The session isn't shown on your site.")
