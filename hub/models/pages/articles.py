from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from hub.blocks import BodyField
from hub.enums import NodeKind
from hub.models.nodes import Node
from hub.models.pages.base import ROOT_DEPTH, HubPage, LeadPanel


class NationalOnlyPanel(FieldPanel):
    """A field that only means something on the national level's own pages."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self):
            root = root_of(self.instance)
            shown = root is None or Node.objects.filter(site__root_page=root, kind=NodeKind.NATIONAL).exists()
            return super().is_shown() and shown


def root_of(page) -> Page | None:
    """The front page that this one stands under; None for a page that has no place yet."""
    if not page.path:
        return None
    return Page.objects.filter(path=page.path[: ROOT_DEPTH * page.steplen]).first()


class ArticlePage(HubPage):
    """Text that lasts: guidance, how we work, what a word means. Articles may stand below articles."""

    lead = models.CharField(
        _("lead"), max_length=400, blank=True, help_text=_("What the reader gets to know, in two sentences.")
    )
    body = BodyField(blank=True, verbose_name=_("content"))
    show_in_nodes = models.BooleanField(
        _("show in every node"),
        default=False,
        help_text=_("The article is then read in each node's own look, under /nasjonalt/."),
    )

    content_panels = [
        *Page.content_panels,
        LeadPanel(),
        FieldPanel("body"),
        NationalOnlyPanel("show_in_nodes"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]

    parent_page_types = ["hub.FrontPage", "hub.ArticlePage"]
    subpage_types = ["hub.ArticlePage"]
    template = "hub/pages/article.html"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def clean(self):
        super().clean()
        root = root_of(self) if self.show_in_nodes else None
        if root and not Node.objects.filter(site__root_page=root, kind=NodeKind.NATIONAL).exists():
            raise ValidationError(
                {"show_in_nodes": _("Only the national level's articles are shown in every node.")}
            )

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["below"] = self.get_children().live().specific(defer=True)
        return context
