"""What follows from a criterion's fate."""

from django.dispatch import receiver
from django.utils import timezone

from criteria_library.models import Criterion
from criteria_library.queries.drafts import open_draft_of
from criteria_library.services.drafts import close_draft_of_withdrawn
from criteria_library.services.following import note_change
from criteria_library.signals import criterion_withdrawn, version_published


@receiver(criterion_withdrawn, sender=Criterion)
def end_the_work_on_it(sender, criterion, **kwargs):
    if draft := open_draft_of(criterion):
        close_draft_of_withdrawn(draft=draft, at=timezone.now())


@receiver(version_published, sender=Criterion)
def let_followers_hear_of_version(sender, version, **kwargs):
    note_change(criterion=version.criterion, version=version)


@receiver(criterion_withdrawn, sender=Criterion)
def let_followers_hear_of_withdrawal(sender, criterion, **kwargs):
    note_change(criterion=criterion, version=None)
