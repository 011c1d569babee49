"""Forms of the admin take files and pages of the person's own nodes alone, whatever number was sent.

Choosers show nothing else, but a number can be typed into a request.
"""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.fields import StreamField
from wagtail.models import Page

from hub.isolation import reach
from hub.models import HubDocument, Picture


def is_kept(model) -> bool:
    return issubclass(model, Picture | HubDocument | Page)


def keep_to_reach(form, user) -> None:
    for part in parts_of(form):
        for name, field in part.fields.items():
            if isinstance(field, forms.ModelChoiceField) and is_kept(field.queryset.model):
                own = reach.own_rows(user, field.queryset.model)
                standing = part.initial.get(name)
                field.queryset = field.queryset.filter(Q(pk__in=own.values("pk")) | Q(pk=standing))


def parts_of(form):
    """The form, and those of its inline rows."""
    yield form
    for formset in getattr(form, "formsets", {}).values():
        for row in formset.forms:
            yield from parts_of(row)


class ReachingPageForm(WagtailAdminPageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.for_user is not None:
            keep_to_reach(self, self.for_user)

    def clean(self):
        cleaned = super().clean()
        if self.for_user is None:
            return cleaned
        for field in self.instance._meta.get_fields():
            if isinstance(field, StreamField) and field.name in self.changed_data and field.name in cleaned:
                self.refuse_what_is_out_of_reach(field, cleaned[field.name])
        return cleaned

    def refuse_what_is_out_of_reach(self, field, value) -> None:
        """What stood there before may stay: somebody with a longer reach has put it there."""
        before = set(named_in(field, field.value_from_object(self.instance)))
        for model, key in set(named_in(field, value)) - before:
            if not reach.own_rows(self.for_user, model).filter(pk=key).exists():
                self.add_error(field.name, _("A picture, document or page here belongs to another node."))


def named_in(field, value):
    for model, key, *_path in field.stream_block.extract_references(value):
        if is_kept(model):
            yield model, str(key)
