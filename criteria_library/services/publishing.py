"""A criterion's life: published as versions, checked and kept, or withdrawn."""

import datetime

from django.db import transaction
from django.utils import timezone

from criteria_library import markup
from criteria_library.enums import SHOWN_TEXTS, ReviewOutcome, Status, TextState, Use
from criteria_library.models import Approval, Criterion, CriterionVersion, Review, VersionText
from criteria_library.signals import criterion_withdrawn, version_published
from hub.services.audit import record

YEARS_BETWEEN_REVIEWS = 3
REQUIRED = ("title", "requirement", "documentation", "rationale")
SUBSTANCE = [*(f"as_{use.value}" for use in Use), "level", *CriterionVersion.CODES]


class CriterionIncomplete(Exception):
    """The original text lacks something that every published criterion has."""

    def __init__(self, missing: list[str]):
        super().__init__(", ".join(missing))
        self.missing = missing


class GroupWithdrawn(Exception):
    """It stands in a product group that is no longer used."""

    def __init__(self, group):
        super().__init__(group.code)
        self.group = group


class CriterionWithdrawn(Exception):
    pass


class NothingPublished(Exception):
    pass


@transaction.atomic
def publish_version(
    *,
    criterion: Criterion,
    approval: Approval,
    by,
    at: datetime.datetime,
    valid_from: datetime.date | None = None,
) -> CriterionVersion:
    """Freezes the working copy as the next version, or answers the current one where nothing would differ."""
    criterion = lock(criterion)
    refuse_if_incomplete(criterion)
    mark_outdated_translations(criterion)
    current = criterion.current_version
    if current and is_as_published(criterion, current):
        return current
    version = freeze(criterion, at=at, valid_from=valid_from, approval=approval)
    criterion.status = Status.PUBLISHED
    criterion.live = True
    criterion.current_version = version
    criterion.valid_from = version.valid_from
    criterion.search_text = searchable(version)
    on = timezone.localdate(at)
    outcome = ReviewOutcome.REVISED if version.number > 1 else ReviewOutcome.NEW
    save_review(criterion, outcome=outcome, role=approval.role or criterion.owner_role, on=on)
    record(action="criterion.published", by=by, about=criterion, detail={"version": version.number})
    version_published.send(sender=Criterion, version=version)
    return version


def waive_hearing(
    *, criterion: Criterion, reason: str, role: str, by, at: datetime.datetime, digest: str = ""
) -> Approval:
    """An approval without a hearing, for a reason that stands in the log and on the page of the work."""
    approval = Approval.objects.create(
        criterion=criterion,
        waiver_reason=reason,
        role=role,
        approved_by=by,
        approved_at=at,
        publish_date=timezone.localdate(at),
        digest=digest,
    )
    record(action="criterion.approved", by=by, about=criterion, detail={"waiver": reason})
    return approval


@transaction.atomic
def check_and_keep(*, criterion: Criterion, by, role: str, on: datetime.date, note: str = "") -> Review:
    """Says that the text was looked at again and still holds."""
    criterion = lock(criterion)
    if criterion.current_version is None:
        raise NothingPublished
    review = save_review(criterion, outcome=ReviewOutcome.KEPT, role=role, on=on, note=note)
    record(action="criterion.kept", by=by, about=criterion)
    return review


@transaction.atomic
def withdraw(
    *, criterion: Criterion, by, role: str, reason: str, on: datetime.date, successor=None
) -> Criterion:
    """Takes it out of use. It stays readable, with the reason and what to use instead."""
    criterion = lock(criterion)
    if criterion.current_version is None:
        raise NothingPublished
    criterion.status = Status.WITHDRAWN
    criterion.withdrawn_date = on
    criterion.withdrawn_reason = reason
    criterion.successor = successor
    save_review(criterion, outcome=ReviewOutcome.WITHDRAWN, role=role, on=on, note=reason)
    record(action="criterion.withdrawn", by=by, about=criterion, detail={"successor": str(successor or "")})
    criterion_withdrawn.send(sender=Criterion, criterion=criterion)
    return criterion


def lock(criterion: Criterion) -> Criterion:
    """Two who publish at once must not get the same number."""
    row = Criterion.objects.select_for_update().select_related(None).get(pk=criterion.pk)
    if row.status == Status.WITHDRAWN:
        raise CriterionWithdrawn
    return row


def refuse_if_incomplete(criterion: Criterion) -> None:
    original = criterion.original_text
    if original is None:
        raise CriterionIncomplete(["original_text"])
    missing = [name for name in REQUIRED if not getattr(original, name).strip()]
    if not criterion.uses:
        missing.append("uses")
    if not criterion.product_groups.exists():
        missing.append("product_groups")
    if missing:
        raise CriterionIncomplete(missing)
    if all(group.withdrawn_date for group in criterion.product_groups.all()):
        raise GroupWithdrawn(criterion.product_groups.first())


def mark_outdated_translations(criterion: Criterion) -> None:
    """A translation that stayed as it was while the original changed says so."""
    current = criterion.current_version
    if current is None:
        return
    published = {text.language: text.texts() for text in current.texts.all()}
    original = criterion.original_text
    if published.get(original.language) == original.texts():
        return
    for text in criterion.texts.exclude(language=original.language).filter(state=TextState.CHECKED):
        if published.get(text.language) == text.texts():
            text.state = TextState.OUTDATED
            text.save(update_fields=["state"])


def is_as_published(criterion: Criterion, version: CriterionVersion) -> bool:
    same_substance = all(getattr(criterion, name) == getattr(version, name) for name in SUBSTANCE)
    return same_substance and shown_texts(criterion) == {
        text.language: (text.state, text.texts()) for text in version.texts.all()
    }


def shown_texts(criterion: Criterion) -> dict[str, tuple]:
    return {
        text.language: (text.state, text.texts())
        for text in criterion.texts.all()
        if text.state in SHOWN_TEXTS or text.language == criterion.original_language
    }


def freeze(criterion: Criterion, *, at, valid_from, approval: Approval) -> CriterionVersion:
    current = criterion.current_version
    version = CriterionVersion.objects.create(
        criterion=criterion,
        number=current.number + 1 if current else 1,
        published_at=at,
        valid_from=valid_from or timezone.localdate(at),
        change_note=criterion.change_note,
        approval=approval,
        **{name: getattr(criterion, name) for name in SUBSTANCE},
    )
    for language, (state, texts) in shown_texts(criterion).items():
        VersionText.objects.create(version=version, language=language, state=state, **texts)
    return version


def searchable(version: CriterionVersion) -> str:
    """Titles first: what is found early in this text stands early in the list."""
    texts = list(version.texts.all())
    parts = [getattr(text, name) for name in VersionText.TEXTS for text in texts]
    return "\n".join([version.criterion.identifier, *(markup.plain(part) for part in parts)]).lower()


def save_review(criterion: Criterion, *, outcome, role, on, note="") -> Review:
    criterion.last_reviewed_date = on
    criterion.review_outcome = outcome
    criterion.next_review_date = on.replace(year=on.year + YEARS_BETWEEN_REVIEWS, day=min(on.day, 28))
    criterion.save()
    return Review.objects.create(criterion=criterion, reviewed_date=on, outcome=outcome, role=role, note=note)
