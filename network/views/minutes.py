"""Minutes, written and published by those who keep the steering group's page."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.generic import View

from hub.enums import Permission
from hub.forms.overwriting import watch
from hub.views.access import NeedsPermission
from network.forms.meetings import MinutesForm
from network.models import Meeting
from network.services.meetings import MinutesEmpty, save_minutes


class MinutesView(NeedsPermission, View):
    permission = Permission.EDIT_STEERING_GROUP

    def setup(self, request, pk):
        super().setup(request, pk=pk)
        self.meeting_id = pk

    def meeting(self, *, to_write=False) -> Meeting:
        meetings = Meeting.objects.select_related("node")
        if to_write:
            meetings = meetings.select_for_update(of=("self",))
        return get_object_or_404(meetings, pk=self.meeting_id, node=self.request.node)

    def make_form(self, meeting, data=None) -> MinutesForm:
        form = MinutesForm(data, initial={"summary": meeting.minutes_summary})
        watch(form)
        return form

    def get(self, request, pk):
        meeting = self.meeting()
        return self.show(meeting, self.make_form(meeting))

    @method_decorator(transaction.atomic)
    def post(self, request, pk):
        meeting = self.meeting(to_write=True)
        form = self.make_form(meeting, request.POST)
        if not form.is_valid():
            return self.show(meeting, form)
        publish = "publish" in request.POST
        facts = {"summary": form.cleaned_data["summary"], "by": request.user, "on": timezone.localdate()}
        try:
            save_minutes(meeting=meeting, publish=publish, **facts)
        except MinutesEmpty:
            form.add_error("summary", _("Write what was decided before the minutes are published."))
            return self.show(self.meeting(), form)
        messages.success(request, _("The minutes are published.") if publish else _("The minutes are saved."))
        return redirect("network:member_page")

    def show(self, meeting, form):
        crumbs = [
            (_("Steering group"), reverse("network:steering_group")),
            (_("For members"), reverse("network:member_page")),
            (_("Minutes"), ""),
        ]
        context = {"meeting": meeting, "form": form, "breadcrumbs": crumbs}
        return render(self.request, "network/minutes.html", context)
