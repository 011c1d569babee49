from django import template

register = template.Library()


@register.filter
def state_at(session, moment):
    return session.state_at(moment)
