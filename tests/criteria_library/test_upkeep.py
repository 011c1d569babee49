"""What editors do with many criteria, and with their other languages."""

import datetime

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from criteria_library.enums import TextState
from criteria_library.models import Approval, Criterion, Relation
from criteria_library.queries.drafts import working_copy
from criteria_library.queries.relations import circles
from criteria_library.services.drafts import approve_draft, start_draft
from criteria_library.services.publishing import withdraw
from criteria_library.services.translating import states_of
from hub.enums import Role
from hub.models import AuditEntry
from tests.factories.criteria_library import DAY, add_text, make_criterion, make_draft, publish, revise
from tests.factories.hub import UserFactory, make_member

pytestmark = pytest.mark.django_db

CRITERION = "wagtailsnippets_criteria_library_criterion"
BULK = "/admin/bulk/criteria_library/criterion"


@pytest.fixture
def editor(national, client_on):
    return client_on(national, make_member(national, Role.CRITERIA_EDITOR))


def test_many_criteria_get_a_new_owner_at_once_also_in_what_is_being_written(editor):
    one, two = make_criterion("TEX-004"), make_criterion("TEX-005")
    one.save_revision()

    answer = editor.post(f"{BULK}/new_owner/?id={one.pk}&id={two.pk}", {"owner_role": "Fagansvarlig for mat"})

    assert answer.status_code == 302
    assert set(Criterion.objects.values_list("owner_role", flat=True)) == {"Fagansvarlig for mat"}
    assert working_copy(Criterion.objects.get(pk=one.pk)).owner_role == "Fagansvarlig for mat"
    assert AuditEntry.objects.filter(action="criterion.owner_changed").count() == 2


def test_the_next_review_is_set_for_many_and_not_in_the_past(editor):
    one, two = make_criterion("TEX-004"), make_criterion("TEX-005")
    address = f"{BULK}/next_review/?id={one.pk}&id={two.pk}"

    assert "Dagen er passert" in editor.post(address, {"on": "2020-01-01"}).text
    editor.post(address, {"on": "2099-05-01"})

    days = Criterion.objects.values_list("next_review_date", flat=True)
    assert set(days) == {datetime.date(2099, 5, 1)}
    assert AuditEntry.objects.filter(action="criterion.review_planned").count() == 2


def test_withdrawn_criteria_are_left_out_of_what_is_done_to_many(editor):
    criterion = make_criterion("TEX-004")
    withdraw(criterion=criterion, by=None, role="Fagansvarlig", reason="Utgått.", on=DAY)

    editor.post(f"{BULK}/new_owner/?id={criterion.pk}", {"owner_role": "En annen"})

    assert Criterion.objects.get().owner_role != "En annen"


def test_people_of_nodes_do_nothing_to_many(national, nordland, client_on):
    criterion = make_criterion("TEX-004")
    adviser = client_on(national, make_member(nordland, Role.ADVISER))

    answer = adviser.post(f"{BULK}/new_owner/?id={criterion.pk}", {"owner_role": "En annen"})

    assert answer.status_code in (302, 403, 404)
    assert Criterion.objects.get().owner_role != "En annen"


def test_each_language_has_its_state(editor):
    draft = make_draft("TEX-004")
    add_text(draft, "nn", state=TextState.MACHINE)
    add_text(draft, "sv")
    criterion = revise(publish(draft), requirement="Minst 80 vask.")

    states = {code: state for code, _name, state in states_of(criterion)}

    assert states == {"nn": TextState.MACHINE, "sv": TextState.OUTDATED, "en": TextState.MISSING}


def test_a_translation_is_written_beside_the_original_and_waits_for_the_next_version(
    editor, client_on, vestland
):
    criterion = make_criterion("TEX-004")
    address = f"{reverse(f'{CRITERION}:texts', args=[criterion.pk])}?sprak=nn"

    page = editor.get(address).text
    assert "Arbeidstøy skal tåle industrivask" in page
    assert "Nynorsk" in page
    texts = {
        "title": "Arbeidsklede",
        "requirement": "Minst [tal] vask.",
        "documentation": "P",
        "rationale": "G",
    }
    assert editor.post(address, texts | {"state": "checked"}).status_code == 302

    written = working_copy(Criterion.objects.get())
    assert {text.language for text in written.texts.all()} == {"nb", "nn"}
    assert "Arbeidsklede" not in client_on(vestland).get("/kriterier/TEX-004/").text
    assert AuditEntry.objects.filter(action="criterion.translated").exists()


