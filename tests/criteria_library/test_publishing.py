import datetime

import pytest
from django.db import DatabaseError, connection, transaction

from criteria_library.enums import ReviewOutcome, Status, TextState
from criteria_library.managers import VersionNeverChanges
from criteria_library.models import CriterionText, CriterionVersion, VersionText
from criteria_library.services.publishing import (
    CriterionIncomplete,
    CriterionWithdrawn,
    GroupWithdrawn,
    NothingPublished,
    check_and_keep,
    waive_hearing,
    withdraw,
)
from hub.models import AuditEntry
from tests.factories.criteria_library import DAY, add_text, make_criterion, make_draft, noon, publish, revise

pytestmark = pytest.mark.django_db


def test_publishing_freezes_the_working_copy_as_version_1():
    criterion = make_criterion("TEX-004")

    assert criterion.status == Status.PUBLISHED
    assert criterion.citation == "TEX-004 v1"
    assert criterion.current_version.texts.get().requirement.startswith("Plaggene skal tåle")


def test_a_changed_text_becomes_the_next_version_and_the_first_stays_as_it_was():
    criterion = make_criterion()

    criterion = revise(criterion, requirement="Plaggene skal tåle minst 80 vask.")

    first, second = criterion.versions.order_by("number")
    assert criterion.current_version == second
    assert second.texts.get().requirement == "Plaggene skal tåle minst 80 vask."
    assert "[antall]" in first.texts.get().requirement


def test_publishing_again_without_changes_makes_no_version():
    criterion = publish(make_criterion())

    assert criterion.versions.count() == 1


def test_a_changed_use_alone_is_a_new_version():
    criterion = make_criterion()
    criterion.as_award = True
    criterion.save()

    criterion = publish(criterion)

    assert criterion.current_version.number == 2
    assert [use.value for use in criterion.current_version.uses] == ["specification", "award"]


@pytest.mark.parametrize("lacking", ["title", "requirement", "documentation", "rationale"])
def test_publishing_is_refused_and_says_which_text_is_missing(lacking):
    draft = make_draft(texts={lacking: " "})

    with pytest.raises(CriterionIncomplete) as refusal:
        publish(draft)

    assert refusal.value.missing == [lacking]
    assert not CriterionVersion.objects.exists()


def test_publishing_is_refused_without_a_text_in_the_original_language():
    draft = make_draft()
    draft.texts.update(language="nn")

    with pytest.raises(CriterionIncomplete):
        publish(draft)


def test_publishing_is_refused_without_a_product_group():
    draft = make_draft()
    draft.product_groups.clear()
    draft.save()

    with pytest.raises(CriterionIncomplete) as refusal:
        publish(draft)

    assert refusal.value.missing == ["product_groups"]


def test_a_version_refuses_to_be_saved_updated_or_deleted():
    version = make_criterion().current_version

    for change in (
        version.save,
        version.delete,
        lambda: CriterionVersion.objects.update(number=9),
        lambda: VersionText.objects.all().delete(),
        lambda: version.texts.get().save(),
    ):
        with pytest.raises(VersionNeverChanges):
            change()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE criteria_library_criterionversion SET change_note = 'x'",
        "UPDATE criteria_library_versiontext SET requirement = 'x'",
    ],
)
def test_the_database_itself_refuses_to_change_a_version(statement):
    make_criterion()

    with (
        pytest.raises(DatabaseError, match="never change"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_two_versions_cannot_share_a_number():
    version = make_criterion().current_version
    approval = waive_hearing(criterion=version.criterion, reason="x", role="x", by=None, at=noon(DAY))

    with pytest.raises(DatabaseError), transaction.atomic():
        CriterionVersion.objects.create(
            criterion=version.criterion,
            number=version.number,
            approval=approval,
            published_at=version.published_at,
            valid_from=DAY,
            as_award=True,
        )


def test_a_translation_that_did_not_follow_the_original_is_outdated_and_left_out():
    draft = make_draft()
    add_text(draft, "nn", title="Arbeidsklede skal tole industrivask")
    criterion = publish(draft)

    criterion = revise(criterion, requirement="Plaggene skal tåle minst 80 vask.")

    assert CriterionText.objects.get(criterion=criterion, language="nn").state == TextState.OUTDATED
    assert [text.language for text in criterion.current_version.texts.all()] == ["nb"]


def test_a_translation_changed_with_the_original_follows_it():
    draft = make_draft()
    add_text(draft, "nn")
    criterion = publish(draft)
    CriterionText.objects.filter(criterion=criterion, language="nn").update(requirement="Minst 80 vask.")

    criterion = revise(criterion, requirement="Minst 80 vask.")

    assert {text.language for text in criterion.current_version.texts.all()} == {"nb", "nn"}


def test_to_check_and_keep_is_logged_with_day_and_role_and_moves_the_next_review():
    criterion = make_criterion()

    check_and_keep(
        criterion=criterion, by=None, role="Fagansvarlig for tekstil", on=datetime.date(2027, 2, 28)
    )

    criterion.refresh_from_db()
    assert criterion.review_outcome == ReviewOutcome.KEPT
    assert criterion.last_reviewed_date == datetime.date(2027, 2, 28)
    assert criterion.next_review_date == datetime.date(2030, 2, 28)
    assert criterion.reviews.first().role == "Fagansvarlig for tekstil"
    assert AuditEntry.objects.filter(action="criterion.kept").exists()


def test_a_draft_cannot_be_kept_or_withdrawn():
    draft = make_draft()

    with pytest.raises(NothingPublished):
        check_and_keep(criterion=draft, by=None, role="x", on=DAY)
    with pytest.raises(NothingPublished):
        withdraw(criterion=draft, by=None, role="x", reason="x", on=DAY)


def test_what_is_withdrawn_says_why_and_what_to_use_and_cannot_be_published_again():
    criterion, successor = make_criterion(), make_criterion()

    withdraw(
        criterion=criterion,
        by=None,
        role="Fagansvarlig",
        reason="Dekket av loven.",
        on=DAY,
        successor=successor,
    )

    criterion.refresh_from_db()
    assert criterion.status == Status.WITHDRAWN
    assert criterion.successor == successor
    with pytest.raises(CriterionWithdrawn):
        publish(criterion)


def test_a_criterion_cannot_be_withdrawn_without_a_reason():
    criterion = make_criterion()

    with pytest.raises(DatabaseError), transaction.atomic():
        withdraw(criterion=criterion, by=None, role="Fagansvarlig", reason="", on=DAY)


@pytest.mark.parametrize("identifier", ["TEX004", "tex-004", "T-1", "TEXTIL-1", "TEX-", "TEX-12345", "ÆØÅ-1"])
def test_the_database_refuses_an_identifier_of_another_form(identifier):
    with pytest.raises(DatabaseError), transaction.atomic():
        make_draft(identifier)


def test_a_criterion_needs_a_use():
    with pytest.raises(DatabaseError), transaction.atomic():
        make_draft(as_specification=False)


def test_no_version_exists_without_an_approval():
    version = make_criterion().current_version

    with pytest.raises(DatabaseError), transaction.atomic():
        CriterionVersion.objects.create(
            criterion=version.criterion, number=2, published_at=noon(DAY), valid_from=DAY, as_award=True
        )


def test_a_criterion_in_a_withdrawn_product_group_alone_is_not_published():
    draft = make_draft()
    draft.product_groups.update(withdrawn_date=DAY)

    with pytest.raises(GroupWithdrawn):
        publish(draft)
