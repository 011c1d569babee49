import datetime

from hub.enums import NodeKind
from hub.models import County, Organisation
from hub.services.nodes import NodeSpec, create_node
from network.services.demonstration.files import day, read

# What a record has that is not a field of the spec as it stands.
NOT_IN_SPEC = {"host", "launched_days"}


def load_nodes(today: datetime.date) -> int:
    return sum(
        create_node(spec_of(record, today), by=None, on=today)[1] for record in read("nodes.toml")["nodes"]
    )


def spec_of(record: dict, today: datetime.date) -> NodeSpec:
    county, host = None, None
    if record.get("kind") != NodeKind.NATIONAL:
        county = County.objects.in_force(today).get(slug=record["slug"])
        host = Organisation.objects.get(name=record["host"], county=county)
    fields = {name: value for name, value in record.items() if name not in NOT_IN_SPEC}
    launched = day(today, record.get("launched_days"))
    return NodeSpec(county=county, host_organisation=host, launched_date=launched, **fields)
