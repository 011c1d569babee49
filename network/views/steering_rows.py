"""A promise or a seat on a page of its own, for those who keep the steering group's page."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from hub.enums import Permission
from hub.views.access import NeedsPermission
from network.forms.steering import CommitmentForm, SeatForm
from network.queries.steering import steering_group_of
from network.services.steering import keep_row, remove_row


class SteeringRowView(NeedsPermission, View):
    """Without a number in the address it makes a new one."""

    permission = Permission.EDIT_STEERING_GROUP
    form_class: type[CommitmentForm] | type[SeatForm]
    heading_new: str | Promise
    heading: str | Promise

    def row(self):
        group = steering_group_of(self.request.node)
        if group is None:
            raise Http404
        rows = self.form_class._meta.model._default_manager
        if "pk" in self.kwargs:
            return get_object_or_404(rows, pk=self.kwargs["pk"], steering_group=group)
        return rows.model(steering_group=group)

    def get(self, request, pk=None):
        return self.show(self.form_class(instance=self.row()))

    def post(self, request, pk=None):
        row = self.row()
        if "remove" in request.POST and pk:
            remove_row(row=row, by=request.user, at=timezone.now())
            messages.success(
                request, _("It is removed. The node's manager can bring it back for thirty days.")
            )
            return redirect("network:member_page")
        form = self.form_class(request.POST, instance=row)
        if not form.is_valid():
            return self.show(form)
        keep_row(row=form.save(commit=False), by=request.user)
        messages.success(request, _("Saved. Everybody sees it now."))
        return redirect("network:member_page")

    def show(self, form):
        is_new = form.instance.pk is None
        heading = self.heading_new if is_new else self.heading
        crumbs = [
            (_("Steering group"), reverse("network:steering_group")),
            (_("For members"), reverse("network:member_page")),
            (heading, ""),
        ]
        context = {"form": form, "heading": heading, "is_new": is_new, "breadcrumbs": crumbs}
        return render(self.request, "network/steering_row.html", context)


class CommitmentView(SteeringRowView):
    form_class = CommitmentForm
    heading_new = gettext_lazy("A new promise")
    heading = gettext_lazy("Change the promise")


class SeatView(SteeringRowView):
    form_class = SeatForm
    heading_new = gettext_lazy("A new seat")
    heading = gettext_lazy("Change the seat")
