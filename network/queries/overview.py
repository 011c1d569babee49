"""The network as the national level and its visitors see it."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext

from hub.collation import sort_key
from hub.enums import NodeStatus
from hub.models import County, Node
from network.enums import HANDED_IN
from network.models import Report, ReportForm


@dataclass
class Tile:
    """A county on the map, with what `hub/components/map.html` asks for. `node` is None until it has one."""

    county: County
    node: Node | None

    @property
    def name(self) -> str:
        return self.county.name

    @property
    def is_on_the_map(self) -> bool:
        return self.county.tile_column is not None and self.county.tile_row is not None

    @property
    def column(self) -> int:
        return self.county.tile_column or 0

    @property
    def row(self) -> int:
        return self.county.tile_row or 0

    @property
    def css(self) -> str:
        return f"is-{self.node.status}" if self.node else "none"

    @property
    def status(self) -> str:
        # Not get_status_display(), which builds all the choices anew for each tile.
        return str(NodeStatus(self.node.status).label) if self.node else gettext("No node yet")

    @property
    def url(self) -> str:
        return self.node.url() if self.node else ""


SHOWN = (
    "slug", "name", "kind", "status", "county_id", "contact_email", "launched_date",
    "site__hostname", "host_organisation__name", "host_organisation__kind",
)  # fmt: skip


def tiles(*, on: datetime.date) -> list[Tile]:
    """Every county of the day, from north to south as they stand on the map."""
    nodes = {}
    for node in Node.objects.counties().select_related("site", "host_organisation").only(*SHOWN):
        if node.county_id not in nodes or node.status != NodeStatus.CLOSED:
            nodes[node.county_id] = node
    counties = County.objects.in_force(on).order_by("tile_row", "tile_column")
    return [Tile(county, nodes.get(county.pk)) for county in counties]


def count_active(rows: list[Tile]) -> int:
    return sum(tile.node is not None and tile.node.status == NodeStatus.ACTIVE for tile in rows)


def by_name(node: Node) -> tuple:
    return sort_key(str(node.county))


@dataclass
class ReportRow:
    """A node and its report for a year. None is “nothing”, which is not the same as an empty draft."""

    node: Node
    report: Report | None

    @property
    def state(self) -> str:
        return self.report.status if self.report else "nothing"

    @property
    def is_handed_in(self) -> bool:
        return self.state in HANDED_IN


def reports_for(form: ReportForm) -> list[ReportRow]:
    reports = {report.node_id: report for report in Report.objects.filter(form=form)}
    nodes = Node.objects.counties().select_related("site", "county")
    return [ReportRow(node, reports.get(node.pk)) for node in sorted(nodes, key=by_name)]


def count_handed_in(rows: list[ReportRow]) -> int:
    return sum(row.is_handed_in for row in rows)
