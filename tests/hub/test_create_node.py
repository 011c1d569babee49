"""A node is made whole or not at all."""

import datetime

import pytest
from wagtail.models import Collection, GroupPagePermission, Site, WorkflowPage

from hub.enums import NodeStatus, Role
from hub.models import AuditEntry, FrontPage, Node, NodeGroup
from hub.services.nodes import NodeRefused, NodeSpec, close_node, create_node
from tests.factories.hub import TODAY, CountyFactory, OrganisationFactory, make_member, make_node


def spec_for(county, **fields):
    host = OrganisationFactory(county=county)
    return NodeSpec(
        **(
            {"slug": "agder", "name": "Knutepunkt Agder", "county": county, "host_organisation": host}
            | fields
        )
    )


def test_a_node_gets_site_pages_collections_groups_and_workflow(national):
    node, created = create_node(spec_for(CountyFactory()), by=None, on=TODAY)

    assert created
    assert node.site.hostname == "agder.hub.localhost"
    assert isinstance(node.site.root_page.specific, FrontPage)
    assert node.image_collection != node.document_collection
    assert NodeGroup.objects.filter(node=node, role=Role.EDITOR).exists()
    assert WorkflowPage.objects.filter(page=node.site.root_page).exists()
    assert AuditEntry.objects.filter(node=node, action="node.created").count() == 1


def test_a_second_call_changes_nothing(national):
    spec = spec_for(CountyFactory())
    first, _ = create_node(spec, by=None, on=TODAY)
    before = (Site.objects.count(), Collection.objects.count(), AuditEntry.objects.count())

    again, created = create_node(spec, by=None, on=TODAY)

    assert (again, created) == (first, False)
    assert (Site.objects.count(), Collection.objects.count(), AuditEntry.objects.count()) == before


def test_a_county_that_has_ended_names_its_successors(national):
    hordaland = CountyFactory(
        name="Hordaland", valid_to=datetime.date(2019, 12, 31), valid_from=datetime.date(1919, 1, 1)
    )
    hordaland.successors.add(CountyFactory(name="Vestland"))

    with pytest.raises(NodeRefused) as refused:
        create_node(spec_for(hordaland), by=None, on=TODAY)

    assert "Vestland" in refused.value.reasons["county"]


def test_everything_wrong_is_told_at_once_and_nothing_is_left(national):
    make_node("nordland")
    pages = FrontPage.objects.count()

    with pytest.raises(NodeRefused) as refused:
        create_node(NodeSpec("nordland", "Nordland to", None, None), by=None, on=TODAY)

    assert set(refused.value.reasons) == {"slug", "county", "host_organisation"}
    assert FrontPage.objects.count() == pages


def test_a_reserved_address_is_refused(national):
    with pytest.raises(NodeRefused) as refused:
        create_node(spec_for(CountyFactory(), slug="kurs"), by=None, on=TODAY)

    assert "slug" in refused.value.reasons


def test_closing_takes_all_writing_away(national):
    node = make_node()
    editor = make_member(node, Role.EDITOR)
    groups = editor.groups.all()
    assert GroupPagePermission.objects.filter(group__in=groups).exists()

    close_node(node, by=None, on=TODAY)

    assert Node.objects.get(pk=node.pk).status == NodeStatus.CLOSED
    assert not GroupPagePermission.objects.filter(group__in=groups).exists()
