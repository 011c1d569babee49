"""All comments and answers of a hearing as a table, for a spreadsheet."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from criteria_library.models import Comment, Hearing
from criteria_library.queries.hearings import commenter, comments_of, hearing_or_404
from criteria_library.services.spreadsheets.answers import write_answers
from criteria_library.services.spreadsheets.sheets import WIDE, WIDTH
from criteria_library.views.workbooks import workbook_file
from hub.views.tables import csv_file, minute

NARROW = 10


@require_safe
def answers_file(request, pk):
    hearing = hearing_or_404(pk)
    return csv_file(f"horing-{hearing.pk}", headings(), rows(hearing))


@require_safe
def answers_workbook(request, pk):
    hearing = hearing_or_404(pk)
    return workbook_file(
        f"horing-{hearing.pk}",
        lambda file: write_answers(headings(), rows(hearing), file, sheet=_("Comments")),
    )


def headings() -> dict[str, int]:
    """With how wide the column is in a workbook."""
    return {
        _("Number"): NARROW,
        _("Criterion"): NARROW,
        _("Part"): WIDTH,
        _("From"): WIDTH,
        _("Role"): WIDTH,
        _("Received"): WIDTH,
        _("After the deadline"): NARROW,
        _("Comment"): WIDE,
        _("Group"): WIDTH,
        _("Answer"): WIDTH,
        _("Why"): WIDE,
    }


def rows(hearing: Hearing) -> Iterator[list]:
    return (cells(comment, hearing) for comment in comments_of(hearing))


def cells(comment: Comment, hearing: Hearing) -> list:
    heard = comment.heard_draft
    answered = hearing.is_answered
    return [
        comment.number,
        heard.draft.criterion.identifier if heard else "",
        comment.part,
        commenter(comment),
        comment.get_role_display(),
        minute(comment.received_at),
        _("Yes") if comment.is_late else "",
        removed_words(comment) or comment.text,
        comment.group.title if comment.group and answered else "",
        comment.get_outcome_display() if answered else "",
        comment.answer if answered else "",
    ]


def removed_words(comment: Comment) -> str:
    return _("Removed: %s") % comment.removed_reason if comment.removed_at else ""
