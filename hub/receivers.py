from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from hub.managers import SITES
from hub.models import Node, OutgoingMail
from hub.tasks import deliver_mail


@receiver([post_save, post_delete], sender=Node)
def forget_sites(**kwargs):
    cache.delete(SITES)


@receiver(post_save, sender=OutgoingMail)
def have_mail_delivered(created, **kwargs):
    if created:
        transaction.on_commit(deliver_mail.enqueue)
