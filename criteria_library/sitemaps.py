from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from criteria_library.models import Criterion, Draft, Hearing
from hub.models import Node
from hub.sitemaps import NodeSitemap

OVERVIEWS = ["criteria_library:list", "criteria_library:work", "criteria_library:hearings"]


class CriteriaSitemap(Sitemap):
    """On the hub only: that is where a criterion's address is, whatever site shows it."""

    def __init__(self, node: Node):
        self.node = node

    def items(self):
        rows = Criterion.objects.published() if self.node.is_national else Criterion.objects.none()
        return rows.only("identifier", "last_reviewed_date")

    def lastmod(self, criterion):
        return criterion.last_reviewed_date


class LifeSitemap(NodeSitemap):
    """What is worked on and heard, on the hub as well: everybody may follow it and comment."""

    def items(self):
        if not self.node.is_national:
            return []
        rows = [*Hearing.objects.only("pk"), *Draft.objects.open().only("pk")]
        return [*(reverse(name) for name in OVERVIEWS), *(row.get_absolute_url() for row in rows)]

    def location(self, address):
        return address
