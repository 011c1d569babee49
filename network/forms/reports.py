"""A form made of the questions that the national level asks about one year."""

from django import forms
from django.utils.translation import gettext_lazy as _

from network.enums import QuestionKind, QuestionSection
from network.models import Report, ReportQuestion

LONGEST_TEXT = 4000
MOST_DIGITS = 12


class MayWait:
    """A question that must be answered before the report is submitted, but not in a draft."""

    def validate(self, value):
        pass


class WholeNumberField(MayWait, forms.CharField):
    """A number as people write it, with spaces between thousands. Empty is None, which is not zero."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 12}), **kwargs)

    def clean(self, value):
        digits = "".join(super().clean(value).split())
        if not digits:
            return None
        if not digits.isdecimal():
            raise forms.ValidationError(
                _("Write a whole number with digits only, like 12. Leave the field empty if you don't know."),
                code="not_whole",
            )
        if len(digits) > MOST_DIGITS:
            raise forms.ValidationError(_("Check the number: it has more than 12 digits."), code="too_long")
        return int(digits)


class TextField(MayWait, forms.CharField):
    pass


class ReportAnswersForm(forms.Form):
    """One field for each question, named by its code. `version` tells what it was written on."""

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, report: Report, **kwargs):
        self.report = report
        self.questions = list(report.form.questions.all())
        self.stored = stored_in(report)
        initial = {question.code: self.stored.get(question.pk) for question in self.questions}
        super().__init__(*args, initial={**initial, "version": report.version}, **kwargs)
        for question in self.questions:
            self.fields[question.code] = field_for(question)

    @property
    def answers(self) -> dict[ReportQuestion, int | str | None]:
        return {question: self.cleaned_data[question.code] for question in self.questions}

    def sections(self) -> list[tuple[str, list]]:
        """(heading, fields) in the order of the form."""
        return [
            (
                section.label,
                [self[question.code] for question in self.questions if question.section == section],
            )
            for section in QuestionSection
            if any(question.section == section for question in self.questions)
        ]

    def reading(self) -> list[tuple[str, list[tuple[ReportQuestion, int | str | None]]]]:
        """(heading, [(question, answer)]) for those who may read and not write."""
        by_code = {question.code: question for question in self.questions}
        return [
            (heading, [(by_code[field.name], self.stored.get(by_code[field.name].pk)) for field in fields])
            for heading, fields in self.sections()
        ]

    def progress(self) -> tuple[int, int]:
        return sum(question.pk in self.stored for question in self.questions), len(self.questions)

    def take_over(self, current: Report) -> list[tuple[str, int | str | None]]:
        """After another has saved: keeps what was typed, and answers (question, theirs) where they differ."""
        self.stored = stored_in(current)
        self.data = {**self.data.dict(), "version": str(current.version)}
        return [
            (question.name, self.stored.get(question.pk))
            for question, value in self.answers.items()
            if (value or None) != self.stored.get(question.pk) and value != self.stored.get(question.pk)
        ]


def stored_in(report: Report) -> dict[int, int | str | None]:
    """Question id to answer; nothing for a report that nobody has begun."""
    answers = report.answers.all() if report.pk else []
    return {answer.question_id: answer.value for answer in answers}


def field_for(question: ReportQuestion) -> forms.Field:
    words = {"label": question.name, "help_text": question.help, "required": question.is_required}
    if question.kind == QuestionKind.TEXT:
        return TextField(
            max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 4}), empty_value="", **words
        )
    return WholeNumberField(**words)
