"""What is done to the criteria that an editor has ticked in the list."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.widgets import AdminDateInput
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from criteria_library.models import Criterion
from criteria_library.services.upkeep import plan_review, reassign_owner


class OwnerForm(forms.Form):
    owner_role = forms.CharField(
        label=_("New owner (role)"), max_length=80, help_text=_("A role, not a name: “Head of textiles”.")
    )


class ReviewForm(forms.Form):
    on = forms.DateField(label=_("Next review"), widget=AdminDateInput)

    def clean_on(self):
        if self.cleaned_data["on"] < timezone.localdate():
            raise forms.ValidationError(_("The day has passed. Choose one that comes."))
        return self.cleaned_data["on"]


class CriteriaBulkAction(SnippetBulkAction):
    models = [Criterion]
    template_name = "criteria_library/admin/bulk.html"

    @classmethod
    def get_queryset(cls, model, object_ids):
        return list(model.objects.filter(pk__in=object_ids).prefetch_related("texts").order_by("identifier"))

    def check_perm(self, criterion):
        return self.permission_policy.user_has_permission_for_instance(self.request.user, "change", criterion)

    @classmethod
    def execute_action(cls, objects, **context):
        action = context["self"]
        return cls.act(objects, action.cleaned_form.cleaned_data, action.request.user), 0

    def get_success_message(self, count, _children):
        return ngettext("%(count)d criterion is changed.", "%(count)d criteria are changed.", count) % {
            "count": count
        }


class ReassignOwner(CriteriaBulkAction):
    display_name = _("New owner")
    aria_label = _("Give the chosen criteria a new owner")
    action_type = "new_owner"
    form_class = OwnerForm
    action_priority = 10

    @staticmethod
    def act(criteria, chosen, by):
        return reassign_owner(criteria=criteria, owner_role=chosen["owner_role"], by=by)


class PlanReview(CriteriaBulkAction):
    display_name = _("Next review")
    aria_label = _("Set the day of the next review of the chosen criteria")
    action_type = "next_review"
    form_class = ReviewForm
    action_priority = 20

    @staticmethod
    def act(criteria, chosen, by):
        return plan_review(criteria=criteria, on=chosen["on"], by=by)
