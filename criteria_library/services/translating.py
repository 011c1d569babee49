"""A criterion's other languages: how far each is to be trusted, and writing one."""

import datetime
from collections.abc import Mapping

from django.db import transaction

from criteria_library.enums import Status, TextState
from criteria_library.models import Criterion, CriterionText
from criteria_library.queries.drafts import working_copy
from criteria_library.services.drafts import note_writing
from hub.enums import Language
from hub.services.audit import record


def states_of(criterion: Criterion) -> list[tuple[str, str, TextState]]:
    """Code, name and state of each language but the original's."""
    known = {text.language: text for text in criterion.texts.all()}
    return [
        (language.value, str(language.label), state_of(known.get(language.value)))
        for language in Language
        if language != criterion.original_language
    ]


def state_of(text: CriterionText | None) -> TextState:
    return TextState(text.state) if text else TextState.MISSING


@transaction.atomic
def save_translation(
    *,
    criterion: Criterion,
    language: str,
    texts: Mapping[str, str],
    state: str,
    by,
    at: datetime.datetime,
) -> Criterion:
    """As a part of the working copy, so that it goes the same way to readers as every other change."""
    row = Criterion.objects.select_for_update().get(pk=criterion.pk)
    written = working_copy(row)
    others = {text.language: text for text in written.texts.all()}
    text = others.setdefault(language, CriterionText(language=language))
    for name, words in texts.items():
        setattr(text, name, words)
    text.state = state
    written.texts = list(others.values())  # type: ignore[misc]  # modelcluster sets children so
    if row.status == Status.DRAFT:
        written.save()
    written.save_revision(user=by, clean=False)
    note_writing(criterion=row, by=by, at=at)
    record(action="criterion.translated", by=by, about=row, detail={"language": language, "state": state})
    return written
