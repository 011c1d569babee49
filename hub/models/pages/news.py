from django.core.paginator import Paginator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from hub.blocks import BodyField
from hub.models.pages.base import HubPage, LeadPanel

PER_PAGE = 20


def today():
    return timezone.localdate()


class NewsIndexPage(HubPage):
    """The node's news, newest first."""

    lead = models.CharField(_("lead"), max_length=400, blank=True)

    content_panels = [*Page.content_panels, LeadPanel()]

    parent_page_types = ["hub.FrontPage"]
    subpage_types = ["hub.NewsPage"]
    max_count_per_parent = 1
    template = "hub/pages/news_index.html"

    class Meta:
        verbose_name = _("list of news")
        verbose_name_plural = _("lists of news")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        news = NewsPage.objects.child_of(self).live().order_by("-date", "-pk").select_related("locale")
        context["page_obj"] = shown = Paginator(news, PER_PAGE).get_page(request.GET.get("page"))
        # A list is gone through when something is added to it.
        newest = next(iter(shown), None)
        context["reviewed"] = self.last_reviewed_date or (newest and newest.date)
        return context


class NewsPage(HubPage):
    """Something that happened, or is about to."""

    date = models.DateField(_("date"), default=today)
    lead = models.CharField(
        _("lead"),
        max_length=400,
        help_text=_("What is new, in two sentences. Shown in lists and in the feed."),
    )
    body = BodyField(blank=True, verbose_name=_("content"))

    content_panels = [*Page.content_panels, FieldPanel("date"), LeadPanel(), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]

    parent_page_types = ["hub.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "hub/pages/news.html"

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news")
