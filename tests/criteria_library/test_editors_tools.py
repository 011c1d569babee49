"""What Wagtail gives the editors of a criterion, and that none of it leads to readers past an approval."""

import datetime
import re

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from criteria_library.models import Approval, Criterion, CriterionVersion
from hub.enums import Role
from tests.criteria_library.test_editing import CRITERION, form_of
from tests.factories.criteria_library import make_criterion
from tests.factories.hearings import begin, write
from tests.factories.hub import make_member

pytestmark = pytest.mark.django_db

YESTERDAY = timezone.now() - datetime.timedelta(days=1)


def url(act, *args):
    return reverse(f"{CRITERION}:{act}", args=args)


@pytest.fixture
def as_role(national, client_on):
    return lambda role: client_on(national, make_member(national, role))


@pytest.fixture
def editor(as_role):
    return as_role(Role.CRITERIA_EDITOR)


@pytest.fixture
def written():
    """Version 1 for readers, and two saved drafts of the next."""
    criterion = write(make_criterion("TEX-004"), requirement="Minst 80 vask.")
    return write(criterion, requirement="Minst 90 vask.")


def plain(response) -> str:
    return re.sub(r"<[^>]+>", "", response.text)


def stands_at_version_1(criterion) -> bool:
    """Readers' text and the row behind an approval are as they were."""
    row = Criterion.objects.get(pk=criterion.pk)
    version = CriterionVersion.objects.get(criterion=row)
    return row.current_version == version and version.texts.get().requirement.startswith("Plaggene skal")


def test_history_leads_from_each_saved_draft_to_its_comparison(editor):
    criterion = make_criterion("TEX-004")
    for words in ("Minst 80 vask.", "Minst 90 vask."):
        editor.post(url("edit", criterion.pk), form_of(criterion, **{"texts-0-requirement": words}))
    first, second = criterion.revisions.order_by("pk")

    history = editor.get(url("history", criterion.pk))

    assert history.status_code == 200
    assert url("revisions_view", criterion.pk, first.pk) in history.text
    assert url("revisions_compare", criterion.pk, first.pk, second.pk) in history.text


def test_two_saved_drafts_are_compared_word_by_word(editor, written):
    first, second = written.revisions.order_by("pk")

    compared = editor.get(url("revisions_compare", written.pk, first.pk, second.pk))

    assert compared.status_code == 200
    assert "80" in compared.text
    assert "90" in compared.text
    assert 'class="comparison' in compared.text


def test_a_saved_draft_is_seen_as_readers_would_see_it(editor, written):
    first = written.revisions.order_by("pk").first()

    seen = editor.get(url("revisions_view", written.pk, first.pk))

    assert seen.status_code == 200
    assert "Minst 80 vask." in plain(seen)


def test_a_locked_draft_is_refused_to_the_other_editor_who_is_told_why(as_role, written):
    one, other = as_role(Role.CRITERIA_EDITOR), as_role(Role.CRITERIA_EDITOR)
    assert url("lock", written.pk) in one.get(url("edit", written.pk)).text

    assert one.post(url("lock", written.pk)).status_code == 302

    told = "Utkastet er låst av Rolle"
    assert told in other.get(url("edit", written.pk)).text
    refused = other.post(url("edit", written.pk), form_of(written, **{"texts-0-requirement": "Mitt."}))
    assert told in refused.text
    assert "Mitt." in refused.text
    translated = {"title": "Mi", "requirement": "Mi", "documentation": "Mi", "rationale": "Mi"}
    beside = other.post(f"{url('texts', written.pk)}?sprak=nn", translated | {"state": "checked"})
    assert told in beside.text, "the page of translations is no way around it"
    assert written.revisions.count() == 2


def test_who_locked_a_draft_goes_on_writing_and_opens_it_again(as_role, written):
    one, other = as_role(Role.CRITERIA_EDITOR), as_role(Role.CRITERIA_EDITOR)
    one.post(url("lock", written.pk))

    saved = one.post(url("edit", written.pk), form_of(written, **{"texts-0-requirement": "Mitt."}))
    other.post(url("unlock", written.pk))
    assert Criterion.objects.get(pk=written.pk).locked
    one.post(url("unlock", written.pk))

    assert saved.status_code == 302
    assert not Criterion.objects.get(pk=written.pk).locked


def test_an_approver_opens_what_an_editor_left_locked(editor, as_role, written):
    editor.post(url("lock", written.pk))

    as_role(Role.CRITERIA_APPROVER).post(url("unlock", written.pk))

    assert not Criterion.objects.get(pk=written.pk).locked


def test_the_editor_is_led_to_hearing_and_approval(editor):
    draft = begin(make_criterion("TEX-004"))

    shown = editor.get(url("edit", draft.criterion_id)).text

    assert reverse("criteria_library:desk_draft", args=[draft.pk]) in shown
    assert "Høring og godkjenning" in shown


@pytest.mark.parametrize("role", [Role.CRITERIA_EDITOR, Role.CRITERIA_APPROVER])
@pytest.mark.parametrize(
    "asked",
    [
        {"action-publish": "1"},
        {"action-submit": "1"},
        {"action-workflow-action": "1", "workflow-action-name": "approve"},
        {"action-publish": "1", "go_live_at": f"{YESTERDAY:%Y-%m-%d %H:%M}"},
    ],
)
def test_no_button_of_the_editor_publishes(as_role, written, role, asked):
    data = form_of(written, **{"texts-0-requirement": "Uten godkjenning."})

    as_role(role).post(url("edit", written.pk), data | asked)
    call_command("publish_scheduled")

    assert stands_at_version_1(written)


@pytest.mark.parametrize("role", [Role.CRITERIA_EDITOR, Role.CRITERIA_APPROVER])
def test_going_back_to_an_earlier_draft_saves_a_draft(as_role, written, role):
    first = written.revisions.order_by("pk").first()
    client = as_role(role)
    assert client.get(url("revisions_revert", written.pk, first.pk)).status_code == 200

    client.post(
        url("edit", written.pk),
        form_of(written, **{"texts-0-requirement": "Minst 80 vask."})
        | {"revision": first.pk, "action-publish": "1"},
    )

    assert stands_at_version_1(written)


@pytest.mark.parametrize("act", ["publish", "unpublish", "delete"])
def test_no_bulk_act_publishes_or_takes_away(as_role, written, act):
    address = f"/admin/bulk/criteria_library/criterion/{act}/?id={written.pk}"

    answer = as_role(Role.CRITERIA_APPROVER).post(address)

    assert answer.status_code in {302, 403, 404}
    assert stands_at_version_1(written)


def test_what_is_published_by_wagtail_itself_reaches_no_reader(written, nordland, client_on):
    """A revision with a day in the past, as `publish_scheduled` would find one, is not a version."""
    revision = written.revisions.last()
    revision.approved_go_live_at = YESTERDAY
    revision.save()

    call_command("publish_scheduled")

    assert stands_at_version_1(written)
    assert "Minst 90 vask." not in client_on(nordland).get("/kriterier/TEX-004/").text
    assert Approval.objects.filter(criterion=written).count() == 1
