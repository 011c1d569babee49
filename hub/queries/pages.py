"""Which pages are whose, and which of them a reader is shown."""

from django.db.models import Q, QuerySet
from wagtail.models import Page

from hub.models import ArticlePage, ContactPage, NewsPage, Node
from hub.models.pages.base import ROOT_DEPTH
from hub.queries import nodes_with_frame


def own_front_pages(nodes) -> QuerySet[Page]:
    """The front pages of the nodes in all their languages. A translated one stands beside the main one."""
    keys = Node.objects.filter(pk__in=nodes).values("site__root_page__translation_key")
    return Page.objects.filter(depth=ROOT_DEPTH, translation_key__in=keys)


def pages_of(nodes) -> QuerySet[Page]:
    """All pages of the nodes, drafts too."""
    places = Q(pk__in=[])
    for path in own_front_pages(nodes).values_list("path", flat=True):
        places |= Q(path__startswith=path)
    return Page.objects.filter(places)


def node_of_page(page: Page) -> Node | None:
    """The node whose tree the page stands in; None for Wagtail's root and for what is in a bin."""
    root = Page.objects.filter(path=page.path[: ROOT_DEPTH * page.steplen], depth=ROOT_DEPTH).first()
    if root is None:
        return None
    return nodes_with_frame().filter(site__root_page__translation_key=root.translation_key).first()


def front_page_in(node: Node, language: str) -> Page:
    """In the language of reading, or in the node's main one where nobody has translated it."""
    roots = {page.locale.language_code: page for page in own_front_pages([node.pk]).select_related("locale")}
    found = roots.get(language)
    # A translation that is still a draft waits until it is published.
    return found if found and found.live else roots[node.main_language]


def news_of(node: Node, language: str) -> QuerySet[NewsPage]:
    """The node's news, newest first."""
    return (
        NewsPage.objects.descendant_of(front_page_in(node, language))
        .live()
        .select_related("locale")
        .order_by("-date", "-pk")
    )


def national_articles(language: str) -> list[ArticlePage]:
    """The national articles that every node shows, in the language of reading where there is one."""
    shown = ArticlePage.objects.live().filter(show_in_nodes=True).select_related("locale").order_by("title")
    by_key: dict = {}
    for article in shown:
        kept = by_key.get(article.translation_key)
        if kept is None or article.locale.language_code == language:
            by_key[article.translation_key] = article
    return sorted(by_key.values(), key=lambda article: article.title)


def national_article(slug: str, language: str) -> ArticlePage | None:
    """By its own short name or that of a translation, so that a link holds in every language."""
    shown = ArticlePage.objects.live().filter(show_in_nodes=True)
    keys = shown.filter(slug=slug).values("translation_key")
    found = {page.locale.language_code: page for page in shown.filter(translation_key__in=keys)}
    own = next((page for page in found.values() if page.slug == slug), None)
    return found.get(language) or own


def articles_below(node: Node, language: str) -> list[Page]:
    """The articles right under the node's front page."""
    return list(
        ArticlePage.objects.child_of(front_page_in(node, language))
        .live()
        .select_related("locale")
        .order_by("title")
    )


def contact_page(node: Node, language: str) -> ContactPage | None:
    """In the language of reading, or else in the main one."""
    roots = [front_page_in(node, language), node.site.root_page]
    pages = (ContactPage.objects.child_of(root).live().select_related("locale").first() for root in roots)
    return next(filter(None, pages), None)
