"""Pages made by code: a new node's standard pages, and those of the demonstration."""

import datetime
import json
from collections.abc import Iterable

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import GroupPagePermission, Locale, Page, WorkflowPage

from hub.blocks import BodyBlock
from hub.models import (
    ArticlePage,
    ContactPage,
    FrontPage,
    HubPage,
    NewsIndexPage,
    NewsPage,
    Node,
    PageTemplate,
)

NORWEGIAN = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "Æ": "ae", "Ø": "o", "Å": "a"})

# What a block of the kit holds, as {"type": "quote", "value": {"quote": "…", "source": "…"}}.
Blocks = Iterable[dict]


def front_page(node: Node, language: str | None = None) -> FrontPage:
    """The node's front page in the language, or in its main one where nobody has translated it."""
    root = FrontPage.objects.get(pk=node.site.root_page_id)
    if language in (None, node.main_language):
        return root
    return root.get_translations().filter(locale__language_code=language).first() or root


def body_of(blocks: Blocks):
    """The blocks as a page holds them. Raises ValidationError where an editor would have been stopped."""
    kit = BodyBlock(required=False)
    return kit.clean(kit.to_python([dict(block) for block in blocks]))


@transaction.atomic
def create_article(
    node: Node,
    *,
    title: str,
    blocks: Blocks = (),
    slug: str = "",
    lead: str = "",
    parent: Page | None = None,
    language: str | None = None,
    responsible_role: str = "",
    last_reviewed_date: datetime.date | None = None,
    show_in_nodes: bool = False,
    live: bool = True,
) -> ArticlePage:
    """An article below the front page or another article. The same slug again leaves what is there."""
    page = ArticlePage(
        title=title,
        slug=slug or slug_of(title),
        lead=lead,
        body=body_of(blocks),
        responsible_role=responsible_role,
        last_reviewed_date=last_reviewed_date,
        show_in_nodes=show_in_nodes,
    )
    return add_page(parent or front_page(node, language), page, live=live)


@transaction.atomic
def create_news(
    node: Node,
    *,
    title: str,
    date: datetime.date,
    lead: str,
    blocks: Blocks = (),
    slug: str = "",
    language: str | None = None,
    responsible_role: str = "",
) -> NewsPage:
    """A news item in the node's list of news. The same slug again leaves what is there."""
    page = NewsPage(
        title=title,
        slug=slug or slug_of(title),
        date=date,
        lead=lead,
        body=body_of(blocks),
        responsible_role=responsible_role,
        last_reviewed_date=date,
    )
    index = NewsIndexPage.objects.child_of(front_page(node, language)).get()
    return add_page(index, page)


@transaction.atomic
def change_contact(node: Node, *, language: str | None = None, blocks: Blocks | None = None, **fields):
    """Sets who answers, when, and the like on the node's contact page."""
    page = ContactPage.objects.child_of(front_page(node, language)).get()
    return change_page(page, blocks, "body", fields)


@transaction.atomic
def change_front_page(node: Node, *, language: str | None = None, about: Blocks | None = None, **fields):
    return change_page(front_page(node, language), about, "about", fields)


@transaction.atomic
def translate_front_page(node: Node, *, language: str, title: str, about: Blocks = (), **fields) -> FrontPage:
    """A front page in a further language, with its contact page and list of news. Once is enough."""
    found = front_page(node, language)
    if found.locale.language_code == language:
        return found
    main = front_page(node)
    page = main.copy_for_translation(Locale.objects.get_or_create(language_code=language)[0])
    page.title, page.about = title, body_of(about)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    open_to_the_same_groups(page, like=main)
    for child in [*ContactPage.objects.child_of(main), *NewsIndexPage.objects.child_of(main)]:
        copy = child.copy_for_translation(page.locale)
        if isinstance(copy, ContactPage):
            copy.who_answers = copy.office_hours = (
                ""  # said in the main language until somebody translates it
            )
        fill_from_template(copy, template_for(child, language))
        copy.save_revision().publish()
    return page


def open_to_the_same_groups(page: Page, *, like: Page) -> None:
    """The translated front page stands beside the main one: what was given there doesn't reach it."""
    for row in GroupPagePermission.objects.filter(page=like):
        GroupPagePermission.objects.get_or_create(group=row.group, page=page, permission=row.permission)
    for row in WorkflowPage.objects.filter(page=like):
        WorkflowPage.objects.get_or_create(page=page, defaults={"workflow": row.workflow})


def build_standard_pages(node: Node) -> None:
    """A new node's list of news and contact page, and the other standard pages as drafts.

    Called in the node's main language.
    """
    root = front_page(node)
    about = find_template(PageTemplate.Use.ABOUT, node.main_language)
    if about:
        change_page(root, None, "about", {"about": about.body})
    for page in [
        NewsIndexPage(title=_("News"), slug="nyheter"),
        ContactPage(title=_("Contact us"), slug="kontakt"),
    ]:
        fill_from_template(page, template_for(page, node.main_language))
        add_page(root, page)
    for template in PageTemplate.objects.filter(
        use=PageTemplate.Use.ARTICLE, in_new_nodes=True, language=node.main_language
    ):
        page = ArticlePage(title=template.title, slug=slug_of(template.title))
        fill_from_template(page, template)
        add_page(root, page, live=False)


def create_from_template(template: PageTemplate, *, parent: Page, by) -> ArticlePage:
    """A draft of an article that begins with the standard page's text."""
    page = ArticlePage(title=template.title, slug=free_slug(parent, slug_of(template.title)))
    fill_from_template(page, template)
    page.owner = by
    return add_page(parent, page, live=False)


def add_page(parent: Page, page: HubPage, *, live: bool = True):
    """Puts the page in its place with a first revision, or answers the one that has its slug there."""
    existing = type(page).objects.child_of(parent).filter(slug=page.slug).first()
    if existing:
        return existing
    page.locale = parent.locale
    page.live = False
    page.full_clean(exclude=["path", "depth", "translation_key"])
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    return type(page).objects.get(pk=page.pk)


def change_page(page: HubPage, blocks: Blocks | None, body_field: str, fields: dict):
    for name, value in fields.items():
        setattr(page, name, value)
    if blocks is not None:
        setattr(page, body_field, body_of(blocks))
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def find_template(use: str, language: str) -> PageTemplate | None:
    return PageTemplate.objects.filter(use=use, language=language).first()


def template_for(page: Page, language: str) -> PageTemplate | None:
    uses = {ContactPage: PageTemplate.Use.CONTACT, NewsIndexPage: PageTemplate.Use.NEWS}
    return find_template(uses[type(page)], language)


def fill_from_template(page, template: PageTemplate | None) -> None:
    if template is None:
        return
    page.title, page.lead = template.title, template.lead
    if hasattr(page, "body"):
        page.body = json.dumps(template.body.get_prep_value())


def slug_of(title: str) -> str:
    return slugify(title.translate(NORWEGIAN))[:80].strip("-")


def free_slug(parent: Page, slug: str) -> str:
    taken = set(parent.get_children().values_list("slug", flat=True))
    number = 2
    candidate = slug
    while candidate in taken:
        candidate, number = f"{slug}-{number}", number + 1
    return candidate
