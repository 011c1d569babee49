"""What has been told of a criterion, in numbers and in words."""

from dataclasses import dataclass

from django.db.models import Count, Q

from criteria_library.enums import FeedbackState, Used, Worked
from criteria_library.models import Criterion, Feedback


@dataclass(frozen=True)
class FeedbackCounts:
    users: int
    worked_for: int
    partly_for: int
    failed_for: int
    declined: int
    shown: int

    @property
    def anything(self) -> bool:
        return bool(self.users or self.declined)


def feedback_counts(criterion: Criterion) -> FeedbackCounts:
    used = Q(used=Used.YES)
    rows = Feedback.objects.filter(criterion=criterion)
    return FeedbackCounts(
        **rows.aggregate(
            users=Count("pk", filter=used),
            worked_for=Count("pk", filter=used & Q(worked=Worked.YES)),
            partly_for=Count("pk", filter=used & Q(worked=Worked.PARTLY)),
            failed_for=Count("pk", filter=used & Q(worked=Worked.NO)),
            declined=Count("pk", filter=Q(used=Used.NO)),
            shown=Count("pk", filter=Q(is_shown=True)),
        )
    )


def feedback_shown(criterion: Criterion) -> list[Feedback]:
    rows = Feedback.objects.filter(criterion=criterion, is_shown=True)
    return list(rows.select_related("version__criterion", "sent_on").order_by("-answered_at", "pk"))


def feedback_awaiting() -> int:
    return Feedback.objects.filter(state=FeedbackState.OPEN).count()
