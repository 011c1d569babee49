"""Hearings as everybody sees them: what is out, what was said, what was answered."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from criteria_library.models import Attachment, HearingDocument
from criteria_library.queries.hearings import (
    changed_by,
    comments_of,
    hearing_or_404,
    hearings_listed,
    parts_shown,
    proposed_by,
    version_before,
)
from criteria_library.views.addresses import canonical_address
from criteria_library.views.hearings.access import may
from hub.enums import Permission


def crumbs() -> list:
    return [
        (_("Criteria"), reverse("criteria_library:list")),
        (_("Hearings"), reverse("criteria_library:hearings")),
    ]


def hearings(request):
    context = {
        **hearings_listed(timezone.now()),
        "canonical_url": canonical_address(request.path, shown_on=request.node),
        "breadcrumbs": crumbs()[:1],
    }
    return render(request, "criteria_library/hearings/list.html", context)


def hearing(request, pk):
    row = hearing_or_404(pk)
    now = timezone.now()
    comments = comments_of(row)
    context = {
        "hearing": row,
        "stage": row.stage(now),
        "takes_comments": row.has_opened(now) and not row.is_answered,
        "is_late": row.is_past_deadline(now),
        "on_hearing": [drawn(heard, comments) for heard in row.heard.all()],
        "on_the_whole": [comment for comment in comments if comment.heard_draft_id is None],
        "comments": comments,
        "documents": row.documents.all(),
        "invitations": row.invitations.all(),
        "runs_it": request.user.is_authenticated and may(request.user, Permission.RUN_HEARINGS),
        "canonical_url": canonical_address(request.path, shown_on=request.node),
        "breadcrumbs": crumbs(),
    }
    return render(request, "criteria_library/hearings/hearing.html", context)


def drawn(heard, comments) -> dict:
    return {
        "heard": heard,
        "criterion": heard.draft.criterion,
        "title": heard.original["title"],
        "before": version_before(heard),
        "proposed": proposed_by(heard),
        "parts": parts_shown(heard),
        "changed": changed_by(heard),
        "comments": [comment for comment in comments if comment.heard_draft_id == heard.pk],
    }


@require_safe
def document(request, pk):
    return handed_out(get_object_or_404(HearingDocument, pk=pk))


@require_safe
def attachment(request, pk):
    """Of confirmed comments alone: what nobody stands behind, or was removed, is shown to nobody."""
    shown = {"comment__confirmed_at__isnull": False, "comment__removed_at": None}
    return handed_out(get_object_or_404(Attachment, pk=pk, **shown))


def handed_out(row) -> FileResponse:
    """To be saved, never opened by the browser in our name."""
    try:
        file = row.file.open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    response = FileResponse(file, as_attachment=True, filename=row.name, content_type=row.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
