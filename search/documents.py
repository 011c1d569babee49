"""The hub's own pages, declared here because the floor knows nothing of the room above it."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, get_page_models
from wagtail.search.index import SearchField

from hub.enums import Language
from hub.models import Node, ProductGroup
from hub.models.pages import HubPage, NewsIndexPage
from search.registry import Branch, Document, DocumentType, Facet, documents


def product_group_names(codes: Iterable[str]) -> dict[str, Branch]:
    groups = ProductGroup.objects.filter(code__in=list(codes)).order_by("path")
    return {group.code: Branch(group.name, group.depth) for group in groups}


# The same tree for every room. A document gives the codes of its groups and of those above them.
PRODUCT_GROUP = Facet("product_group", _("Product group"), labels=product_group_names, ordered=True)


def language_names(codes: Iterable[str]) -> dict[str, str]:
    wanted = set(codes)
    return {language.value: language.label for language in Language if language.value in wanted}


# The languages that the thing's own text is in.
LANGUAGE = Facet("language", _("Language"), labels=language_names, ordered=True)


class HubPageDocuments(DocumentType):
    kind = "page"
    model = Page
    label = _("Page")
    label_plural = _("Pages")
    weight = 0.9
    facets = (LANGUAGE,)
    plain_lookups = ("title", "search_description")

    def queryset(self) -> QuerySet:
        """Published pages that need no password, of the hub's own kinds."""
        # Once for each batch of rows, not for each page.
        self.nodes_by_site = {node.site_id: node for node in Node.objects.all()}
        self.translations = languages_by_translation()
        kinds = [model for model in get_page_models() if issubclass(model, HubPage)]
        # A list of news says nothing of its own.
        kinds.remove(NewsIndexPage)
        pages = Page.objects.live().public().type(*kinds).select_related("locale")
        return pages.order_by("pk").specific(defer=False)

    def document(self, page: HubPage) -> Document:
        language = page.locale.language_code
        body = body_of(page)
        parts = page.get_url_parts()
        node = self.nodes_by_site.get(parts[0]) if parts else None
        shown = page.last_reviewed_date or page.first_published_at
        return Document(
            key=str(page.pk),
            title={language: page.title},
            summary={language: page.search_description},
            body={language: body},
            for_languages=readers_of(
                language, self.translations.get(page.translation_key), node.main_language if node else ""
            ),
            path=parts[2] if parts and parts[2] else "/",
            node_id=node.pk if node else None,
            facets={"language": [language]},
            day=shown.date() if hasattr(shown, "date") else shown,
        )


def languages_by_translation() -> dict[UUID, set[str]]:
    """The languages of each page that stands in more than one."""
    # Without their order, which would make a group of each.
    live = Page.objects.live().order_by()
    several = live.values("translation_key").annotate(count=Count("pk")).filter(count__gt=1)
    found: dict[UUID, set[str]] = {}
    for key, language in live.filter(translation_key__in=several.values("translation_key")).values_list(
        "translation_key", "locale__language_code"
    ):
        found.setdefault(key, set()).add(language)
    return found


def readers_of(language: str, translations: set[str] | None, main_language: str) -> tuple[str, ...]:
    """A page is for readers in its language; the main one is also for those who have no translation."""
    if not translations:
        return ()
    in_order = [main_language, *Language.values]
    main = next((code for code in in_order if code in translations), language)
    without = [code for code in Language.values if code not in translations]
    return (language, *without) if language == main else (language,)


def body_of(page: HubPage) -> str:
    """The texts that Wagtail's own search reads of this page, its title apart."""
    texts: list[str] = []
    for field in page.get_search_fields():
        if isinstance(field, SearchField) and field.field_name not in {"title", "draft_title"}:
            value = field.get_value(page)
            texts += value if isinstance(value, list) else [str(value or "")]
    return " ".join(text.strip() for text in texts if text and text.strip())


def register_hub_pages() -> None:
    documents.register(HubPageDocuments())
