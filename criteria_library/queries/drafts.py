"""What a draft says, who wrote it, and what is being worked on."""

import hashlib
import json

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Revision

from criteria_library.models import Criterion, CriterionVersion, Draft

SUBSTANCE = (
    "as_qualification",
    "as_specification",
    "as_award",
    "as_clause",
    "level",
    *CriterionVersion.CODES,
)


def working_copy(criterion: Criterion) -> Criterion:
    """What editors have written last, published or not."""
    return criterion.get_latest_revision_as_object()


def as_written(criterion: Criterion) -> Criterion:
    """The working copy, for lists: the row itself, with what was prefetched, where nothing newer is saved."""
    newer = criterion.latest_revision_id and criterion.has_unpublished_changes
    return working_copy(criterion) if newer else criterion


def texts_of(working: Criterion) -> dict[str, dict[str, str]]:
    """Language to field to text."""
    return {text.language: text.texts() for text in working.texts.all()}


def digest_of(working: Criterion) -> str:
    """The same for two working copies that say the same."""
    said = {
        "texts": {text.language: [text.state, text.texts()] for text in working.texts.all()},
        "substance": {name: getattr(working, name) for name in SUBSTANCE},
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def authors_of(draft: Draft) -> set[int]:
    """Everybody who has written in it since the last version, by number."""
    kind = ContentType.objects.get_for_model(Criterion)
    written = Revision.objects.filter(base_content_type=kind, object_id=str(draft.criterion_id))
    current = draft.criterion.current_version
    if current:
        written = written.filter(created_at__gt=current.published_at)
    ids = {*written.values_list("user_id", flat=True), draft.author_id}
    return {number for number in ids if number is not None}


def open_draft_of(criterion: Criterion) -> Draft | None:
    return Draft.objects.open().filter(criterion=criterion).first()


def work_in_progress() -> list[Draft]:
    """For everybody: what is being worked on, soonest planned first and unplanned last."""
    rows = list(Draft.objects.open().with_story())
    return sorted(rows, key=lambda draft: (draft.planned_date is None, draft.planned_date, draft.pk))


def lately_finished(count: int = 10) -> list[Draft]:
    rows = Draft.objects.exclude(version=None).with_story().order_by("-version__published_at")
    return list(rows[:count])
