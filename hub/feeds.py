from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hub.queries.pages import news_of

NEWEST = 30


class NewsFeed(Feed):
    """The node's news, in the language of the address."""

    def get_object(self, request):
        return request.node

    def title(self, node):
        return _("News from %s") % node.name

    def description(self, node):
        return node.tagline or _("News from %s") % node.name

    def link(self, node):
        return reverse("wagtail_serve", args=["nyheter/"])

    def feed_url(self, node):
        return reverse("hub:news_feed")

    @property
    def language(self):
        return get_language()

    def items(self, node):
        return news_of(node, get_language())[:NEWEST]

    def item_title(self, item):
        return item.title

    def item_description(self, item):
        return item.lead

    def item_link(self, item):
        return item.full_url

    def item_pubdate(self, item):
        return item.first_published_at
