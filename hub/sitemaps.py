"""A node's own pages. The rooms above add theirs in `hub.slots.sitemaps`."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as render_sitemap
from django.urls import reverse

from hub import slots
from hub.queries.pages import pages_of


class NodeSitemap(Sitemap):
    """The base of every part: its addresses are on the node's own host, whatever host was asked."""

    protocol = settings.HUB.scheme

    def __init__(self, node):
        self.node = node

    def get_domain(self, site=None):
        return urlsplit(self.node.url()).netloc


class PageSitemap(NodeSitemap):
    """Published pages in all the node's languages."""

    def items(self):
        return (
            pages_of([self.node.pk])
            .live()
            .public()
            .specific(defer=True)
            .select_related("locale")
            .order_by("path")
        )

    def location(self, page):
        return page.get_url_parts()[2]

    def lastmod(self, page):
        return page.last_published_at


class FixedSitemap(NodeSitemap):
    """Pages that every site has at the same address."""

    def items(self):
        return ["hub:about", "hub:accessibility", "hub:privacy"]

    def location(self, name):
        return reverse(name)


OWN = {"pages": PageSitemap, "fixed": FixedSitemap}


def sitemap(request):
    parts = {name: part(request.node) for name, part in {**OWN, **slots.sitemaps}.items()}
    return render_sitemap(request, parts)
