"""What every page shares: who is responsible for it, its address and its way home."""

from django.db import models
from django.urls import get_script_prefix
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import Page

from hub.addresses import without_prefix
from hub.models.nodes import Node
from hub.validators import validate_page_slug

SHARED_SIZE = "fill-1200x630|format-jpeg"
ROOT_DEPTH = 2  # a node's front page, right under Wagtail's root


class LeadPanel(FieldPanel):
    """A sentence or two, all of it seen while it is written."""

    def __init__(self, field_name="lead", **kwargs):
        super().__init__(field_name, **{"widget": AdminAutoHeightTextInput, **kwargs})


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
        if self.depth is None or self.depth > ROOT_DEPTH:
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
        prefix = "" if language == main_language else f"/{language}"
        return site_id, root_url, prefix + without_prefix(path)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["page_language"] = self.locale.language_code
        # The page's own address, also where it stands in for a translation that is missing.
        context["canonical_url"] = self.get_full_url(request)
        context["breadcrumbs"] = self.breadcrumbs(request)
        context["share_image"] = self.share_image(request)
        return context

    def share_image(self, request) -> str:
        """For Open Graph: the page's first picture, or else the node's, in the size that others show."""
        blocks = getattr(self, "body", [])
        own = (block.value["image"] for block in blocks if block.block_type == "picture")
        picture = next(own, None) or request.node.picture
        return request.node.url(picture.get_rendition(SHARED_SIZE).url) if picture else ""

    def breadcrumbs(self, request) -> list[tuple[str, str]]:
        """From the front page to this one; the last has no link."""
        above = self.get_ancestors().filter(depth__gt=ROOT_DEPTH).live().specific(defer=True)
        front = [] if self.depth == ROOT_DEPTH else [(request.node.name, get_script_prefix())]
        between = [(page.title, page.get_url(request)) for page in above]
        return [*front, *between, (self.title, "")] if front else []
