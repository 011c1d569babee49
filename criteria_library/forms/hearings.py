import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from criteria_library.forms.proposals import DATE
from criteria_library.forms.uploads import FilesField
from criteria_library.models import Draft, Hearing
from hub.forms.choices import RowsField
from hub.validators import validate_kept_email

WEEKS_OPEN = 6
MOST_INVITED = 500


class DraftsField(RowsField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, draft):
        return str(draft.criterion)


class InvitedField(forms.CharField):
    """One body a line: name and e-mail, as people write them in a letter's head or a spreadsheet."""

    widget = forms.Textarea(attrs={"rows": 5, "spellcheck": "false"})

    def __init__(self, **options):
        words = _(
            "One body a line, with its e-mail at the end: A suppliers' association, post@textile.example"
        )
        super().__init__(
            **{
                "label": _("Invited bodies"),
                "required": False,
                "help_text": words,
                "max_length": 40_000,
                **options,
            }
        )

    def clean(self, value):
        lines = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST_INVITED:
            raise ValidationError(_("Invite at most 500 bodies at a time."), code="too_many")
        return [self.invited(number, line) for number, line in enumerate(lines, 1)]

    def invited(self, number: int, line: str) -> tuple[str, str]:
        *name, email = line.replace(";", " ").replace("<", " ").replace(">", " ").replace("\t", " ").split()
        try:
            validate_kept_email(email)
        except ValidationError as fault:
            told = {"number": number, "line": line[:80]}
            raise ValidationError(
                _("Line %(number)s has no e-mail address at its end: %(line)s") % told, code="email"
            ) from fault
        return " ".join(name).strip(" ,–-")[:120] or email[:120], email


class HearingForm(forms.ModelForm):
    drafts = DraftsField(
        queryset=Draft.objects.none(),
        label=_("Drafts"),
        error_messages={"required": _("Choose at least one draft to send out.")},
    )
    opens_date = forms.DateField(label=_("Opens"), widget=DATE, initial=timezone.localdate)
    deadline_date = forms.DateField(
        label=_("Deadline"),
        widget=DATE,
        help_text=_("The hearing is open to the end of this day, Norwegian time."),
    )
    invited = InvitedField()
    documents = FilesField(label=_("Hearing documents"))

    class Meta:
        model = Hearing
        fields = ["title", "language", "introduction"]
        widgets = {"introduction": forms.Textarea(attrs={"rows": 6, "maxlength": 5000})}
        help_texts = {"introduction": _("Why these drafts, and what you want to hear about.")}
        error_messages = {
            "title": {"required": _("Give the hearing a title.")},
            "introduction": {"required": _("Say what the hearing is about.")},
        }

    field_order = [
        "title",
        "language",
        "introduction",
        "drafts",
        "opens_date",
        "deadline_date",
        "documents",
        "invited",
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["drafts"].queryset = Draft.objects.open().with_story()
        self.fields["deadline_date"].initial = timezone.localdate() + datetime.timedelta(weeks=WEEKS_OPEN)


class ExtendForm(forms.Form):
    deadline_date = forms.DateField(
        label=_("New deadline"), widget=DATE, help_text=_("A deadline only moves to a later day.")
    )


class InviteForm(forms.Form):
    invited = InvitedField(required=True)


class RewordForm(forms.ModelForm):
    """Title and introduction of a hearing that is out."""

    seen = forms.CharField(widget=forms.HiddenInput)

    class Meta:
        model = Hearing
        fields = ["title", "introduction"]
        widgets = HearingForm.Meta.widgets
        error_messages = HearingForm.Meta.error_messages
