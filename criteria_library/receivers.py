"""An approver's “Publish” in the editing pages makes the next version."""

from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import published

from criteria_library.models import Criterion
from criteria_library.services.publishing import publish_version


@receiver(published, sender=Criterion)
def freeze_what_was_published(sender, instance, revision=None, **kwargs):
    publish_version(criterion=instance, by=revision.user if revision else None, at=timezone.now())