def test_a_translation_that_lacks_something_says_so_and_keeps_what_was_typed(editor):
    criterion = make_criterion("TEX-004")
    address = f"{reverse(f'{CRITERION}:texts', args=[criterion.pk])}?sprak=sv"

    answer = editor.post(address, {"title": "Arbetskläder", "state": "checked"})

    assert answer.status_code == 200
    assert "Arbetskläder" in answer.text


def test_what_is_withdrawn_is_translated_no_more(editor):
    criterion = make_criterion("TEX-004")
    address = f"{reverse(f'{CRITERION}:texts', args=[criterion.pk])}?sprak=nn"
    withdraw(criterion=criterion, by=None, role="Fagpanelet", reason="Ny lov.", on=criterion.valid_from)

    answers = [editor.get(address), editor.post(address, {"title": "Arbeidsklede", "state": "checked"})]

    assert [answer.status_code for answer in answers] == [302, 302], "led away, as from the form itself"
    assert {text.language for text in working_copy(Criterion.objects.get()).texts.all()} == {"nb"}


@pytest.mark.parametrize("language", ["nb", "de", "%00", ""])
def test_a_language_that_is_not_there_is_404(editor, language):
    criterion = make_criterion("TEX-004")

    assert (
        editor.get(f"{reverse(f'{CRITERION}:texts', args=[criterion.pk])}?sprak={language}").status_code
        == 404
    )


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([("A", "B"), ("B", "C")], {}),
        ([("A", "B"), ("B", "A")], {"A": ["A", "B", "A"], "B": ["B", "A", "B"]}),
        ([("X", "A"), ("A", "A")], {"A": ["A", "A"]}),
    ],
)
def test_what_leads_back_to_itself_is_found(pairs, found):
    assert circles(pairs) == found


def test_levels_that_include_each_other_are_refused_in_the_editor(editor):
    from tests.criteria_library.test_editing import form_of

    basic, advanced = make_criterion("TEX-004"), make_criterion("TEX-005")
    Relation.objects.create(criterion=advanced, other=basic, kind="includes")
    back = {
        "relations-TOTAL_FORMS": 1,
        "relations-0-kind": "includes",
        "relations-0-other": advanced.pk,
        "relations-0-ORDER": "1",
    }

    page = editor.post(reverse(f"{CRITERION}:edit", args=[basic.pk]), form_of(basic) | back).text

    assert "TEX-004 → TEX-005 → TEX-004" in page


def test_the_wording_of_each_use_is_shown_by_itself_and_copied_with_its_name(client_on, nordland):
    make_criterion(
        "TEX-004",
        as_award=True,
        texts={"award_wording": "Flere vask gir poeng.", "requirement": "Minst 50 vask."},
    )
    client = client_on(nordland)

    as_specification = client.get("/kriterier/TEX-004/").text
    as_award = client.get("/kriterier/TEX-004/?bruk=award").text

    assert "Minst 50 vask." in as_specification.split('id="requirement"')[1].split("</article>")[0]
    assert "Flere vask gir poeng." in as_award.split('id="requirement"')[1].split("</article>")[0]
    assert "TEX-004 v1 (tildelingskriterium)" in as_award
    assert client.get("/kriterier/TEX-004/?bruk=%00").status_code == 200


def test_what_is_approved_for_a_later_day_is_published_by_the_nightly_command_on_that_day(national):
    criterion, now = make_draft("TEX-004"), timezone.now()
    today = timezone.localdate(now)
    draft = start_draft(criterion=criterion, by=UserFactory(), at=now)
    coming = today + datetime.timedelta(days=5)
    approve_draft(
        draft=draft, by=UserFactory(), role="Panelet", at=now, waiver_reason="Haster.", publish_date=coming
    )

    call_command("publish_approved")
    assert Criterion.objects.get().current_version is None
    Approval.objects.update(publish_date=today)
    call_command("publish_approved")

    assert Criterion.objects.get().citation == "TEX-004 v1"
