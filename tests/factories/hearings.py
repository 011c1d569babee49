"""The life of criteria, made by the real services."""

import datetime
from itertools import count

from django.core.files.base import ContentFile
from django.utils import timezone

from criteria_library.models import Comment, Criterion, Draft, Hearing, Proposal
from criteria_library.services.comments import answer_comment, confirm_comment, send_comment
from criteria_library.services.drafts import start_draft
from criteria_library.services.hearings import CheckedFile, close_hearing, open_hearing
from criteria_library.services.proposals import send_proposal
from hub.models import ProductGroup
from tests.factories.criteria_library import make_criterion
from tests.factories.hub import make_product_group

OPENS = datetime.date(2026, 10, 1)
DEADLINE = datetime.date(2026, 11, 1)
NUMBERS = count(1)


def at(day: datetime.date, clock: str = "12:00") -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.fromisoformat(clock)))


DURING = at(datetime.date(2026, 10, 15))
AFTER = at(datetime.date(2026, 11, 10))


def write(criterion: Criterion, *, by=None, **texts) -> Criterion:
    """Saves a working copy as the editing pages do: as a revision, which readers don't see."""
    working = criterion.get_latest_revision_as_object()
    changed = working.texts.get(language=working.original_language)
    for name, text in texts.items():
        setattr(changed, name, text)
    working.texts.add(changed)
    working.save_revision(user=by)
    return Criterion.objects.get(pk=criterion.pk)


def begin(criterion: Criterion | None = None, *, by=None, requirement="Minst 80 vask.", **fields) -> Draft:
    """Work begun on the next version, with a changed requirement."""
    criterion = criterion or make_criterion()
    if requirement:
        criterion = write(criterion, by=by, requirement=requirement)
    return start_draft(criterion=criterion, by=by, at=at(OPENS), **fields)


def make_hearing(*drafts: Draft, opens=OPENS, deadline=DEADLINE, now=None, **facts) -> Hearing:
    hearing = Hearing(title="Høring om arbeidstøy", introduction="Hva mener dere om kravene?")
    return open_hearing(
        hearing=hearing,
        opens_date=opens,
        deadline_date=deadline,
        drafts=drafts or (begin(),),
        by=None,
        at=now or at(OPENS),
        **facts,
    )


def make_comment(hearing: Hearing, *, by=None, now=DURING, confirmed=True, files=(), **fields) -> Comment:
    fields = {"text": "Kravet er for strengt.", "role": "supplier", "name": "Ola", **fields}
    if by is None:
        fields.setdefault("email", f"leverandor{next(NUMBERS)}@demo.example")
    comment = send_comment(comment=Comment(hearing=hearing, **fields), by=by, at=now, files=files)
    return confirm_comment(comment=comment, at=now) if confirmed else comment


def make_answer(comment: Comment, outcome="taken", answer="Vi er enige.", **facts) -> int:
    facts = {"edition": comment.edition, "by": None, "at": AFTER, **facts}
    return answer_comment(comment=comment, outcome=outcome, answer=answer, **facts)


def heard(draft: Draft) -> Hearing:
    """Through a hearing with one answered comment."""
    hearing = make_hearing(draft)
    make_answer(make_comment(hearing))
    return close_hearing(hearing=hearing, by=None, at=AFTER)


def make_proposal(by=None, *, criterion=None, now=DURING, **fields) -> Proposal:
    fields = {"title": "Krav om lengre levetid", "reason": "Plaggene ryker.", **fields}
    if criterion is None:
        fields.setdefault("product_group", ProductGroup.objects.first() or make_product_group())
    kind = "change" if criterion else "new"
    return send_proposal(proposal=Proposal(kind=kind, criterion=criterion, **fields), by=by, at=now)


def pdf(name="merknad.pdf") -> CheckedFile:
    return CheckedFile(name=name, content_type="application/pdf", file=ContentFile(b"%PDF-1.7", name))
