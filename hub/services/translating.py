from django.db import transaction
from wagtail.actions.copy_for_translation import ParentNotTranslatedError
from wagtail.models import Locale, Page

from hub.models.pages.base import ROOT_DEPTH
from hub.queries.pages import node_of_page, pages_of
from hub.services import audit
from hub.services.pages import open_to_the_same_groups


class NotTranslatable(Exception):
    """The node doesn't have that language, or the page above isn't translated yet."""


@transaction.atomic
def begin_translation(*, page: Page, language: str, by) -> Page:
    """A draft in the language with the text as it is, to be written over. One that stands is answered."""
    node = node_of_page(page)
    if node is None or language not in node.other_languages or page.locale != node.site.root_page.locale:
        raise NotTranslatable
    found = pages_of([node.pk]).filter(translation_key=page.translation_key, locale__language_code=language)
    if existing := found.first():
        return existing
    locale = Locale.objects.get_or_create(language_code=language)[0]
    try:
        copy = page.specific.copy_for_translation(locale)
    except ParentNotTranslatedError as error:
        raise NotTranslatable from error
    if copy.depth == ROOT_DEPTH:
        open_to_the_same_groups(copy, like=page)
    audit.record(action="page.translation_begun", by=by, node=node, about=copy)
    return copy
