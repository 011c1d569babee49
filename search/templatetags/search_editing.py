from django import template

register = template.Library()


@register.filter
def words_in(group, language):
    """A group's words of one language, by comma."""
    return ", ".join(group.words.get(language, ()))
