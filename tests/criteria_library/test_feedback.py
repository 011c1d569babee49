"""A buyer tells how it went, and those who keep the criterion answer."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from criteria_library.enums import FeedbackState
from criteria_library.models import Feedback
from criteria_library.services.feedback import give_feedback
from criteria_library.services.readers import forget_old_addresses
from hub.enums import Role
from hub.models import AuditEntry, OutgoingMail
from tests.factories.criteria_library import make_criterion, make_draft
from tests.factories.hub import make_member

pytestmark = pytest.mark.django_db

ADDRESS = "/kriterier/TEX-004/erfaringer/ny/"
NOW = datetime.datetime(2026, 11, 16, 12, tzinfo=datetime.UTC)


def told(criterion, node, **fields):
    return give_feedback(
        criterion=criterion, node=node, language="nb", at=NOW, **{"used": "planned", **fields}
    )


@pytest.fixture
def editor(national, client_on):
    return client_on(national, make_member(national, Role.CRITERIA_EDITOR))


def test_a_buyer_without_an_account_tells_that_it_worked_and_is_counted(client_on, nordland):
    make_criterion("TEX-004")
    client = client_on(nordland)

    answer = client.post(ADDRESS, {"used": "yes", "worked": "yes", "text": "60 vask gikk fint."})

    assert answer.url == "/kriterier/TEX-004/erfaringer/takk/"
    assert "Det virket for 1." in client.get("/kriterier/TEX-004/").text
    assert AuditEntry.objects.filter(action="feedback.given", node=nordland).exists()


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({}, "Velg ett svar"),
        ({"used": "yes"}, "Fortell om det virket"),
        ({"used": "no", "email": "ikke en adresse"}, "Skriv e-postadressen slik"),
        ({"used": "no", "text": "x" * 5000}, "2000"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(client_on, nordland, data, fault):
    make_criterion("TEX-004")

    answer = client_on(nordland).post(ADDRESS, {"text": "Min lange tekst"} | data)

    assert answer.status_code == 422
    assert fault in answer.text
    assert data.get("text", "Min lange tekst")[:100] in answer.text
    assert not Feedback.objects.exists()


def test_nothing_is_told_of_a_draft(client_on, nordland):
    make_draft("TEX-004")

    assert client_on(nordland).post(ADDRESS, {"used": "no"}).status_code == 404


def test_an_answer_goes_by_mail_and_is_shown_only_when_the_owner_says_so(editor, client_on, nordland):
    criterion = make_criterion("TEX-004")
    feedback = told(criterion, nordland, text="Vi satte 60 vask.", email="innkjoper@kommune.example")
    address = reverse("wagtailsnippets_criteria_library_feedback:edit", args=[feedback.pk])

    editor.post(address, {"answer": "Takk, 60 er et godt tall.", "role": "Fagansvarlig for tekstil"})

    page = "/kriterier/TEX-004/erfaringer/"
    assert "60 er et godt tall" not in client_on(nordland).get(page).text
    mail = OutgoingMail.objects.get(to="innkjoper@kommune.example")
    assert "60 er et godt tall" in mail.text
    assert nordland.host in mail.text

    editor.post(address, {"answer": "Takk.", "role": "Fagansvarlig", "is_shown": "on"})

    shown = client_on(nordland).get(page).text
    assert "Vi satte 60 vask." in shown
    assert "innkjoper@kommune.example" not in shown
    assert OutgoingMail.objects.count() == 1


def test_feedback_may_be_closed_without_an_answer_but_then_not_shown(editor, nordland):
    feedback = told(make_criterion("TEX-004"), nordland, text="<script>")
    address = reverse("wagtailsnippets_criteria_library_feedback:edit", args=[feedback.pk])

    refused = editor.post(address, {"answer": "", "role": "Fagansvarlig", "is_shown": "on"})
    assert "Bare det som har et svar, vises" in refused.text
    editor.post(address, {"answer": "", "role": "Fagansvarlig"})

    feedback.refresh_from_db()
    assert feedback.state == FeedbackState.CLOSED
    assert not feedback.is_shown


def test_what_waits_stands_on_the_first_page_of_the_admin(editor, nordland):
    told(make_criterion("TEX-004"), nordland)

    assert "1 erfaring med et kriterium venter på svar" in editor.get("/admin/").text


def test_the_address_is_gone_after_a_year_and_what_was_told_stays(nordland):
    feedback = told(make_criterion("TEX-004"), nordland, text="Nyttig.", email="a@kommune.example")

    assert forget_old_addresses(before=timezone.now() + datetime.timedelta(days=1), dry_run=True) == 1
    forget_old_addresses(before=timezone.now() + datetime.timedelta(days=1), dry_run=False)

    feedback.refresh_from_db()
    assert (feedback.email, feedback.text) == ("", "Nyttig.")
