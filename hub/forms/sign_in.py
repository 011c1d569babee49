"""The forms of signing in, in the hub's words."""

from allauth.account import forms as allauth
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

PASSWORD_HELP = _("At least twelve characters. A sentence is easy to remember.")
EMAIL_ERRORS = {
    "required": _("Write your e-mail address."),
    "invalid": _("Write the e-mail address like this: name@municipality.no."),
}


def say_in_our_words(form: forms.Form, **labels) -> None:
    """Labels of ours above the fields; a placeholder vanishes as soon as one needs it."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label = label
        field.help_text = ""
        field.widget.attrs.pop("placeholder", None)
        field.error_messages["required"] = EMAIL_ERRORS["required"] if "mail" in name else _("Fill this in.")
        if isinstance(field, forms.EmailField):
            field.error_messages |= EMAIL_ERRORS


def ask_for_code(form: forms.Form, label, help_text="") -> None:
    say_in_our_words(form, code=label)
    field = form.fields["code"]
    field.help_text = help_text
    field.error_messages["required"] = _("Write the code.")
    field.validators.append(MaxLengthValidator(40, _("That is longer than any code of ours.")))
    field.widget.attrs |= {"autocapitalize": "characters", "spellcheck": "false"}


class LoginForm(allauth.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        say_in_our_words(self, login=_("E-mail address"), password=_("Password"))
        self.fields["login"].error_messages |= EMAIL_ERRORS


class RequestCodeForm(allauth.RequestLoginCodeForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        say_in_our_words(self, email=_("E-mail address"))


class ConfirmCodeForm(allauth.ConfirmLoginCodeForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ask_for_code(self, _("Code"), _("It stands in the e-mail, and holds for fifteen minutes."))


class ReauthenticateForm(allauth.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        say_in_our_words(self, password=_("Password"))


class ResetPasswordForm(allauth.ResetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        say_in_our_words(self, email=_("E-mail address"))


class ResetPasswordKeyForm(allauth.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ask_for_new_password_once(self)


class SetPasswordForm(allauth.SetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        ask_for_new_password_once(self)


class ChangePasswordForm(allauth.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        say_in_our_words(self, oldpassword=_("Current password"))
        ask_for_new_password_once(self)


def ask_for_new_password_once(form) -> None:
    """Who mistypes it can have it reset by e-mail."""
    del form.fields["password2"]
    say_in_our_words(form, password1=_("New password"))
    form.fields["password1"].help_text = PASSWORD_HELP
