"""What stands in a report, part by part."""

from collections.abc import Mapping
from dataclasses import dataclass

from network.enums import QuestionSection
from network.models import Report, ReportForm, ReportQuestion
from network.queries.counting import Figure


@dataclass(frozen=True)
class Given:
    """An answer as it stands in a form or in the database. Nothing given is no row."""

    value: int | str | None = None
    explanation: str = ""


@dataclass
class Part:
    """The questions about one body's tasks, written on a page of their own."""

    number: int
    section: QuestionSection
    questions: list[ReportQuestion]
    answered: int = 0

    @property
    def is_complete(self) -> bool:
        return self.answered == len(self.questions)


def given_in(report: Report) -> dict[int, Given]:
    """Question id to what stands there; nothing for a report that nobody has begun."""
    answers = report.answers.all() if report.pk else []
    return {answer.question_id: Given(answer.value, answer.explanation) for answer in answers}


def parts_of(form: ReportForm, given: Mapping[int, Given]) -> list[Part]:
    questions = list(form.questions.all())
    by_section = {
        section: [question for question in questions if question.section == section]
        for section in QuestionSection
    }
    return [
        Part(number, section, asked, sum(given.get(row.pk, Given()).value is not None for row in asked))
        for number, (section, asked) in enumerate(
            ((section, asked) for section, asked in by_section.items() if asked), start=1
        )
    ]


def missing_answers(
    form: ReportForm, given: Mapping[int, Given], figures: Mapping[int, Figure]
) -> list[ReportQuestion]:
    """The questions that stand between a draft and handing it in, in the form's order."""
    return [
        question
        for question in form.questions.all()
        if lacks_answer(question, given.get(question.pk, Given()), figures.get(question.pk))
    ]


def lacks_answer(question: ReportQuestion, given: Given, figure: Figure | None) -> bool:
    """Must be answered and isn't, or a number that differs from the hub's without a reason."""
    if given.value is None:
        return question.is_required or bool(given.explanation)
    return figure is not None and given.value != figure.number and not given.explanation
