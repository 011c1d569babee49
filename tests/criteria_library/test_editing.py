"""The editing pages, walked as editors, approvers and people of nodes walk them."""

import pytest
from django.urls import reverse

from criteria_library.enums import Status
from criteria_library.models import Criterion, LocalNote
from hub.enums import Role
from hub.models import AuditEntry
from tests.factories.criteria_library import make_criterion, make_draft, make_note, revise
from tests.factories.hub import make_member, make_product_group

pytestmark = pytest.mark.django_db

CRITERION = "wagtailsnippets_criteria_library_criterion"
NOTE = "wagtailsnippets_criteria_library_localnote"


# The inline form's own fields, which a browser always sends.
NO_LINKS = {"links-TOTAL_FORMS": 0, "links-INITIAL_FORMS": 0}


@pytest.fixture
def editor(national, client_on):
    return client_on(national, make_member(national, Role.CRITERIA_EDITOR))


@pytest.fixture
def approver(national, client_on):
    return client_on(national, make_member(national, Role.CRITERIA_APPROVER))


@pytest.fixture
def adviser(national, nordland, client_on):
    return client_on(national, make_member(nordland, Role.ADVISER))


def form_of(criterion=None, **changes):
    """What a browser sends: one text, and the inline forms' own fields."""
    data = {
        "identifier": "TEX-004",
        "original_language": "nb",
        "as_specification": "on",
        "level": "basic",
        "owner_role": "Fagansvarlig for tekstil",
        "effort_buyer": "1",
        "effort_supplier": "1",
        "market": "mature",
        "change_note": "Første versjon.",
        "texts-0-language": "nb",
        "texts-0-state": "checked",
        "texts-0-title": "Arbeidstøy skal tåle industrivask",
        "texts-0-requirement": "Minst [antall] vask.",
        "texts-0-documentation": "Prøverapport.",
        "texts-0-rationale": "Varer lenger.",
        "texts-0-ORDER": "1",
    }
    for name, rows in (("texts", 1), ("relations", 0), ("known_problems", 0)):
        data |= {f"{name}-TOTAL_FORMS": rows, f"{name}-INITIAL_FORMS": 0, f"{name}-MIN_NUM_FORMS": 0}
    if criterion:
        data |= {
            "identifier": criterion.identifier,
            "product_groups": [group.pk for group in criterion.product_groups.all()],
            "texts-INITIAL_FORMS": 1,
            "texts-0-id": criterion.texts.get().pk,
        }
    return data | changes


def test_what_is_written_is_a_draft_even_where_an_approver_asks_for_more(approver, client_on, nordland):
    group = make_product_group()

    response = approver.post(
        reverse(f"{CRITERION}:add"), form_of(product_groups=[group.pk]) | {"action-publish": "1"}
    )

    assert response.status_code == 302, response.context["form"].errors
    criterion = Criterion.objects.get(identifier="TEX-004")
    assert criterion.current_version is None
    assert criterion.drafts.get().is_open
    assert client_on(nordland).get("/kriterier/TEX-004/").status_code == 404


def test_a_changed_working_copy_is_an_open_draft_and_no_version(approver):
    criterion = make_criterion("TEX-004")
    address = reverse(f"{CRITERION}:edit", args=[criterion.pk])

    for words in ("Minst 80 vask.", "Minst 90 vask."):
        change = form_of(criterion, **{"texts-0-requirement": words, "action-publish": "1"})
        assert approver.post(address, change).status_code == 302

    criterion.refresh_from_db()
    assert criterion.current_version.number == 1
    assert criterion.drafts.get().is_open


def test_a_draft_saved_before_a_review_does_not_bring_the_old_review_back():
    criterion = make_criterion("TEX-004")
    revision = criterion.save_revision()
    revised = revise(criterion, requirement="Minst 80 vask.")

    revision.publish()

    revised.refresh_from_db()
    assert revised.status == Status.PUBLISHED
    assert revised.current_version.number == 2
    assert revised.current_version.texts.get().requirement == "Minst 80 vask."


