"""The forms by which a manager looks after the node's people."""

import re
from email.utils import getaddresses

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hub.enums import Language, Role
from hub.permissions import ROLES, roles_to_give
from hub.validators import validate_kept_email

AT_ONCE = 200


class InviteForm(forms.Form):
    emails = forms.CharField(
        label=gettext_lazy("E-mail addresses"),
        help_text=gettext_lazy("One on each line. You can paste a list from an e-mail or a spreadsheet."),
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off", "spellcheck": "false"}),
        max_length=40_000,
        error_messages={"required": gettext_lazy("Write at least one e-mail address.")},
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose which role they shall have.")},
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the e-mail"), choices=Language.choices)

    def __init__(self, *args, node, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role.value, words_of(role)) for role in roles_to_give(node)]
        self.fields["language"].initial = node.main_language

    def clean_emails(self) -> list[str]:
        """Every wrong line is told by its number, and nothing is sent before all are right."""
        found, faults = [], []
        for number, line in enumerate(self.cleaned_data["emails"].splitlines(), start=1):
            parts = addresses_in(line)
            if all(is_address(part) for part in parts):
                found += [part.lower() for part in parts]
            else:
                told = {"number": number, "text": line.strip()[:80]}
                faults.append(_("Line %(number)d is not an e-mail address: %(text)s") % told)
        if faults:
            raise ValidationError(faults)
        if not found:
            raise ValidationError(self.fields["emails"].error_messages["required"])
        unique = list(dict.fromkeys(found))
        if len(unique) > AT_ONCE:
            raise ValidationError(too_many(len(unique)))
        return unique


def too_many(count: int) -> str:
    return ngettext(
        "This is %(count)d address. Invite at most %(most)d at once.",
        "These are %(count)d addresses. Invite at most %(most)d at once.",
        count,
    ) % {"count": count, "most": AT_ONCE}


def addresses_in(line: str) -> list[str]:
    """What stands between commas, semicolons and tabs: bare, or as “Name <address>” from a mail program."""
    if "<" in line:
        named = [address for _name, address in getaddresses([line.replace(";", ",")]) if address]
        return named or [line.strip()]
    return [part for part in re.split(r"[,;\s]+", line) if part]


def is_address(text: str) -> bool:
    try:
        validate_kept_email(text)
    except ValidationError:
        return False
    return True


def words_of(role: Role) -> str:
    return f"{role.label}: {ROLES[role].sentence}"


class FindMembersForm(forms.Form):
    narrows_a_list = True
    q = forms.CharField(label=gettext_lazy("Name or e-mail"), max_length=100, required=False)
    role = forms.ChoiceField(label=gettext_lazy("Role"), required=False)

    def __init__(self, *args, node, **kwargs):
        super().__init__(*args, **kwargs)
        roles = [(role.value, role.label) for role in roles_to_give(node)]
        self.fields["role"].choices = [("", _("All roles")), *roles]

    def asked(self) -> dict[str, str]:
        """What can be understood of it; what can't narrows nothing."""
        self.is_valid()
        return {"words": self.cleaned_data.get("q", ""), "role": self.cleaned_data.get("role", "")}


class RolesForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Roles"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one role, or remove the person below.")},
    )

    def __init__(self, *args, node, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["roles"].choices = [(role.value, words_of(role)) for role in roles_to_give(node)]
