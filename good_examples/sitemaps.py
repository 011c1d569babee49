from django.contrib.sitemaps import Sitemap

from good_examples.models import Example


class ExampleSitemap(Sitemap):
    """The node's own examples, whose address is on its host."""

    changefreq = "monthly"

    def __init__(self, node):
        self.node = node

    def items(self):
        return Example.objects.published().filter(node=self.node).newest()

    def location(self, item):
        return item.get_absolute_url()

    def lastmod(self, item):
        return item.last_published_at
