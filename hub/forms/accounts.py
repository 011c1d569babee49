"""What a person is asked to tell of themselves."""

import unicodedata

from allauth.account import forms as allauth
from allauth.account.adapter import get_adapter
from django import forms
from django.contrib.auth.hashers import make_password
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hub.enums import Language
from hub.forms.organisations import OrganisationField
from hub.forms.sign_in import PASSWORD_HELP, say_in_our_words
from hub.models import User


class PersonFields(forms.Form):
    """What is asked of a person, and why."""

    name = forms.CharField(
        label=_("Name"),
        help_text=_("Shown to those who run the nodes where you take part."),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={
            "required": _("Write your name."),
            "max_length": _("The name is too long. Use at most %(limit_value)d characters."),
        },
    )
    organisation = OrganisationField(
        label=_("Where do you work?"),
        help_text=_(
            "Shows us which node is yours. Begin to write, and choose from the list. "
            "Leave it empty if your employer isn't there."
        ),
    )
    language = forms.ChoiceField(
        label=_("Language"), help_text=_("For the e-mails you get from us."), choices=Language.choices
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = get_language()

    def clean_name(self):
        name = self.cleaned_data["name"]
        if any(unicodedata.category(letter) in ("Cc", "Cf", "Co") for letter in name):
            raise forms.ValidationError(_("The name holds characters that can't be seen. Type it anew."))
        return " ".join(name.split())


class SignUpForm(PersonFields, allauth.SignupForm):
    field_order = ["name", "email", "organisation", "language", "password1"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        say_in_our_words(self, email=_("E-mail address"), password1=_("Password"))
        self.fields["email"].help_text = _("You sign in with it. We send a link to show that it is yours.")
        self.fields["password1"].help_text = PASSWORD_HELP

    def try_save(self, request):
        if self.account_already_exists:
            # As much work as a new account costs, or the time of the answer would tell of it.
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)

    def save(self, request):
        adapter = get_adapter()
        if not adapter.is_email_verified(request, self.cleaned_data["email"]):
            # The link of an invitation vouches for the invited address, which is not the one typed here.
            adapter.unstash_verified_email(request)
        user = super().save(request)
        keep_person_fields(user, self.cleaned_data)
        return user


def keep_person_fields(user: User, told: dict) -> None:
    for field in ("name", "organisation", "language"):
        setattr(user, field, told[field])
    user.save(update_fields=["name", "organisation", "language"])


class DetailsForm(PersonFields, forms.ModelForm):
    class Meta:
        model = User
        fields = ["name", "organisation", "language"]


class ChangeEmailForm(allauth.AddEmailForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        say_in_our_words(self, email=_("New e-mail address"))
        self.fields["email"].help_text = _(
            "We send a link there. The address is changed when you have opened it."
        )
