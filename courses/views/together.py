"""The answer to a node that wants to hold a session together with this one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from courses.models import TogetherRequest
from courses.queries import request_to
from courses.services.together import RequestGone, answer_request
from hub.enums import Permission
from hub.views.access import NeedsPermission


class TogetherView(NeedsPermission, View):
    permission = Permission.EDIT_COURSES
    for_national = None

    def get(self, request, pk):
        asked = request_to(request.node, pk)
        if asked is None:
            raise Http404
        context = {
            "asked": asked,
            "session": asked.session,
            "course": asked.session.course,
            "breadcrumbs": [(_("Courses"), reverse("courses:list")), (_("Hold it together"), "")],
        }
        return render(request, "courses/together.html", context)

    def post(self, request, pk):
        asked, accept = request_to(request.node, pk), "accept" in request.POST
        if asked is None:
            return self.not_asked(pk)
        if accept or "decline" in request.POST:
            try:
                answer_request(request=asked, accept=accept, by=request.user, at=timezone.now())
            except RequestGone:
                return self.taken_back()
            messages.success(request, self.words(accept))
        return redirect("courses:together", pk)

    def not_asked(self, pk):
        if TogetherRequest.objects.filter(pk=pk).exists():
            raise Http404  # another node is
        return self.taken_back()

    def taken_back(self):
        messages.info(self.request, _("The other node no longer asks you to hold this session together."))
        return redirect("courses:list")

    def words(self, accept: bool) -> str:
        if accept:
            return _("You hold it together. The session stands on your site once it is announced.")
        return _("You have said no. The session isn't shown on your site.")
