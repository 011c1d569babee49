"""Hearings and comments as everybody may see them."""

import datetime

from django.db.models import Count, Prefetch, Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import CommenterRole
from criteria_library.models import Comment, CriterionVersion, HeardDraft, Hearing, VersionText
from criteria_library.queries.differences import FieldDifference, label_of, word_differences

UNNAMED = {
    CommenterRole.BUYER: _("A buyer"),
    CommenterRole.SUPPLIER: _("A supplier"),
    CommenterRole.ORGANISATION: _("An organisation"),
    CommenterRole.AUTHORITY: _("An authority"),
}
COUNTED = Count("comments", filter=Q(comments__confirmed_at__isnull=False), distinct=True)
UNANSWERED = Count(
    "comments",
    filter=Q(comments__confirmed_at__isnull=False, comments__outcome="", comments__removed_at=None),
    distinct=True,
)


def commenter(comment: Comment) -> str:
    """Who said it: by name only where they asked for that."""
    is_named = comment.shows_name and comment.removed_at is None
    shown = [part for part in (comment.name, comment.organisation) if part] if is_named else []
    return ", ".join(shown) or str(UNNAMED[CommenterRole(comment.role)])


def hearings() -> QuerySet:
    heard = HeardDraft.objects.select_related("draft__criterion", "draft__version__criterion")
    drafts = Prefetch("heard", queryset=heard.prefetch_related("draft__criterion__versions__texts"))
    counted = Hearing.objects.annotate(comment_count=COUNTED, unanswered_count=UNANSWERED)
    return counted.prefetch_related(drafts)


def hearings_listed(now: datetime.datetime) -> dict[str, list[Hearing]]:
    """By where they stand: open, coming, being answered, answered."""
    found: dict[str, list[Hearing]] = {"on_hearing": [], "hearing_planned": [], "answering": [], "heard": []}
    for hearing in hearings():
        found[hearing.stage(now)].append(hearing)
    found["on_hearing"].reverse()
    return found


def open_now(now: datetime.datetime) -> list[Hearing]:
    """Those whose deadline hasn't passed, the next to close first."""
    rows = Hearing.objects.filter(opens_at__lte=now, closes_at__gte=now, answered_at=None)
    return list(rows.order_by("closes_at"))


def hearing_or_404(pk: int) -> Hearing:
    hearing = hearings().filter(pk=pk).first()
    if hearing is None:
        raise Http404
    return hearing


def comments_of(hearing: Hearing) -> list[Comment]:
    rows = hearing.comments.confirmed().select_related("heard_draft__draft__criterion", "group", "hearing")
    return list(rows.prefetch_related("attachments").order_by("number"))


def changed_by(heard: HeardDraft) -> list[FieldDifference]:
    """What the hearing led to, part by part."""
    after = heard.original_after
    return text_differences(heard.original, after) if after else []


def proposed_by(heard: HeardDraft) -> list[FieldDifference]:
    """What the draft would change in the version that held when it was sent out."""
    version = version_before(heard)
    texts = version.texts.all() if version else []
    language = heard.draft.criterion.original_language
    before = next((text.texts() for text in texts if text.language == language), None)
    return text_differences(before, heard.original) if before else []


def version_before(heard: HeardDraft) -> CriterionVersion | None:
    """The newest that was published before the hearing opened."""
    earlier = (
        version
        for version in heard.draft.criterion.versions.all()
        if version.published_at < heard.hearing.opens_at
    )
    return max(earlier, key=lambda version: version.number, default=None)


def text_differences(before: dict[str, str], after: dict[str, str]) -> list[FieldDifference]:
    return [
        FieldDifference(
            name=name, label=label_of(name), pieces=word_differences(before.get(name, ""), after[name])
        )
        for name in VersionText.TEXTS
        if name in after and before.get(name, "") != after[name]
    ]


def parts_shown(heard: HeardDraft) -> list[tuple[str, str]]:
    """The draft as it was sent out: label and text of what isn't empty."""
    return [
        (label_of(name), text) for name, text in heard.original.items() if name != "title" and text.strip()
    ]
