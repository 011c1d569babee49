"""The room's own addresses, for a node's sitemap."""

from django.urls import reverse

from hub.sitemaps import NodeSitemap
from network.models import Report

NATIONAL = ["network:nodes", "network:find", "network:rollout"]


class NetworkSitemap(NodeSitemap):
    """The network on the hub; on a county's node its steering group and what it has reported."""

    def items(self):
        if self.node.is_national:
            return [(name, []) for name in NATIONAL]
        years = Report.objects.handed_in().filter(node=self.node).values_list("form__year", flat=True)
        return [("network:steering_group", []), *[("network:report", [year]) for year in years]]

    def location(self, item):
        name, arguments = item
        return reverse(name, args=arguments)
