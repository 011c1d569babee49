from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from hub.models import Node
from hub.queries import SITES


@receiver([post_save, post_delete], sender=Node)
def forget_sites(**kwargs):
    cache.delete(SITES)
