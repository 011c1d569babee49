"""Criteria, published by the real service, so that what tests read is what production would show."""

import datetime
from itertools import count

from django.utils import timezone

from criteria_library.enums import NoteKind
from criteria_library.models import Criterion, CriterionText, LocalNote
from criteria_library.services.notes import save_note
from criteria_library.services.publishing import publish_version, waive_hearing
from hub.models import ProductGroup
from tests.factories.hub import make_product_group

DAY = datetime.date(2026, 9, 1)
NUMBERS = count(1)

TEXTS = {
    "title": "Arbeidstøy skal tåle industrivask",
    "requirement": "Plaggene skal tåle minst [antall] vask ved 75 °C.",
    "documentation": "Prøverapport fra et akkreditert laboratorium.",
    "rationale": "Plagg som varer dobbelt så lenge, halverer behovet for nye.",
    "follow_up": "Ta stikkprøver etter seks måneder.",
}


def make_draft(
    identifier="", *, groups=(), themes=(), goals=(), texts=None, language="nb", **fields
) -> Criterion:
    """A criterion that nobody has published. `texts` changes single fields of the text."""
    fields = {"as_specification": True, "level": "basic", "owner_role": "Fagansvarlig for tekstil", **fields}
    criterion = Criterion.objects.create(
        identifier=identifier or f"TST-{next(NUMBERS):04}", original_language=language, live=False, **fields
    )
    criterion.product_groups = groups or [ProductGroup.objects.first() or make_product_group()]
    criterion.themes = themes
    criterion.goals = goals
    criterion.save()
    CriterionText.objects.create(criterion=criterion, language=language, **{**TEXTS, **(texts or {})})
    return criterion


def noon(on: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(on, datetime.time(12)))


def publish(criterion: Criterion, *, on: datetime.date = DAY, **fields) -> Criterion:
    at = noon(on)
    approval = waive_hearing(
        criterion=criterion, reason="Retting av skrivefeil.", role="Fagpanelet", by=None, at=at
    )
    publish_version(criterion=criterion, approval=approval, by=None, at=at, **fields)
    return Criterion.objects.get(pk=criterion.pk)


def make_criterion(identifier="", *, on: datetime.date = DAY, **fields) -> Criterion:
    return publish(make_draft(identifier, **fields), on=on)


def revise(criterion: Criterion, *, on: datetime.date = DAY, language="nb", **texts) -> Criterion:
    """Changes the working copy and publishes it as the next version."""
    CriterionText.objects.filter(criterion=criterion, language=language).update(**texts)
    return publish(criterion, on=on)


def add_text(criterion: Criterion, language: str, **fields) -> CriterionText:
    return CriterionText.objects.create(criterion=criterion, language=language, **{**TEXTS, **fields})


def make_note(node, criterion: Criterion, *, on: datetime.date = DAY, **fields) -> LocalNote:
    fields = {"kind": NoteKind.GUIDANCE, "text": "Vaskeriene i Salten vasker ved 85 °C.", **fields}
    return save_note(note=LocalNote(node=node, criterion=criterion, **fields), by=None, on=on)
