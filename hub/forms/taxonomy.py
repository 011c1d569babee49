from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from hub.enums import Permission
from hub.models import ProductGroup, TaxonomyProposal
from hub.permissions import has_permission_anywhere


class ProductGroupForm(WagtailAdminModelForm):
    """The place in the tree is chosen as the group above."""

    above = forms.ModelChoiceField(
        ProductGroup.objects.all(),
        label=_("Belongs under"),
        required=False,
        help_text=_("Empty for a group at the top."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["above"]
        field.label_from_instance = lambda group: group.indented_name
        if self.instance.pk:
            within = ProductGroup.get_tree(self.instance) if self.instance.path else []
            field.queryset = field.queryset.exclude(pk__in=[group.pk for group in within])
            parent = self.instance.get_parent()
            field.initial = parent and parent.pk

    def save(self, commit=True):
        above = self.cleaned_data["above"]
        if self.instance.pk is None:
            group = super().save(commit=False)
            (above.add_child if above else ProductGroup.add_root)(instance=group)
            self.save_m2m()
            return group
        group = super().save(commit=commit)
        current = group.get_parent()
        if (above and above.pk) != (current and current.pk):
            self.move(group, above)
        return ProductGroup.objects.get(pk=group.pk)

    def move(self, group, above):
        if above:
            group.move(ProductGroup.objects.get(pk=above.pk), "last-child")
        else:
            group.move(ProductGroup.get_last_root_node(), "last-sibling")


class ProposalForm(WagtailAdminModelForm):
    """A node writes what it wants and why; the national level answers, and says why too."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_answer(self.for_user):
            # A panel that isn't shown still takes what is posted.
            for name in ("answer", "answer_reason"):
                self.fields.pop(name, None)
        elif self.instance.pk:
            for name in ("node", "subject", "proposal", "reason"):
                self.fields[name].disabled = True

    def clean(self):
        cleaned = super().clean()
        answer = cleaned.get("answer", self.instance.answer)
        reason = cleaned.get("answer_reason", self.instance.answer_reason)
        if answer != TaxonomyProposal.Answer.OPEN and not reason.strip():
            self.add_error("answer_reason", _("Say why, so that the node understands the answer."))
        return cleaned

    def save(self, commit=True):
        proposal = self.instance
        if proposal.pk is None:
            proposal.proposed_by = self.for_user
        if "answer" in self.changed_data:
            is_open = proposal.answer == TaxonomyProposal.Answer.OPEN
            proposal.answered_at = None if is_open else timezone.now()
        return super().save(commit=commit)


def may_answer(user) -> bool:
    return has_permission_anywhere(user, Permission.KEEP_TAXONOMY)
