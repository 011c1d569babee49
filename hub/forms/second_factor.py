"""The forms of passkeys, of codes from an app and of recovery codes."""

from allauth.mfa.base import forms as codes
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.translation import gettext_lazy as _

from hub.forms.sign_in import ask_for_code, say_in_our_words

DID_NOT_WORK = _("The passkey did not work here. Try again, or sign in in another way.")
MALFORMED = (AttributeError, KeyError, LookupError, TypeError, ValueError)


class CodeForm(codes.AuthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ask_for_code(self, _("Code"), _("Six digits from your app, or one of your recovery codes."))


class ReauthenticateCodeForm(codes.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ask_for_code(self, _("Code"), _("Six digits from your app, or one of your recovery codes."))


class ActivateAppForm(app.ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ask_for_code(self, _("Code from the app"), _("Six digits. A new one comes every half minute."))
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class FromBrowser(forms.Form):
    """What the browser's script puts in. Whoever sends something else is told that it didn't work."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["credential"].error_messages = dict.fromkeys(("required", "invalid"), DID_NOT_WORK)

    def clean(self):
        try:
            return super().clean()
        except MALFORMED as fault:
            raise did_not_work() from fault

    def clean_credential(self):
        credential = self.cleaned_data["credential"]
        if not isinstance(credential, dict):
            raise did_not_work()
        try:
            return super().clean_credential() if hasattr(super(), "clean_credential") else credential
        except MALFORMED as fault:
            raise did_not_work() from fault


def did_not_work() -> forms.ValidationError:
    return forms.ValidationError(DID_NOT_WORK)


class PasskeyForm(FromBrowser, passkeys.AuthenticateWebAuthnForm):
    pass


class SignInPasskeyForm(FromBrowser, passkeys.LoginWebAuthnForm):
    pass


class ReauthenticatePasskeyForm(FromBrowser, passkeys.ReauthenticateWebAuthnForm):
    pass


def name_the_passkey(form) -> None:
    say_in_our_words(form, name=_("Name"))
    form.fields["name"].max_length = 60
    form.fields["name"].widget.attrs["maxlength"] = 60
    form.fields["name"].help_text = _("So that you know it again: “My phone”, “Office computer”.")


class AddPasskeyForm(FromBrowser, passkeys.AddWebAuthnForm):
    # Every passkey of the hub's signs in alone; the script reads this to ask the device for such a one.
    passwordless = forms.BooleanField(initial=True, widget=forms.CheckboxInput(attrs={"hidden": True}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name_the_passkey(self)

    def clean_name(self):
        return super().clean_name().replace("\0", "")[:60]


class NamePasskeyForm(passkeys.EditWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        name_the_passkey(self)

    def clean_name(self):
        return self.cleaned_data["name"].strip()[:60]
