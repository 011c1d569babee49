"""Who said it and what it led to, as the pages of hearings show them."""

from django import template
from django.utils import timezone

from criteria_library.queries import hearings

register = template.Library()

register.filter("commenter", hearings.commenter)


@register.filter
def led_to(comment) -> list:
    """What changed in the part that the comment is about; in the whole criterion where it names none."""
    heard = comment.heard_draft
    rows = hearings.changed_by(heard) if heard else []
    return [row for row in rows if comment.field in ("", row.name)]


@register.simple_tag
def open_hearings() -> list:
    return hearings.open_now(timezone.now())
