"""The pages on which a county writes its report."""

import pytest
from django.conf import settings
from django.utils import timezone

from hub.enums import Role
from hub.services.nodes import close_node
from network.enums import Counted, QuestionSection
from network.models import Report
from network.services.reports import start_report
from tests.factories.courses import SessionFactory
from tests.factories.network import SteeringGroupFactory, make_report_form, save

PAGE = "/styringsgruppe/medlem/rapport/2025/"
PART = f"{PAGE}1/"
HTMX = {"HX-Request": "true"}


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


def stored(node):
    report = Report.objects.get(node=node)
    return {answer.question.code: answer.value for answer in report.answers.select_related("question")}


def handed_in(client, **answers):
    client.post(PART, answers)
    return client.post(PAGE, {"version": "1"})


def test_a_draft_is_kept_and_stands_in_the_form_again(writer, nordland, form):
    response = writer.post(PART, {"courses": "1 200", "hindrances": "For få folk"}, follow=True)
    assert stored(nordland) == {"courses": 1200, "hindrances": "For få folk"}
    page = response.content.decode()
    assert 'value="1200"' in page
    assert "For få folk" in page


def test_reading_the_form_makes_no_report(writer, nordland, form):
    assert writer.get(PAGE).status_code == 200
    assert writer.get(PART).status_code == 200
    assert not Report.objects.exists()


def test_each_part_tells_how_far_it_has_come_and_leads_to_the_next(writer, form):
    form.questions.filter(code="hindrances").update(section=QuestionSection.RESULTS)
    writer.post(PART, {"courses": "3"})
    page = writer.get(PAGE).content.decode()
    assert "1 av 2 besvart" in page
    assert f'<a class="ds-button" href="{PART}">Fortsett med' in page
    assert writer.post(PART, {"courses": "3", "was-courses": "3", "next": ""})["Location"] == f"{PAGE}2/"
    assert writer.post(f"{PAGE}2/", {"next": ""})["Location"] == PAGE
    assert writer.get(f"{PAGE}3/").status_code == 404


@pytest.mark.parametrize("wrong", ["mange", "-3", "12,5", "1" * 40, "1e3", "٣"])
def test_what_is_no_number_is_told_and_kept_as_typed_while_the_rest_is_saved(writer, nordland, form, wrong):
    response = writer.post(PART, {"courses": wrong, "hindrances": "Lang tekst"})
    page = response.content.decode()
    assert response.status_code == 200
    assert f'value="{wrong}"' in page
    assert "Lang tekst" in page
    assert 'class="faults"' in page
    assert stored(nordland) == {"hindrances": "Lang tekst"}


def test_zero_bytes_are_told_and_not_stored(writer, nordland, form):
    assert 'class="faults"' in writer.post(PART, {"hindrances": "a\x00b"}).content.decode()
    assert stored(nordland) == {}


def test_what_is_saved_as_one_goes_answers_with_the_time_and_the_new_ground(writer, nordland, form):
    page = writer.post(PART, {"courses": "3"}, headers=HTMX).content.decode()
    assert "Lagret kl." in page
    assert '<input type="hidden" name="was-courses" value="3">' in page
    assert "<html" not in page
    assert stored(nordland) == {"courses": 3}


def test_a_fault_is_told_as_one_goes_and_the_rest_is_saved(writer, nordland, form):
    page = writer.post(PART, {"courses": "x", "participants": "80"}, headers=HTMX).content.decode()
    assert 'class="fault"' in page
    assert stored(nordland) == {"participants": 80}


def test_what_was_typed_waits_through_a_sign_in_that_ran_out(client_on, member, nordland, form):
    writer = client_on(nordland)
    response = writer.post(PART, {"courses": "7", "hindrances": "Min tekst"})
    assert response["Location"].startswith(f"{settings.HUB.base_url}/konto/logg-inn/")
    assert not Report.objects.exists()
    writer.force_login(member(nordland, Role.STEERING_GROUP_MEMBER))
    page = writer.get(PART).content.decode()
    assert 'value="7"' in page
    assert "Min tekst" in page
    writer.post(PART, {"courses": "7", "hindrances": "Min tekst"})
    assert stored(nordland) == {"courses": 7, "hindrances": "Min tekst"}
    assert "ikke lagret ennå" not in writer.get(PART).content.decode()


def test_of_strangers_no_more_is_kept_than_a_part_can_hold(client_on, nordland, form):
    stranger = client_on(nordland)

    answer = stranger.post(PART, {f"felt{number}": "x" * 4000 for number in range(100)})

    assert answer.status_code == 302
    assert "felt1" not in str(dict(stranger.session))


def test_who_is_signed_out_is_told_as_one_goes(client_on, nordland, form):
    page = client_on(nordland).post(PART, {"courses": "7"}, headers=HTMX).content.decode()
    assert "logget ut" in page
    assert not Report.objects.exists()


def test_a_member_may_not_submit(writer, form):
    writer.post(PART, {"courses": "3"})
    assert writer.post(PAGE, {"version": "1"}).status_code == 403
    assert 'name="version"' not in writer.get(PAGE).content.decode()


def test_the_county_governors_lead_submits(lead, nordland, form):
    assert handed_in(lead, courses="3")["Location"] == "/styringsgruppe/medlem/"
    assert not Report.objects.get(node=nordland).is_draft


def test_submitting_without_a_required_answer_says_which(lead, nordland, form):
    page = handed_in(lead, participants="80").content.decode()
    assert f'href="{PART}#question-courses"' in page
    assert Report.objects.get(node=nordland).is_draft