def test_an_editor_writes_drafts_and_cannot_publish(editor):
    draft = make_draft("TEX-004")

    editor.post(reverse(f"{CRITERION}:edit", args=[draft.pk]), form_of(draft) | {"action-publish": "1"})

    draft.refresh_from_db()
    assert draft.current_version is None


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"identifier": "tekstil-4"}, "Skriv to til fem store bokstaver"),
        ({"as_specification": ""}, "Velg minst én bruk"),
        ({"texts-0-language": "nn"}, "Skriv teksten på originalspråket også"),
        ({"identifier": "TEX-005"}, "Kravnummeret endres aldri"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(approver, changes, told):
    criterion = make_criterion("TEX-004")
    data = form_of(criterion, **{"texts-0-title": "Min nye tittel"}) | changes | {"action-publish": "1"}

    response = approver.post(reverse(f"{CRITERION}:edit", args=[criterion.pk]), data)

    assert response.status_code == 200
    assert told in response.text
    assert "Min nye tittel" in response.text


def test_a_criterion_cannot_include_itself(approver):
    criterion = make_criterion("TEX-004")
    itself = {
        "relations-TOTAL_FORMS": 1,
        "relations-0-kind": "includes",
        "relations-0-other": criterion.pk,
        "relations-0-ORDER": "1",
    }

    response = approver.post(
        reverse(f"{CRITERION}:edit", args=[criterion.pk]),
        form_of(criterion) | itself | {"action-publish": "1"},
    )

    assert response.status_code == 200
    assert not criterion.relations.exists()


def test_the_preview_shows_the_page_as_it_will_be(approver):
    criterion = make_criterion("TEX-004")
    address = reverse(f"{CRITERION}:preview_on_edit", args=[criterion.pk])

    approver.post(address, form_of(criterion, **{"texts-0-title": "En ny tittel"}))
    response = approver.get(address)

    assert "En ny tittel" in response.text
    assert "Minst" in response.text


def test_nobody_deletes_a_criterion(approver):
    criterion = make_criterion("TEX-004")

    approver.post(reverse(f"{CRITERION}:delete", args=[criterion.pk]))

    assert Criterion.objects.filter(pk=criterion.pk).exists()


def test_an_approver_withdraws_with_a_reason_and_a_successor(approver):
    criterion, successor = make_criterion("TEX-004"), make_criterion("TEX-009")
    address = reverse(f"{CRITERION}:unpublish", args=[criterion.pk])
    chosen = {"role": "Fagpanelet", "reason": "Dekket av loven.", "successor": "tex-009"}

    assert "Fagansvarlig for tekstil" in approver.get(address).text
    assert approver.post(address, {**chosen, "reason": ""}).status_code == 200
    assert approver.post(address, {**chosen, "successor": "TEX-004"}).status_code == 200
    assert approver.post(address, chosen).status_code == 302

    criterion.refresh_from_db()
    assert criterion.status == Status.WITHDRAWN
    assert criterion.successor == successor
    assert approver.get(address).status_code in {302, 403}


def test_an_approver_says_that_a_criterion_was_checked_and_kept(approver):
    criterion = make_criterion("TEX-004")

    approver.post(reverse(f"{CRITERION}:keep", args=[criterion.pk]), {"role": "Fagpanelet", "note": ""})

    assert criterion.reviews.first().role == "Fagpanelet"


@pytest.mark.parametrize("act", ["keep", "unpublish"])
def test_an_editor_who_may_not_approve_neither_keeps_nor_withdraws(editor, act):
    criterion = make_criterion("TEX-004")

    editor.post(reverse(f"{CRITERION}:{act}", args=[criterion.pk]), {"role": "x", "reason": "x"})

    criterion.refresh_from_db()
    assert criterion.status == Status.PUBLISHED
    assert criterion.reviews.count() == 1


def test_publishing_is_left_to_approval_and_withdrawing_to_approvers(approver, editor):
    address = reverse(f"{CRITERION}:edit", args=[make_criterion("TEX-004").pk])

    assert 'name="action-publish"' not in approver.get(address).text
    assert 'name="action-publish"' not in editor.get(address).text
    listing = reverse(f"{CRITERION}:list")
    assert "/unpublish/" in approver.get(listing).text
    assert "/unpublish/" not in editor.get(listing).text


def test_people_of_nodes_do_not_see_the_drafts_of_criteria(adviser):
    draft = make_draft("TEX-004", texts={"title": "Hemmelig utkast"})

    for address in (
        reverse(f"{CRITERION}:list"),
        reverse(f"{CRITERION}:edit", args=[draft.pk]),
        reverse(f"{CRITERION}:history", args=[draft.pk]),
    ):
        response = adviser.get(address)
        assert response.status_code in {302, 403, 404}
        assert "Hemmelig utkast" not in response.text


def test_an_adviser_writes_the_nodes_note_by_identifier(adviser, nordland):
    criterion = make_criterion("TEX-004")
    data = {"node": nordland.pk, "criterion": "tex-004", "kind": "guidance", "text": "Skriv 85 °C."}

    response = adviser.post(reverse(f"{NOTE}:add"), data | NO_LINKS | {"is_published": "on"})

    assert response.status_code == 302, response.context["form"].errors
    note = LocalNote.objects.get()
    assert (note.node, note.criterion, note.version) == (nordland, criterion, criterion.current_version)
    assert AuditEntry.objects.filter(action="local_note.written", node=nordland).exists()


def test_a_note_on_something_unknown_says_so_and_keeps_the_text(adviser, nordland):
    data = {"node": nordland.pk, "criterion": "TEX-999", "kind": "guidance", "text": "Skriv 85 °C."}

    response = adviser.post(reverse(f"{NOTE}:add"), data)

    assert "Ingen publiserte kriterier har dette kravnummeret" in response.text
    assert "Skriv 85 °C." in response.text


def test_a_second_note_on_the_same_criterion_is_refused(adviser, nordland):
    make_note(nordland, make_criterion("TEX-004"))
    data = {"node": nordland.pk, "criterion": "TEX-004", "kind": "guidance", "text": "En til."}

    assert adviser.post(reverse(f"{NOTE}:add"), data).status_code == 200
    assert LocalNote.objects.count() == 1


def test_to_save_an_outdated_note_again_is_to_confirm_it(adviser, nordland):
    criterion = make_criterion("TEX-004")
    note = make_note(nordland, criterion)
    revise(criterion, requirement="Minst 80 vask.")
    assert "Må bekreftes på nytt" in adviser.get(reverse(f"{NOTE}:list")).text
    address = reverse(f"{NOTE}:edit", args=[note.pk])
    data = {"node": nordland.pk, "criterion": "TEX-004", "kind": "guidance", "text": note.text}

    assert 'value="TEX-004"' in adviser.get(address).text
    adviser.post(address, data | NO_LINKS)

    assert not LocalNote.objects.get().is_outdated


def test_a_note_of_another_node_is_neither_seen_nor_changed_nor_written(adviser, vestland):
    note = make_note(vestland, make_criterion("TEX-004"), text="Hemmelig i Vestland")
    data = {"node": vestland.pk, "criterion": "TEX-004", "kind": "guidance", "text": "Overskrevet"}

    assert "Hemmelig i Vestland" not in adviser.get(reverse(f"{NOTE}:list")).text
    for act in ("edit", "delete", "usage", "history"):
        address = reverse(f"{NOTE}:{act}", args=[note.pk])
        assert adviser.get(address).status_code == 404
        assert adviser.post(address, data).status_code in {404, 405}
    make_criterion("TEX-009")
    adviser.post(reverse(f"{NOTE}:add"), data | {"criterion": "TEX-009"})

    assert [note.text for note in LocalNote.objects.all()] == ["Hemmelig i Vestland"]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_editors_list_takes_the_same_queries_however_long(editor, rows, django_assert_max_num_queries):
    for _ in range(rows):
        make_criterion()
    editor.get(reverse(f"{CRITERION}:list"))

    with django_assert_max_num_queries(40):
        editor.get(reverse(f"{CRITERION}:list"))
