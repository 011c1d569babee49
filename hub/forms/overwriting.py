"""Two people who change the same thing don't write over each other unseen.

A form that is watched brings back a mark of what was stored when it was opened. Where something else is
stored by the time it is sent, it is refused once, with what was typed and what is stored now; the next
sending goes through. What has revisions needs none of this: each saving is kept.
"""

import hashlib

from django import forms
from django.db.models import Model
from django.forms.models import ModelChoiceField, model_to_dict
from django.utils.formats import localize
from django.utils.text import Truncator
from django.utils.timezone import template_localtime
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

SEEN = "seen"
LONGEST_SHOWN = 200


def watch(form) -> None:
    """Asked before the form is validated, while its initial values are what is stored."""
    stored = mark_of(form)
    form.fields[SEEN] = forms.CharField(widget=forms.HiddenInput, required=False, initial=stored)
    # Scripts of our own may leave the mark out.
    if not form.is_bound or form.data.get(SEEN, stored) == stored:
        return
    form.data = form.data.copy()
    form.data[SEEN] = stored
    form.add_error(None, " ".join([changed_words(), " · ".join(stored_now(form))]).strip())


def changed_words() -> str:
    return _(
        "Somebody else has changed this while you were writing. What you typed is kept below."
        " Save once more to put it in the place of theirs."
    )


def stored_now(form) -> list[str]:
    """What differs from what was typed, as it is stored."""
    differing = [form[name] for name in form.changed_data if name != SEEN and not form[name].is_hidden]
    return [
        _("%(field)s is now: %(value)s") % {"field": bound.label, "value": shown(bound)}
        for bound in differing
    ]


def shown(bound) -> str:
    value = template_localtime(bound.initial)  # as the field itself shows it
    if isinstance(value, StreamValue):
        value = " ".join(value.stream_block.get_searchable_content(value))
    elif isinstance(bound.field, ModelChoiceField):
        chosen = bound.field.queryset.filter(pk__in=keys(value))
        value = ", ".join(str(row) for row in chosen)
    elif isinstance(bound.field, forms.ChoiceField):
        value = dict(bound.field.choices).get(value, value)
    elif isinstance(value, bool):
        value = _("Yes") if value else _("No")
    return Truncator(str(localize(value)) if value not in (None, "") else "–").chars(LONGEST_SHOWN)


def mark_of(form) -> str:
    fields = {
        name: keys(form.get_initial_for_field(field, name))
        for name, field in form.fields.items()
        if not field.disabled
    }
    rows = {
        name: [[(key, keys(value)) for key, value in model_to_dict(row).items()] for row in part.queryset]
        for name, part in getattr(form, "formsets", {}).items()
    }
    return hashlib.sha256(repr((sorted(fields.items()), sorted(rows.items()))).encode()).hexdigest()[:32]


def keys(value) -> list[str]:
    """Rows by their numbers, in an order that isn't the database's."""
    several = value if isinstance(value, list | tuple | set) or hasattr(value, "iterator") else [value]
    return sorted(str(one.pk if isinstance(one, Model) else one) for one in several if one not in (None, ""))
