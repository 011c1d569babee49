"""The forms around signing in by a provider."""

from allauth.socialaccount import forms as allauth
from django.utils.translation import gettext_lazy as _

from hub.forms.accounts import PersonFields, keep_person_fields
from hub.forms.sign_in import say_in_our_words


class ProviderSignUpForm(PersonFields, allauth.SignupForm):
    """Asks a new person for what the provider did not tell."""

    field_order = ["name", "email", "organisation", "language"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        say_in_our_words(self, email=_("E-mail address"))
        self.fields["email"].help_text = _("We send a link to show that it is yours.")

    def save(self, request):
        user = super().save(request)
        keep_person_fields(user, self.cleaned_data)
        return user


class DisconnectForm(allauth.DisconnectForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["account"].error_messages |= {
            "required": _("Choose what to disconnect."),
            "invalid_choice": _("Choose what to disconnect."),
        }
