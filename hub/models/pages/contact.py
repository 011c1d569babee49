from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from hub.blocks import BodyField
from hub.models.pages.base import HubPage, LeadPanel


class ContactPage(HubPage):
    """How to reach the node. Address and telephone are the node's own; here stands who answers, and when."""

    lead = models.CharField(_("lead"), max_length=400, blank=True)
    who_answers = models.CharField(
        _("who answers"),
        max_length=200,
        blank=True,
        help_text=_("Roles, like “Two advisers with experience from municipal procurement”."),
    )
    office_hours = models.CharField(
        _("when we answer"), max_length=200, blank=True, help_text=_("Like “Weekdays 9–15”.")
    )
    visiting_address = models.CharField(_("visiting address"), max_length=200, blank=True)
    body = BodyField(blank=True, verbose_name=_("content"))

    content_panels = [
        *Page.content_panels,
        LeadPanel(),
        FieldPanel("who_answers"),
        FieldPanel("office_hours"),
        FieldPanel("visiting_address"),
        FieldPanel("body"),
    ]

    parent_page_types = ["hub.FrontPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    template = "hub/pages/contact.html"

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")
