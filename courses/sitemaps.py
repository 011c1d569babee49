from django.contrib.sitemaps import Sitemap
from django.utils import timezone

from courses.models import Session


class SessionSitemap(Sitemap):
    """The node's own coming sessions, whose address is on its host."""

    changefreq = "daily"

    def __init__(self, node):
        self.node = node

    def items(self):
        return Session.objects.public().filter(node=self.node).coming(timezone.now()).select_related("course")

    def location(self, item):
        return item.get_absolute_url()
