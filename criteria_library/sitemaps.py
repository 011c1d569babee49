from django.contrib.sitemaps import Sitemap

from criteria_library.models import Criterion
from hub.models import Node


class CriteriaSitemap(Sitemap):
    """On the hub only: that is where a criterion's address is, whatever site shows it."""

    def __init__(self, node: Node):
        self.node = node

    def items(self):
        rows = Criterion.objects.published() if self.node.is_national else Criterion.objects.none()
        return rows.only("identifier", "last_reviewed_date")

    def lastmod(self, criterion):
        return criterion.last_reviewed_date
