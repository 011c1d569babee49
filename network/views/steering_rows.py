"""A promise or a seat on a page of its own, for those who keep the steering group's page."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from hub.enums import Permission
from hub.forms.overwriting import watch
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
    add_name: str

    def setup(self, request, pk=None):
        super().setup(request, pk=pk)
        self.row_id = pk

    @property
    def rows(self):
        return self.form_class._meta.model._default_manager

    def row(self, rows):
        """The one of the address, or a new one."""
        group = steering_group_of(self.request.node)
        if group is None:
            raise Http404
        if self.row_id is not None:
            return get_object_or_404(rows, pk=self.row_id, steering_group=group)
        return rows.model(steering_group=group)

    def make_form(self, row, data=None):
        form = self.form_class(data, instance=row)
        if row.pk:
            watch(form)
        return form

    def get(self, request, pk=None):
        return self.show(self.make_form(self.row(self.rows)))

    @method_decorator(transaction.atomic)
    def post(self, request, pk=None):
        if pk and not self.rows.filter(pk=pk).exists():
            return self.removed_meanwhile()
        row = self.row(self.rows.select_for_update())
        if "remove" in request.POST and pk:
            return self.remove(row)
        form = self.make_form(row, request.POST)
        if not form.is_valid():
            return self.show(form)
        keep_row(row=form.save(commit=False), by=request.user)
        messages.success(request, _("Saved. Everybody sees it now."))
        return redirect("network:member_page")

    def remove(self, row):
        remove_row(row=row, by=self.request.user, at=timezone.now())
        said = _("It is removed. The node's manager can bring it back for thirty days.")
        messages.success(self.request, said)
        return redirect("network:member_page")

    def removed_meanwhile(self):
        if "remove" in self.request.POST:
            return redirect("network:member_page")
        self.row_id = None
        form = self.make_form(self.row(self.rows), self.request.POST)
        words = _(
            "Somebody else has removed this. What you typed is kept below: save once more to add it anew."
        )
        form.add_error(None, words)
        return self.show(form, status=409, action=reverse(self.add_name))

    def show(self, form, status=200, **context):
        is_new = form.instance.pk is None
        heading = self.heading_new if is_new else self.heading
        crumbs = [
            (_("Steering group"), reverse("network:steering_group")),
            (_("For members"), reverse("network:member_page")),
            (heading, ""),
        ]
        context |= {"form": form, "heading": heading, "is_new": is_new, "breadcrumbs": crumbs}
        return render(self.request, "network/steering_row.html", context, status=status)


class CommitmentView(SteeringRowView):
    form_class = CommitmentForm
    heading_new = gettext_lazy("A new promise")
    heading = gettext_lazy("Change the promise")
    add_name = "network:commitment_add"


class SeatView(SteeringRowView):
    form_class = SeatForm
    heading_new = gettext_lazy("A new seat")
    heading = gettext_lazy("Change the seat")
    add_name = "network:seat_add"
