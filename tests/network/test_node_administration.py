"""National administrators make and close nodes, by page and by command."""

import datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from hub.enums import NodeStatus, Role
from hub.models import Node
from tests.factories.hub import CountyFactory, OrganisationFactory

PAGE = "/nettverk/ny-node/"


@pytest.fixture
def administrator(client_on, national, member):
    return client_on(national, member(national, Role.NETWORK_ADMINISTRATOR))


@pytest.fixture
def typed(national):
    county = CountyFactory(name="Troms", slug="troms")
    host = OrganisationFactory(name="Troms fylkeskommune", county=county)
    return {
        "county": county.pk,
        "slug": "troms",
        "name": "Knutepunkt Troms",
        "host_organisation": host.pk,
        "status": "planned",
        "main_language": "nb",
        "theme": "blue",
    }


def test_a_look_first_makes_nothing(administrator, typed):
    page = administrator.post(PAGE, typed | {"preview": ""}).content.decode()
    assert "http://troms.hub.localhost:8000/" in page
    assert not Node.objects.filter(slug="troms").exists()
    assert 'name="create"' in page


def test_the_node_is_made_and_answers_on_its_host(administrator, typed, client_on):
    assert administrator.post(PAGE, typed | {"create": ""}).status_code == 302
    node = Node.objects.get(slug="troms")
    assert client_on(node).get("/").status_code == 200


def test_making_it_twice_changes_nothing(administrator, typed):
    for _ in range(2):
        administrator.post(PAGE, typed | {"create": ""})
    assert Node.objects.filter(slug="troms").count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("slug", "Troms!"),
        ("slug", "kurs"),
        ("slug", "-troms"),
        ("slug", "x" * 200),
        ("county", ""),
        ("county", "999999"),
        ("host_organisation", ""),
        ("name", ""),
        ("main_language", "de"),
        ("launched_date", "i går"),
        ("contact_email", "ikke en adresse"),
    ],
)
def test_what_is_wrong_is_told_and_kept(administrator, typed, field, value):
    response = administrator.post(PAGE, typed | {field: value, "create": ""})
    assert response.status_code == 200
    assert 'class="faults"' in response.content.decode()
    assert not Node.objects.filter(name="Knutepunkt Troms").exists()


def test_a_short_name_in_use_is_told_by_its_field(administrator, typed, nordland):
    page = administrator.post(PAGE, typed | {"slug": "nordland", "preview": ""}).content.decode()
    assert 'href="#id_slug"' in page


def test_others_may_not_make_nodes(client_on, national, member):
    assert client_on(national, member(national, Role.AUDITOR)).get(PAGE).status_code == 403


def test_closing_asks_for_the_name(administrator, nordland):
    page = f"/nettverk/{nordland.slug}/lukk/"
    assert 'class="faults"' in administrator.post(page, {"name": "Nordland"}).content.decode()
    administrator.post(page, {"name": "knutepunkt nordland"})
    nordland.refresh_from_db()
    assert nordland.status == NodeStatus.CLOSED
    assert administrator.get(page).status_code == 404


def test_the_national_node_cannot_be_closed(administrator, national):
    assert administrator.get(f"/nettverk/{national.slug}/lukk/").status_code == 404


def run(*arguments):
    out = StringIO()
    call_command("create_node", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_makes_a_node_once(typed):
    arguments = ["troms", "--host-organisation", "troms fylkeskommune"]
    assert "Would be made" in run(*arguments, "--dry-run")
    assert not Node.objects.filter(slug="troms").exists()
    assert "is made" in run(*arguments)
    assert "nothing changed" in run(*arguments)


def test_the_command_says_what_to_do_about_a_county_that_is_no_more(national):
    heir = CountyFactory(name="Vestland", slug="vestland")
    gone = CountyFactory(name="Hordaland", slug="", valid_to=datetime.date(2021, 12, 31))
    gone.successors.set([heir])
    OrganisationFactory(name="Verten", county=heir)
    with pytest.raises(CommandError, match="Vestland"):
        run("hordaland", "--host-organisation", "Verten")


def test_the_command_knows_no_such_county_or_organisation(typed):
    with pytest.raises(CommandError, match="There is no county"):
        run("atlantis", "--host-organisation", "Troms fylkeskommune")
    with pytest.raises(CommandError, match="Register it"):
        run("troms", "--host-organisation", "Ingen")
