"""A secretary keeps a hearing in order: its words are changed, and what insults is taken from view."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from criteria_library.models import Comment, Hearing
from criteria_library.services.hearings import close_hearing
from hub.enums import Role
from hub.models import AuditEntry
from tests.factories.criteria_library import make_criterion
from tests.factories.hearings import AFTER, begin, make_comment, make_hearing, pdf
from tests.factories.hub import make_member

pytestmark = pytest.mark.django_db

REASON = "Merknaden hengte ut en navngitt person."


def url(name, *args):
    return reverse(f"criteria_library:{name}", args=args)


@pytest.fixture
def as_role(national, client_on):
    return lambda role: client_on(national, make_member(national, role))


@pytest.fixture
def secretary(as_role):
    return as_role(Role.HEARING_SECRETARY)


@pytest.fixture
def hearing(national):
    return make_hearing(begin(make_criterion("TEX-004")))


@pytest.fixture
def insult(hearing):
    said = {"text": "Saksbehandleren er en tosk.", "name": "Ola Sint", "shows_name": True}
    return make_comment(hearing, files=[pdf("hets.pdf")], **said)


def words_of(hearing, **changes):
    stands = {"title": hearing.title, "introduction": hearing.introduction, "seen": hearing.wording_seen}
    return {"reword": "", **stands, **changes}


def test_a_secretary_changes_title_and_introduction_and_the_log_keeps_what_stood(secretary, hearing):
    desk = url("desk_hearing", hearing.pk)
    assert hearing.wording_seen in secretary.get(desk).text

    saved = secretary.post(desk, words_of(hearing, title="Høring om vask", introduction="Ny innledning."))

    assert saved.status_code == 302
    assert "Høring om vask" in secretary.get(hearing.get_absolute_url()).text
    entry = AuditEntry.objects.get(action="hearing.reworded")
    assert entry.detail["before"]["title"] == hearing.title


def test_of_two_secretaries_the_later_is_told_and_keeps_what_was_typed(as_role, hearing):
    desk = url("desk_hearing", hearing.pk)
    as_role(Role.HEARING_SECRETARY).post(desk, words_of(hearing, title="Den førstes"))

    told = as_role(Role.HEARING_SECRETARY).post(desk, words_of(hearing, title="Den andres"))

    now = Hearing.objects.get(pk=hearing.pk)
    assert now.title == "Den førstes"
    assert "Noen andre har endret teksten" in told.text
    assert "Den andres" in told.text
    assert now.wording_seen in told.text


def test_a_hearing_without_a_title_is_refused(secretary, hearing):
    told = secretary.post(url("desk_hearing", hearing.pk), words_of(hearing, title=" "))

    assert "Gi høringen en tittel" in told.text
    assert Hearing.objects.get(pk=hearing.pk).title == hearing.title


def test_an_answered_hearing_keeps_its_words(secretary, hearing):
    close_hearing(hearing=hearing, by=None, at=AFTER)

    assert secretary.post(url("desk_hearing", hearing.pk), words_of(hearing, title="Ny")).status_code == 422
    assert Hearing.objects.get(pk=hearing.pk).title == hearing.title


def test_an_insult_is_taken_from_view_and_the_place_says_why(secretary, hearing, insult, client_on, nordland):
    removed = secretary.post(url("desk_comment", insult.pk), {"remove": "", "reason": REASON})

    reader = client_on(nordland)
    shown = reader.get(hearing.get_absolute_url()).text
    file = reader.get(url("answers_file", hearing.pk)).getvalue().decode()
    workbook = reader.get(url("answers_workbook", hearing.pk)).getvalue()
    in_sheet = " ".join(map(str, *load_workbook(BytesIO(workbook)).active.iter_rows(2, values_only=True)))
    assert removed.status_code == 302
    for text in (shown, file, in_sheet):
        assert REASON in text
        assert "tosk" not in text
        assert "Ola Sint" not in text
    assert "Merknaden ble fjernet" in shown
    assert reader.get(url("attachment", insult.attachments.get().pk)).status_code == 404
    assert AuditEntry.objects.get(action="comment.removed").detail["reason"] == REASON


def test_a_removed_comment_needs_no_answer(secretary, hearing, insult):
    secretary.post(url("desk_comment", insult.pk), {"remove": "", "reason": REASON})

    closed = close_hearing(hearing=hearing, by=None, at=AFTER)

    assert closed.is_answered
    assert Comment.objects.get(pk=insult.pk).text == insult.text


def test_nothing_is_removed_without_a_reason(secretary, hearing, insult):
    told = secretary.post(url("desk_comment", insult.pk), {"remove": "", "reason": "  "})

    assert told.status_code == 422
    assert "tosk" in secretary.get(hearing.get_absolute_url()).text


def test_only_a_secretary_removes(as_role, hearing, insult):
    answer = as_role(Role.CRITERIA_EDITOR).post(
        url("desk_comment", insult.pk), {"remove": "", "reason": REASON}
    )

    assert answer.status_code == 403
    assert Comment.objects.get(pk=insult.pk).removed_at is None
