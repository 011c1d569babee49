"""The hub's own pages, declared here because the floor knows nothing of the room above it."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, get_page_models
from wagtail.search.index import SearchField

from hub.models import Node, ProductGroup
from hub.models.pages import HubPage
from search.registry import Branch, Document, DocumentType, Facet, documents


def product_group_names(codes: Iterable[str]) -> dict[str, Branch]:
    groups = ProductGroup.objects.filter(code__in=list(codes)).order_by("path")
    return {group.code: Branch(group.name, group.depth) for group in groups}


# The same tree for every room. A document gives the codes of its groups and of those above them.
PRODUCT_GROUP = Facet("product_group", _("Product group"), labels=product_group_names, ordered=True)


class HubPageDocuments(DocumentType):
    kind = "page"
    model = Page
    label = _("Page")
    label_plural = _("Pages")
    weight = 0.9
    plain_lookups = ("title", "search_description")

    def queryset(self) -> QuerySet:
        """Published pages that need no password, of the hub's own kinds."""
        # Once for each batch of rows, not for each page.
        self.node_ids_by_site = dict(Node.objects.values_list("site_id", "pk"))
        self.translated = set(
            Page.objects.live()
            .values_list("translation_key", flat=True)
            .annotate(count=Count("pk"))
            .filter(count__gt=1)
        )
        kinds = [model for model in get_page_models() if issubclass(model, HubPage)]
        pages = Page.objects.live().public().type(*kinds).select_related("locale")
        return pages.order_by("pk").specific(defer=False)

    def document(self, page: HubPage) -> Document:
        language = page.locale.language_code
        body = body_of(page)
        parts = page.get_url_parts()
        shown = page.last_reviewed_date or page.first_published_at
        return Document(
            key=str(page.pk),
            title={language: page.title},
            summary={language: page.search_description},
            body={language: body},
            only_language=language if page.translation_key in self.translated else "",
            path=parts[2] if parts and parts[2] else "/",
            node_id=self.node_ids_by_site.get(parts[0]) if parts else None,
            day=shown.date() if hasattr(shown, "date") else shown,
        )


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
