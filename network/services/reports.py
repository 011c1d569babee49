"""A progress report's way from draft to accepted. Nobody overwrites what another wrote, unseen."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from hub.models import Node
from hub.services import audit
from network.enums import ReportStatus
from network.models import Report, ReportAnswer, ReportForm, ReportQuestion
from network.queries.answers import Given, given_in, missing_answers
from network.queries.counting import figures_for


class ReportChanged(Exception):
    """Somebody else saved the report after this version was read."""


class ReportNotOpen(Exception):
    """The report is no draft any more, or its node is closed."""


class AnswersMissing(Exception):
    def __init__(self, questions: list[ReportQuestion]):
        super().__init__(", ".join(question.code for question in questions))
        self.questions = questions


@dataclass(frozen=True)
class Change:
    """`was` is what stood there when the person began to write."""

    question: ReportQuestion
    was: Given
    now: Given


def start_report(*, node: Node, form: ReportForm) -> Report:
    return Report.objects.get_or_create(node=node, form=form)[0]


def locked(report: Report) -> Report:
    """The row as it stands now, held until the transaction ends."""
    return Report.objects.select_for_update(of=("self",)).select_related("node", "form").get(pk=report.pk)


@transaction.atomic
def save_answers(
    *, report: Report, changes: Iterable[Change], by, at: datetime.datetime
) -> list[ReportQuestion]:
    """Keeps what was changed, and answers the questions that somebody else has answered otherwise meanwhile.

    Those are left as the other wrote them. Raises ReportNotOpen.
    """
    current = open_draft(report)
    stands = given_in(current)
    kept: list[Change] = []
    taken: list[Change] = []
    for change in changes:
        now = stands.get(change.question.pk, Given())
        if now == change.now:
            continue
        (kept if now == change.was else taken).append(change)
    for change in kept:
        keep_answer(current, change.question, change.now)
    if kept:
        current.version += 1
        current.saved_at = at
        current.save(update_fields=["version", "saved_at"])
        codes = [change.question.code for change in kept]
        audit.record(
            action="report.saved", by=by, node=current.node, about=current, detail={"answers": codes}
        )
    return [change.question for change in taken]


def open_draft(report: Report) -> Report:
    current = locked(report)
    if not current.is_draft or current.node.is_read_only:
        raise ReportNotOpen
    return current


def keep_answer(report: Report, question: ReportQuestion, given: Given) -> None:
    if given.value in (None, "") and not given.explanation:
        ReportAnswer.objects.filter(report=report, question=question).delete()
        return
    kept = (
        {"number": given.value, "text": ""}
        if question.asks_for_number
        else {"number": None, "text": given.value or ""}
    )
    ReportAnswer.objects.update_or_create(
        report=report, question=question, defaults={**kept, "explanation": given.explanation}
    )


@transaction.atomic
def submit_report(*, report: Report, version: int, by, at: datetime.datetime) -> Report:
    """Hands in what was read as `version`. Raises ReportChanged, ReportNotOpen or AnswersMissing."""
    current = open_draft(report)
    if current.version != version:
        raise ReportChanged
    figures = figures_for(current.node, current.form, now=at)
    if missing := missing_answers(current.form, given_in(current), figures):
        raise AnswersMissing(missing)
    for answer in current.answers.filter(question__in=figures.keys()):
        answer.counted = figures[answer.question_id].number
        answer.save(update_fields=["counted"])
    current.status = ReportStatus.SUBMITTED
    current.submitted_at = at
    current.save(update_fields=["status", "submitted_at"])
    audit.record(action="report.submitted", by=by, node=current.node, about=current)
    return current


@transaction.atomic
def accept_report(*, report: Report, by, at: datetime.datetime) -> Report:
    current = locked(report)
    if current.status != ReportStatus.SUBMITTED:
        raise ReportNotOpen
    current.status = ReportStatus.ACCEPTED
    current.accepted_at = at
    current.save(update_fields=["status", "accepted_at"])
    audit.record(action="report.accepted", by=by, node=current.node, about=current)
    return current


@transaction.atomic
def return_report(*, report: Report, by) -> Report:
    """Makes a submitted report a draft again, so that the county can correct it."""
    current = locked(report)
    if current.status != ReportStatus.SUBMITTED:
        raise ReportNotOpen
    current.status = ReportStatus.DRAFT
    current.submitted_at = None
    current.save(update_fields=["status", "submitted_at"])
    current.answers.update(counted=None)
    audit.record(action="report.returned", by=by, node=current.node, about=current)
    return current
