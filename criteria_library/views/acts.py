"""What an approver does with a published criterion besides publishing: keep it, or withdraw it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from criteria_library.enums import Status
from criteria_library.forms.editing import KeepForm, WithdrawForm
from criteria_library.models import Criterion
from criteria_library.services.publishing import check_and_keep, withdraw


class Act(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    model = Criterion
    permission_required = "approve"
    template_name = "criteria_library/admin/act.html"
    header_icon = "list-ul"
    unpublish_url_name = edit_url_name = history_url_name = index_url_name = usage_url_name = None

    def setup(self, request, pk, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.object = get_object_or_404(Criterion.objects.prefetch_related("texts"), pk=pk)

    def dispatch(self, request, *args, **kwargs):
        if self.object.status != Status.PUBLISHED:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return {"role": self.object.owner_role}

    def get_breadcrumbs_items(self):
        listing = {"url": self.listing(), "label": Criterion._meta.verbose_name_plural.capitalize()}
        return [*self.breadcrumbs_items, listing, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, submit_label=self.submit_label, back_url=self.listing())

    def listing(self):
        return reverse(Criterion.snippet_viewset.get_url_name("list"))

    def form_valid(self, form):
        self.act(form.cleaned_data)
        messages.success(self.request, self.done % {"identifier": self.object.identifier})
        return redirect(self.listing())


class Keep(Act):
    form_class = KeepForm
    page_title = _("Checked and kept")
    submit_label = _("Say that it was checked and kept")
    done = _("%(identifier)s is marked as checked and kept.")

    def act(self, chosen):
        check_and_keep(
            criterion=self.object,
            by=self.request.user,
            role=chosen["role"],
            note=chosen["note"],
            on=timezone.localdate(),
        )


class Withdraw(Act):
    """At the address of Wagtail's “Unpublish”, which would take the text from those who cited it."""

    form_class = WithdrawForm
    page_title = _("Withdraw")
    submit_label = _("Withdraw the criterion")
    done = _("%(identifier)s is withdrawn. It stays readable with a banner.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "criterion": self.object}

    def act(self, chosen):
        withdraw(
            criterion=self.object,
            by=self.request.user,
            role=chosen["role"],
            reason=chosen["reason"],
            successor=chosen["successor"],
            on=timezone.localdate(),
        )
