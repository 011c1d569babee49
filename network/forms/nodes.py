"""What a national administrator types to make a node. The rules themselves are `create_node`'s."""

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from hub.collation import sort_key
from hub.enums import Language, NodeStatus, NodeTheme, RolloutPhase
from hub.models import County, Node, Organisation
from hub.services.nodes import NodeSpec

STATUSES_TO_BEGIN_WITH = [NodeStatus.PLANNED, NodeStatus.LAUNCHING, NodeStatus.ACTIVE]


class BodyChoiceField(forms.ModelChoiceField):
    """Bodies with their county, since two municipalities may have one name."""

    def label_from_instance(self, body):
        return f"{body.name} ({body.county.name})"


class NodeForm(forms.Form):
    county = forms.ModelChoiceField(
        County.objects.none(), label=_("County"), empty_label=_("Choose a county")
    )
    slug = forms.CharField(
        label=_("Short name in addresses"),
        max_length=40,
        help_text=_(
            "Small letters a to z, digits and hyphens, like “more-og-romsdal”. It can't be changed later."
        ),
        validators=[
            RegexValidator(
                r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
                _("Use only the letters a to z, digits and single hyphens between them."),
            )
        ],
    )
    name = forms.CharField(
        label=_("Name"), max_length=80, help_text=_("As on the front page, like “Knutepunkt Troms”.")
    )
    tagline = forms.CharField(label=_("Line under the name"), max_length=120, required=False)
    host_organisation = BodyChoiceField(
        Organisation.objects.select_related("county"),
        label=_("Host organisation"),
        empty_label=_("Choose who runs the node"),
        help_text=_("A body that is not in the list must be registered first."),
    )
    status = forms.ChoiceField(
        label=_("Status"), choices=[(status.value, status.label) for status in STATUSES_TO_BEGIN_WITH]
    )
    launched_date = forms.DateField(
        label=_("Launched"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    phase = forms.TypedChoiceField(
        label=_("Rollout phase"),
        choices=[("", _("Not in a phase")), *RolloutPhase.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    main_language = forms.ChoiceField(label=_("Main language"), choices=Language.choices)
    other_languages = forms.MultipleChoiceField(
        label=_("Other languages"),
        choices=Language.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    theme = forms.ChoiceField(label=_("Colour"), choices=NodeTheme.choices)
    contact_role = forms.CharField(label=_("Contact (role)"), max_length=80, required=False)
    contact_email = forms.EmailField(label=_("E-mail"), required=False)
    contact_phone = forms.CharField(label=_("Telephone"), max_length=30, required=False)

    def __init__(self, *args, on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["county"].queryset = County.objects.in_force(on)
        hosts = self.fields["host_organisation"]
        rows = sorted(hosts.queryset, key=lambda body: sort_key(body.name))
        hosts.choices = [
            ("", hosts.empty_label),
            *[(body.pk, hosts.label_from_instance(body)) for body in rows],
        ]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("main_language") in cleaned.get("other_languages", []):
            self.add_error("other_languages", _("Choose languages other than the main one."))
        return cleaned

    @property
    def spec(self) -> NodeSpec:
        return NodeSpec(**self.cleaned_data)

    def add_reasons(self, reasons: dict[str, str]) -> None:
        for name, reason in reasons.items():
            self.add_error(name if name in self.fields else None, reason)


class CloseNodeForm(forms.Form):
    """Closing asks for the node's name once more, so that it doesn't happen by a slip of the hand."""

    name = forms.CharField(label=_("Write the node's name to close it"), max_length=80)

    def __init__(self, *args, node: Node, **kwargs):
        self.node = node
        super().__init__(*args, **kwargs)

    def clean_name(self):
        name = self.cleaned_data["name"].strip()
        if name.casefold() != self.node.name.casefold():
            raise forms.ValidationError(_("That is not the node's name. Write it as it stands above."))
        return name
