from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from hub.blocks import BodyField
from hub.models.pages.base import HubPage, LeadPanel


class FrontPage(HubPage):
    """The front page of a node, or of the national site. The text about the node is kept here too."""

    lead = models.CharField(_("lead"), max_length=300, blank=True)
    search_examples = models.CharField(
        _("search examples"),
        max_length=200,
        blank=True,
        help_text=_("Words to try, with commas between them."),
    )
    about = BodyField(
        blank=True,
        verbose_name=_("about us"),
        help_text=_("Who you are and what you help with. Shown on the page “About us”, above the facts."),
    )

    content_panels = [
        *Page.content_panels,
        LeadPanel(),
        FieldPanel("search_examples"),
        FieldPanel("about"),
    ]

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["hub.ArticlePage", "hub.NewsIndexPage", "hub.ContactPage"]
    template = "hub/front_page.html"

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def route(self, request, path_components):
        """A page that nobody has translated yet is shown in the node's main language."""
        try:
            return super().route(request, path_components)
        except Http404:
            main = request.node.site.root_page
            if main.pk == self.pk or not path_components:
                raise
            return main.specific.route(request, path_components)

    @property
    def try_words(self) -> list[str]:
        return [word.strip() for word in self.search_examples.split(",") if word.strip()]
