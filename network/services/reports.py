"""A progress report's way from draft to accepted. Each save knows which version it was written on."""

import datetime
from collections.abc import Mapping

from django.db import transaction

from hub.models import Node
from hub.services import audit
from network.enums import ReportStatus
from network.models import Report, ReportAnswer, ReportForm, ReportQuestion

Answers = Mapping[ReportQuestion, int | str | None]


class ReportChanged(Exception):
    """Somebody else saved the report after this version was read."""


class ReportNotOpen(Exception):
    """The report is no draft any more, or its node is closed."""


class AnswersMissing(Exception):
    def __init__(self, questions: list[ReportQuestion]):
        super().__init__(", ".join(question.code for question in questions))
        self.questions = questions


def start_report(*, node: Node, form: ReportForm) -> Report:
    return Report.objects.get_or_create(node=node, form=form)[0]


def locked(report: Report) -> Report:
    """The row as it stands now, held until the transaction ends."""
    return Report.objects.select_for_update().select_related("node", "form").get(pk=report.pk)


@transaction.atomic
def save_report(*, report: Report, version: int, answers: Answers, by, at: datetime.datetime) -> Report:
    """Keeps the answers as a draft. Raises ReportChanged or ReportNotOpen."""
    current = locked(report)
    if not current.is_draft or current.node.is_read_only:
        raise ReportNotOpen
    if current.version != version:
        raise ReportChanged
    for question, value in answers.items():
        keep_answer(current, question, value)
    current.version += 1
    current.saved_at = at
    current.save(update_fields=["version", "saved_at"])
    audit.record(action="report.saved", by=by, node=current.node, about=current)
    return current


def keep_answer(report: Report, question: ReportQuestion, value: int | str | None) -> None:
    if value in (None, ""):
        ReportAnswer.objects.filter(report=report, question=question).delete()
        return
    kept = {"number": value, "text": ""} if question.asks_for_number else {"number": None, "text": value}
    ReportAnswer.objects.update_or_create(report=report, question=question, defaults=kept)


@transaction.atomic
def submit_report(*, report: Report, version: int, answers: Answers, by, at: datetime.datetime) -> Report:
    """Saves and hands in. Raises AnswersMissing and what `save_report` raises; then nothing is saved."""
    current = save_report(report=report, version=version, answers=answers, by=by, at=at)
    answered = set(current.answers.values_list("question_id", flat=True))
    missing = [
        question
        for question in current.form.questions.filter(is_required=True)
        if question.pk not in answered
    ]
    if missing:
        raise AnswersMissing(missing)
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
    audit.record(action="report.returned", by=by, node=current.node, about=current)
    return current
