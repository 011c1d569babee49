from django import forms
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import CommenterRole, CommentOutcome
from criteria_library.forms.uploads import FilesField
from criteria_library.models import Comment, Hearing
from criteria_library.queries.differences import label_of
from hub.forms.strangers import StrangersForm

LONGEST = 10_000
WHOLE = ""


class CommentForm(forms.ModelForm, StrangersForm):
    """Signed in, a person needs no e-mail here; without an account it is what confirms the comment."""

    about = forms.ChoiceField(label=_("What is it about?"), required=False)
    role = forms.ChoiceField(
        label=_("You comment as"),
        choices=CommenterRole,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whom you speak for.")},
    )
    attachments = FilesField(label=_("Attachments"))

    class Meta:
        model = Comment
        fields = ["text", "role", "name", "organisation", "email", "shows_name"]
        labels = {"text": _("Your comment"), "name": _("Your name")}
        help_texts = {
            "text": _("What should be different, and why. Give the wording you would like, if you have one."),
            "email": _("We send a link to confirm the comment. The address is never shown."),
            "shows_name": _("Without this, readers see only whom you speak for: “A supplier”."),
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 8, "maxlength": LONGEST}),
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "organisation": forms.TextInput(attrs={"autocomplete": "organization"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        error_messages = {"text": {"required": _("Write your comment.")}}

    field_order = ["about", "text", "role", "attachments", "name", "organisation", "email", "shows_name"]

    def __init__(self, *args, hearing: Hearing, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.parts = parts_of(hearing)
        self.fields["about"].choices = choices(self.parts)
        self.instance.hearing = hearing
        if user.is_authenticated:
            del self.fields["email"]
            self.fields["name"].initial = user.name
            self.fields["organisation"].initial = user.organisation or ""
            return
        email = self.fields["email"]
        email.required = True
        email.error_messages |= {
            "required": _("Write your e-mail address, so that you can confirm the comment."),
            "invalid": _("Write the e-mail address like this: name@municipality.no."),
        }

    def clean_text(self):
        text = self.cleaned_data["text"]
        if len(text) > LONGEST:
            raise forms.ValidationError(
                _("Shorten the comment to 10,000 characters, or put the rest in an attachment.")
            )
        return text

    def clean(self):
        cleaned = super().clean()
        heard, field = self.parts.get(cleaned.get("about", WHOLE), (None, "", ""))[:2]
        self.instance.heard_draft, self.instance.field = heard, field
        return cleaned


def parts_of(hearing: Hearing) -> dict:
    """What can be commented on: value to (draft on hearing, field, words)."""
    parts: dict = {}
    for heard in hearing.heard.all():
        identifier = heard.draft.criterion.identifier
        parts[identifier] = (heard, "", _("The criterion as a whole"))
        for field, text in heard.original.items():
            if text.strip():
                parts[f"{identifier}:{field}"] = (heard, field, label_of(field).capitalize())
    return parts


def choices(parts: dict) -> list:
    groups: dict[str, list] = {}
    for value, (heard, _field, words) in parts.items():
        groups.setdefault(f"{heard.draft.criterion.identifier} {heard.original['title']}", []).append(
            (value, words)
        )
    return [(WHOLE, _("The hearing as a whole")), *groups.items()]


class ConfirmForm(forms.Form):
    """Nothing to fill in: the address says which, the button says yes. Mail programs follow links."""


class AnswerForm(forms.Form):
    group = forms.CharField(
        label=_("Group"),
        max_length=80,
        required=False,
        help_text=_("A few words that comments about the same thing share, like “washing temperature”."),
        widget=forms.TextInput(attrs={"list": "groups", "autocomplete": "off"}),
    )
    outcome = forms.ChoiceField(
        label=_("Answer"), choices=CommentOutcome, widget=forms.RadioSelect, required=False
    )
    answer = forms.CharField(
        label=_("Why"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Published with the comment when the hearing is closed."),
    )
    for_the_group = forms.BooleanField(
        label=_("Give the same answer to the others in the group that have none"), required=False
    )
    edition = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean(self):
        cleaned = super().clean()
        outcome, answer = cleaned.get("outcome"), (cleaned.get("answer") or "").strip()
        if outcome and not answer:
            self.add_error("answer", _("Say why. Whoever commented reads this."))
        if answer and not outcome and "outcome" not in self.errors:
            self.add_error("outcome", _("Choose whether the comment is taken, partly taken or not taken."))
        return cleaned


class RemoveForm(forms.Form):
    reason = forms.CharField(
        label=_("Why it is removed"),
        max_length=300,
        help_text=_("Stands where the comment stood. Say what rule it breaks, and repeat nothing from it."),
    )
