"""One part of the report, as a form made of the questions that the national level asks about a year."""

from collections.abc import Mapping

from django import forms

from network.enums import QuestionKind
from network.forms.counted import OWN, counted_fields
from network.forms.fields import TextField, WholeNumberField, tidy
from network.models import Report, ReportQuestion
from network.queries.answers import Given
from network.queries.counting import Figure
from network.services.reports import Change

LONGEST_TEXT = 4000
NOTHING = Given()


class ReportPartForm(forms.Form):
    """A field for each question, named by its code.

    Beside them stands what each answer was when the page was made (`bases`), so that two who write
    at once meet only where both have changed the same answer.
    """

    use_required_attribute = False

    def __init__(
        self,
        data=None,
        *,
        report: Report,
        questions: list[ReportQuestion],
        stored: Mapping[int, Given],
        figures: Mapping[int, Figure],
    ):
        self.report, self.questions, self.figures = report, questions, figures
        self.stored = {question.pk: stored.get(question.pk, NOTHING) for question in questions}
        super().__init__(data)
        for question in questions:
            self.fields.update(fields_for(question, self.stored[question.pk], figures.get(question.pk)))

    def rows(self) -> list[dict]:
        """For each question its field, and for a counted one the figure and the fields beside it."""
        return [
            {"field": self[question.code], "is_required": question.is_required}
            | (
                {
                    "figure": figure,
                    "choice": self[f"{question.code}--choice"],
                    "why": self[f"{question.code}--why"],
                }
                if (figure := self.figures.get(question.pk))
                else {}
            )
            for question in self.questions
        ]

    def bases(self, keep: list[ReportQuestion] = ()) -> list[tuple[str, str]]:  # type: ignore[assignment]
        """(name, value) of the hidden fields; for those in `keep` what the page was made with stands."""
        rows: list[tuple[str, str]] = []
        for question in self.questions:
            was = self.was(question) if question in keep else self.stored[question.pk]
            rows.append((base_name(question), "" if was.value is None else str(was.value)))
            if question.pk in self.figures:
                rows.append((base_name(question, "--why"), was.explanation))
        return rows

    def was(self, question: ReportQuestion) -> Given:
        text = tidy(self.data.get(base_name(question), ""))
        value: int | str | None = text or None
        if question.asks_for_number:
            value = int(text) if text.isdecimal() and len(text) < 20 else None
        return Given(value, tidy(self.data.get(base_name(question, "--why"), "")))

    def now(self, question: ReportQuestion) -> Given:
        figure, typed = self.figures.get(question.pk), self.cleaned_data.get(question.code)
        if figure is None:
            return Given(typed if typed != "" else None)
        choice = self.cleaned_data.get(f"{question.code}--choice")
        if choice and choice != OWN:
            return Given(int(choice))
        return Given(typed, self.cleaned_data.get(f"{question.code}--why", ""))

    def faulty(self) -> list[ReportQuestion]:
        return [
            question
            for question in self.questions
            if any(name.split("--")[0] == question.code for name in self.errors)
        ]

    def changes(self) -> list[Change]:
        """What was changed and can be kept; what has a fault stays in the form."""
        faulty = self.faulty()
        rows = [
            Change(question, self.was(question), self.now(question))
            for question in self.questions
            if question not in faulty
        ]
        return [change for change in rows if change.was != change.now]


def base_name(question: ReportQuestion, part: str = "") -> str:
    return f"was-{question.code}{part}"


def fields_for(question: ReportQuestion, given: Given, figure: Figure | None) -> dict[str, forms.Field]:
    words = {"label": question.name, "help_text": question.help, "required": question.is_required}
    if figure is not None:
        return counted_fields(question, given, figure)
    if question.kind == QuestionKind.TEXT:
        field: forms.Field = TextField(max_length=LONGEST_TEXT, rows=4, initial=given.value, **words)
    else:
        field = WholeNumberField(initial=given.value, **words)
    return {question.code: field}


def as_typed(data: Mapping[str, str]) -> dict[str, str]:
    """What a person had typed, to be kept while they sign in; nothing longer than the form takes."""
    return {name: value[: LONGEST_TEXT * 2] for name, value in data.items() if name != "csrfmiddlewaretoken"}
