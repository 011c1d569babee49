"""Editorial pages. Structured things (criteria, courses, examples) are models of their rooms instead."""

from django.db import models
from django.urls import get_script_prefix
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from hub import slots
from hub.models.nodes import Node
from hub.validators import validate_page_slug


class HubPage(Page):
    """The base of every page: who is responsible for it, and when it was last reviewed."""

    responsible_role = models.CharField(
        _("responsible (role)"),
        max_length=80,
        blank=True,
        help_text=_(
            "The role that answers for this page, like “adviser, Nordland”. Empty means the node's contact."
        ),
    )
    last_reviewed_date = models.DateField(_("last reviewed"), null=True, blank=True)

    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel(
            [FieldPanel("responsible_role"), FieldPanel("last_reviewed_date")], heading=_("Responsibility")
        ),
    ]

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.depth is None or self.depth > 2:
            validate_page_slug(self.slug or "")

    def get_url_parts(self, request=None):
        """Wagtail's parts, with the hub's host and language rules in place of the site's stored port.

        `reverse` puts the current request's language prefix before the path; what
        belongs there is the page's own: none for the node's main language.
        """
        parts = super().get_url_parts(request)
        if parts is None or parts[2] is None:
            return parts
        site_id, _root_url, path = parts
        root_url, main_language = Node.objects.root_url_and_language(site_id)
        language = self.locale.language_code
        prefix = "/" if language == main_language else f"/{language}/"
        return site_id, root_url, prefix + path[len(get_script_prefix()) :]


class FrontPage(HubPage):
    """The front page of a node, or of the national site."""

    lead = models.CharField(_("lead"), max_length=300, blank=True)
    search_examples = models.CharField(
        _("search examples"),
        max_length=200,
        blank=True,
        help_text=_("Words to try, with commas between them."),
    )

    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("search_examples")]

    parent_page_types = ["wagtailcore.Page"]
    template = "hub/front_page.html"

    class Meta:
        verbose_name = _("front page")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["sections"] = slots.front_sections.shown(request, request.node)
        context["try_words"] = [word.strip() for word in self.search_examples.split(",") if word.strip()]
        return context
