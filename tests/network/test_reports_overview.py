"""The national level sees which nodes have reported."""

import pytest

from hub.enums import Role
from network.enums import ReportStatus
from network.models import Report
from network.queries.overview import count_handed_in, reports_for
from network.services.reports import start_report
from tests.factories.hub import make_node
from tests.factories.network import make_report_form, submit

PAGE = "/rapporter/"


@pytest.fixture
def form(national):
    return make_report_form()


@pytest.fixture
def administrator(client_on, national, member):
    return client_on(national, member(national, Role.NETWORK_ADMINISTRATOR))


def submitted(node, form):
    return submit(node, form, courses=3, hindrances="For få folk")


def test_nothing_draft_and_submitted_are_told_apart(administrator, form, nordland, vestland):
    submitted(nordland, form)
    start_report(node=vestland, form=form)
    make_node("troms", "Knutepunkt Troms")
    rows = {row.node.slug: row.state for row in reports_for(form)}
    assert rows == {"nordland": "submitted", "vestland": "draft", "troms": "nothing"}
    assert count_handed_in(reports_for(form)) == 1
    assert administrator.get(PAGE).status_code == 200


def test_counties_are_sorted_as_norwegian_does(form):
    for name in ["Østfold", "Agder", "Ås", "Ære"]:
        make_node(f"node-{ord(name[0])}", county_name=name)
    assert [row.node.county.name for row in reports_for(form)] == ["Agder", "Ære", "Østfold", "Ås"]


def test_the_auditor_reads_and_does_not_answer(client_on, national, member, form, nordland):
    report = submitted(nordland, form)
    auditor = client_on(national, member(national, Role.AUDITOR))
    page = auditor.get(f"{PAGE}{report.pk}/")
    assert "For få folk" in page.content.decode()
    assert 'name="accept"' not in page.content.decode()
    assert auditor.post(f"{PAGE}{report.pk}/", {"accept": ""}).status_code == 403


@pytest.mark.parametrize(
    ("button", "status"), [("accept", ReportStatus.ACCEPTED), ("return", ReportStatus.DRAFT)]
)
def test_the_administrator_accepts_or_sends_back(administrator, form, nordland, button, status):
    report = submitted(nordland, form)
    administrator.post(f"{PAGE}{report.pk}/", {button: ""})
    assert Report.objects.get(pk=report.pk).status == status


def test_a_draft_is_not_read_nationally(administrator, form, nordland):
    report = start_report(node=nordland, form=form)
    assert administrator.get(f"{PAGE}{report.pk}/").status_code == 404


def test_without_a_form_the_page_says_how_to_make_one(administrator):
    assert 'class="empty"' in administrator.get(PAGE).content.decode()


def test_a_year_nobody_asked_about_is_not_there(administrator, form):
    assert administrator.get(PAGE, {"year": "1814"}).status_code == 404
    assert administrator.get(PAGE, {"year": "x"}).status_code == 404


def test_a_county_has_no_such_page(client_on, nordland, member):
    person = member(nordland, Role.NODE_MANAGER)
    assert client_on(nordland, person).get(PAGE).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_table_takes_as_many_queries_for_one_node_as_for_many(rows, form, django_assert_num_queries):
    for number in range(rows):
        submitted(make_node(f"fylke-{number}"), form)
    with django_assert_num_queries(2):
        reports_for(form)
