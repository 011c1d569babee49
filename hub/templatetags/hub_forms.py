"""A form's fields in the design system's dress, each tied to its label, its help and its faults."""

from django import template

register = template.Library()


@register.simple_tag
def widget(field, **attributes):
    """A form field's widget in the design system's dress."""
    css = f"ds-input {field.field.widget.attrs.get('class', '')}".strip()
    return field.as_widget(attrs={"class": css, **attributes})


@register.filter
def is_ticked(field) -> bool:
    """One box to tick, whose label stands after it."""
    return getattr(field.field.widget, "input_type", "") == "checkbox" and not field.use_fieldset


@register.filter
def is_told_optional(field) -> bool:
    """Not in a form that only narrows a list: there nothing is ever required."""
    return not field.field.required and not getattr(field.form, "narrows_a_list", False)


@register.filter
def has_options(field) -> bool:
    """A group of boxes or buttons, each with a label of its own."""
    return getattr(field.field.widget, "input_type", "") in {"checkbox", "radio"}


@register.filter
def options(field):
    field.field.widget.attrs["class"] = "ds-input"
    return field.subwidgets


@register.filter
def first_id(field) -> str:
    """Where a link to the field leads."""
    return field.auto_id if field.use_fieldset else field.id_for_label


@register.filter
def fault_count(form) -> int:
    return sum(len(faults) for faults in form.errors.values())
