"""What is being worked on, for everybody to follow."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from criteria_library.enums import Status
from criteria_library.models import Draft
from criteria_library.queries.drafts import lately_finished, work_in_progress
from criteria_library.queries.hearings import hearings_listed
from criteria_library.queries.work import steps_of, title_of
from criteria_library.views.addresses import canonical_address
from criteria_library.views.hearings.access import is_at_the_desk


def work(request):
    now = timezone.now()
    context = {
        "rows": [(draft, title_of(draft), draft.stage(now)) for draft in work_in_progress()],
        "finished": lately_finished(),
        "open_hearings": hearings_listed(now)["on_hearing"],
        "canonical_url": canonical_address(request.path, shown_on=request.node),
        "breadcrumbs": [(_("Criteria"), reverse("criteria_library:list")), (_("Work in progress"), None)],
    }
    return render(request, "criteria_library/hearings/work.html", context)


def draft(request, pk):
    row = Draft.objects.with_story().filter(pk=pk).first()
    if row is None:
        raise Http404
    context = {
        "draft": row,
        "title": title_of(row),
        "stage": row.stage(timezone.now()),
        "steps": steps_of(row),
        "at_the_desk": is_at_the_desk(request.user),
        "canonical_url": canonical_address(request.path, shown_on=request.node),
        "breadcrumbs": [
            (_("Criteria"), reverse("criteria_library:list")),
            (_("Work in progress"), reverse("criteria_library:work")),
        ],
    }
    return render(request, "criteria_library/hearings/draft.html", context)


def on_criterion(request, criterion) -> dict | None:
    """What a criterion's page says of the work on its next version."""
    if criterion.status == Status.WITHDRAWN:
        return None
    row = Draft.objects.open().filter(criterion=criterion).prefetch_related("heard__hearing").first()
    return {"draft": row, "stage": row.stage(timezone.now()) if row else None}
