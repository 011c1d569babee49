from django import forms
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import ProposalAnswer, ProposalKind
from criteria_library.forms.editing import IdentifierField
from criteria_library.models import Criterion, Proposal
from criteria_library.models.criteria import IDENTIFIER
from hub.enums import Permission
from hub.models import ProductGroup
from hub.permissions import nodes_with_permission

LONGEST = 5000
DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ProposalForm(forms.ModelForm):
    """One form for both kinds: with an identifier it is a change, without one it is something new."""

    criterion = IdentifierField(
        label=_("Which criterion should change?"),
        required=False,
        help_text=_("Its identifier, like TEX-004. Leave it empty to propose a new criterion."),
    )

    class Meta:
        model = Proposal
        fields = ["criterion", "product_group", "title", "reason", "suggested_text", "node"]
        labels = {
            "product_group": _("Product group of a new criterion"),
            "title": _("What you propose, in one line"),
            "reason": _("Why"),
            "suggested_text": _("How the requirement could be worded"),
            "node": _("On behalf of"),
        }
        help_texts = {
            "reason": _(
                "What goes wrong today, or what could be better. "
                "If it is taken up, all can read this, without your name."
            ),
            "node": _("Leave it empty to send it in your own name."),
        }
        widgets = {
            "reason": forms.Textarea(attrs={"rows": 5, "maxlength": LONGEST}),
            "suggested_text": forms.Textarea(attrs={"rows": 6, "maxlength": LONGEST}),
        }
        error_messages = {
            "title": {"required": _("Say in one line what you propose.")},
            "reason": {"required": _("Say why, so that those who answer can weigh it.")},
        }

    field_order = ["criterion", "product_group", "title", "reason", "suggested_text", "node"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["criterion"].queryset = Criterion.objects.published()
        self.fields["product_group"].queryset = ProductGroup.objects.all()
        self.fields["product_group"].empty_label = "–"
        for name in ("reason", "suggested_text"):
            self.fields[name].max_length = LONGEST
        nodes = nodes_with_permission(user, Permission.EDIT_LOCAL_NOTES)
        self.fields["node"].queryset, self.fields["node"].empty_label = nodes, "–"
        if not nodes.exists():
            del self.fields["node"]

    def clean_product_group(self):
        group = self.cleaned_data["product_group"]
        if group and group.withdrawn_date:
            raise forms.ValidationError(
                _("The product group “%(name)s” is no longer used. Choose another.") % {"name": group.name}
            )
        return group

    def clean(self):
        cleaned = super().clean()
        for name in ("reason", "suggested_text"):
            if len(cleaned.get(name) or "") > LONGEST:
                self.add_error(name, _("Shorten the text to 5,000 characters."))
        untold = not {"criterion", "product_group"} & set(self.errors)
        if untold and not cleaned.get("criterion") and not cleaned.get("product_group"):
            self.add_error("product_group", _("Choose where a new criterion belongs."))
        self.instance.kind = ProposalKind.CHANGE if cleaned.get("criterion") else ProposalKind.NEW
        return cleaned


class ProposalAnswerForm(forms.Form):
    answer = forms.ChoiceField(
        label=_("Answer"),
        choices=[(value.value, value.label) for value in ProposalAnswer if value != ProposalAnswer.OPEN],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether it is taken up.")},
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Whoever proposed it gets this by e-mail."),
        error_messages={"required": _("Say why. Whoever proposed it reads this.")},
    )
    planned_date = forms.DateField(label=_("Planned to be published"), required=False, widget=DATE)
    identifier = forms.RegexField(
        IDENTIFIER,
        label=_("Identifier of the new criterion"),
        required=False,
        help_text=_("Two to five letters, a hyphen and digits, like TEX-004. It never changes."),
        error_messages={"invalid": _("Write two to five letters, a hyphen and digits, like TEX-004.")},
    )
    owner_role = forms.CharField(
        label=_("Owner (role)"),
        max_length=80,
        required=False,
        help_text=_("Who answers for it, as a role: “Head of textiles”."),
    )

    def __init__(self, *args, proposal: Proposal, **kwargs):
        super().__init__(*args, **kwargs)
        if proposal.criterion:
            del self.fields["identifier"], self.fields["owner_role"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("answer") == ProposalAnswer.ACCEPTED and "identifier" in self.fields:
            for name, told in (
                ("identifier", _("Give the new criterion its identifier.")),
                ("owner_role", _("Say who will own it.")),
            ):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, told)
        return cleaned

    @property
    def takes_it_up(self) -> bool:
        return self.cleaned_data["answer"] == ProposalAnswer.ACCEPTED
