"""The form that a county writes its report in."""

import pytest
from django.utils import timezone

from hub.enums import Role
from hub.services.nodes import close_node
from network.models import Report
from network.services.reports import save_report, start_report
from tests.factories.network import SteeringGroupFactory, answers_to, make_report_form

PAGE = "/styringsgruppe/medlem/rapport/2025/"


@pytest.fixture
def form(nordland):
    SteeringGroupFactory(node=nordland)
    return make_report_form()


@pytest.fixture
def writer(client_on, nordland, member):
    return client_on(nordland, member(nordland, Role.STEERING_GROUP_MEMBER))


@pytest.fixture
def lead(client_on, nordland, member):
    return client_on(nordland, member(nordland, Role.COUNTY_GOVERNOR_LEAD))


def typed(version=0, button="save", **answers):
    return {"version": version, button: "", **answers}


def stored(node):
    report = Report.objects.get(node=node)
    return {answer.question.code: answer.value for answer in report.answers.select_related("question")}


def test_a_draft_is_kept_and_stands_in_the_form_again(writer, nordland, form):
    response = writer.post(PAGE, typed(courses="1 200", hindrances="For få folk"), follow=True)
    assert stored(nordland) == {"courses": 1200, "hindrances": "For få folk"}
    page = response.content.decode()
    assert 'value="1200"' in page
    assert "For få folk" in page


def test_reading_the_form_makes_no_report(writer, nordland, form):
    assert writer.get(PAGE).status_code == 200
    assert not Report.objects.exists()


@pytest.mark.parametrize("wrong", ["mange", "-3", "12,5", "1" * 40, "1e3"])
def test_what_is_no_number_is_told_and_kept_as_typed(writer, nordland, form, wrong):
    response = writer.post(PAGE, typed(courses=wrong, hindrances="Lang tekst"))
    page = response.content.decode()
    assert response.status_code == 200
    assert f'value="{wrong}"' in page
    assert "Lang tekst" in page
    assert 'class="faults"' in page
    assert stored(nordland) == {}


def test_a_member_may_not_submit(writer, form):
    assert writer.post(PAGE, typed(button="submit", courses="3")).status_code == 403
    assert 'name="submit"' not in writer.get(PAGE).content.decode()


def test_the_county_governors_lead_submits(lead, nordland, form):
    response = lead.post(PAGE, typed(button="submit", courses="3"))
    assert response["Location"] == "/styringsgruppe/medlem/"
    assert not Report.objects.get(node=nordland).is_draft


def test_submitting_without_a_required_answer_says_which_and_keeps_the_rest(lead, nordland, form):
    page = lead.post(PAGE, typed(button="submit", participants="80")).content.decode()
    assert 'href="#id_courses"' in page
    assert 'value="80"' in page
    assert Report.objects.get(node=nordland).is_draft


def test_two_who_write_at_once_both_keep_their_words(writer, nordland, form):
    report = start_report(node=nordland, form=form)
    save_report(report=report, version=0, answers=answers_to(form, courses=5), by=None, at=timezone.now())
    response = writer.post(PAGE, typed(version=0, courses="7", hindrances="Min tekst"))
    page = response.content.decode()
    assert response.status_code == 409
    assert 'value="7"' in page
    assert "Min tekst" in page
    assert stored(nordland) == {"courses": 5}
    assert 'name="version" value="1"' in page
    writer.post(PAGE, typed(version=1, courses="7", hindrances="Min tekst"))
    assert stored(nordland) == {"courses": 7, "hindrances": "Min tekst"}


def test_a_submitted_report_is_read_and_not_written(lead, nordland, form):
    lead.post(PAGE, typed(button="submit", courses="3"))
    assert "<textarea" not in lead.get(PAGE).content.decode()
    lead.post(PAGE, typed(version=1, courses="9"))
    assert stored(nordland) == {"courses": 3}


def test_in_a_closed_node_the_report_can_only_be_read(writer, nordland, form):
    close_node(nordland, by=None, on=timezone.localdate())
    assert "<textarea" not in writer.get(PAGE).content.decode()
    assert writer.post(PAGE, typed(courses="3")).status_code == 403


def test_a_year_that_is_not_open_is_not_there(writer, form):
    make_report_form(2030, opens=10, due=20)
    assert writer.get("/styringsgruppe/medlem/rapport/2030/").status_code == 404
    assert writer.get("/styringsgruppe/medlem/rapport/1999/").status_code == 404


def test_the_public_sees_a_submitted_report_without_what_is_for_the_national_level(
    client_on, lead, nordland, form
):
    public = "/styringsgruppe/rapporter/2025/"
    assert client_on(nordland).get(public).status_code == 404
    lead.post(PAGE, typed(button="submit", courses="3", hindrances="For få folk"))
    page = client_on(nordland).get(public).content.decode()
    assert "Hvor mange kurs?" in page
    assert "For få folk" not in page


def test_another_node_does_not_have_the_report(client_on, lead, form, vestland):
    lead.post(PAGE, typed(button="submit", courses="3"))
    assert client_on(vestland).get("/styringsgruppe/rapporter/2025/").status_code == 404


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999"])
def test_a_spoilt_version_loses_nothing(writer, form, version):
    response = writer.post(PAGE, typed(version=version, courses="7"))
    assert response.status_code in {200, 409}
    assert 'value="7"' in response.content.decode()