@pytest.mark.parametrize("version", ["", "x", "-1", "7", "9" * 20])
def test_what_was_not_read_is_not_submitted(lead, nordland, form, version):
    lead.post(PART, {"courses": "3"})
    assert lead.post(PAGE, {"version": version}).status_code == 409
    assert Report.objects.get(node=nordland).is_draft


def test_two_who_write_different_answers_at_once_do_not_meet(writer, nordland, form):
    save(start_report(node=nordland, form=form), participants=80)
    assert writer.post(PART, {"courses": "7"}).status_code == 302
    assert stored(nordland) == {"courses": 7, "participants": 80}


def test_two_who_write_the_same_answer_at_once_both_keep_their_words(writer, nordland, form):
    save(start_report(node=nordland, form=form), courses=5)
    response = writer.post(PART, {"courses": "7", "hindrances": "Min tekst"})
    page = response.content.decode()
    assert response.status_code == 409
    assert 'value="7"' in page
    assert stored(nordland) == {"courses": 5, "hindrances": "Min tekst"}
    assert 'name="was-courses" value="5"' in page
    writer.post(PART, {"was-courses": "5", "courses": "7", "hindrances": "Min tekst"})
    assert stored(nordland) == {"courses": 7, "hindrances": "Min tekst"}


def test_saving_as_one_goes_never_overwrites_another(writer, nordland, form):
    save(start_report(node=nordland, form=form), courses=5)
    for _time in range(2):
        page = writer.post(PART, {"courses": "7"}, headers=HTMX).content.decode()
        assert 'class="fault"' in page
        assert '<input type="hidden" name="was-courses" value="">' in page
    assert stored(nordland) == {"courses": 5}


@pytest.mark.parametrize("spoilt", ["x", "-1", "9" * 30])
def test_a_spoilt_ground_loses_nothing(writer, form, spoilt):
    response = writer.post(PART, {"was-courses": spoilt, "courses": "7"}, follow=True)
    assert 'value="7"' in response.content.decode()


def test_a_submitted_report_is_read_and_not_written(lead, nordland, form):
    handed_in(lead, courses="3")
    assert lead.get(PART)["Location"] == PAGE
    lead.post(PART, {"courses": "9", "was-courses": "3"})
    assert "sendt inn" in lead.post(PART, {"courses": "9"}, headers=HTMX).content.decode()
    assert stored(nordland) == {"courses": 3}


def test_in_a_closed_node_the_report_can_only_be_read(writer, nordland, form):
    close_node(nordland, by=None, on=timezone.localdate())
    assert writer.get(PAGE).status_code == 200
    assert writer.post(PART, {"courses": "3"}).status_code == 403


def test_a_year_that_is_not_open_is_not_there(writer, form):
    make_report_form(2030, opens=10, due=20)
    for year in ("2030", "1999"):
        assert writer.get(f"/styringsgruppe/medlem/rapport/{year}/").status_code == 404
        assert writer.get(f"/styringsgruppe/medlem/rapport/{year}/1/").status_code == 404


class TestACountedFigure:
    @pytest.fixture
    def form(self, nordland):
        SteeringGroupFactory(node=nordland)
        SessionFactory(node=nordland, starts_at=timezone.now().replace(year=2025, month=5, day=5))
        return make_report_form(counted=Counted.SESSIONS)

    def test_is_shown_and_not_answered_until_somebody_confirms_it(self, writer, nordland, form):
        page = writer.get(PART).content.decode()
        assert "1 er riktig" in page
        writer.post(PART, {"hindrances": "x"})
        assert stored(nordland) == {"hindrances": "x"}
        writer.post(PART, {"courses--choice": "1", "hindrances": "x", "was-hindrances": "x"})
        assert stored(nordland) == {"courses": 1, "hindrances": "x"}

    def test_another_number_is_kept_with_its_reason_and_read_by_everybody(
        self, lead, client_on, nordland, form
    ):
        handed_in(
            lead, **{"courses--choice": "own", "courses": "3", "courses--why": "To sto ikke i kalenderen"}
        )
        page = client_on(nordland).get("/styringsgruppe/rapporter/2025/").content.decode()
        assert "To sto ikke i kalenderen" in page
        assert "hadde telt 1" in page

    def test_another_number_without_a_reason_is_not_submitted(self, lead, nordland, form):
        page = handed_in(lead, **{"courses--choice": "own", "courses": "3"}).content.decode()
        assert f'href="{PART}#question-courses"' in page
        assert stored(nordland) == {"courses": 3}

    def test_a_figure_that_has_changed_since_the_page_was_made_is_told(self, writer, nordland, form):
        page = writer.post(PART, {"courses--choice": "5"}).content.decode()
        assert 'class="faults"' in page
        assert stored(nordland) == {}


def test_the_public_sees_a_submitted_report_without_what_is_for_the_national_level(
    client_on, lead, nordland, form
):
    public = "/styringsgruppe/rapporter/2025/"
    assert client_on(nordland).get(public).status_code == 404
    handed_in(lead, courses="3", hindrances="For få folk")
    page = client_on(nordland).get(public).content.decode()
    assert "Hvor mange kurs?" in page
    assert "For få folk" not in page


def test_another_node_does_not_have_the_report(client_on, lead, form, vestland):
    handed_in(lead, courses="3")
    assert client_on(vestland).get("/styringsgruppe/rapporter/2025/").status_code == 404
