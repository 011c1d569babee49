from allauth.account.signals import user_logged_in, user_signed_up
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_used
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver

from hub.managers import SITES
from hub.models import Node, OutgoingMail
from hub.services import second_factor
from hub.services.devices import device_name
from hub.tasks import deliver_mail
from hub.views.invitations import accept_after_sign_up


@receiver([post_save, post_delete], sender=Node)
def forget_sites(**kwargs):
    cache.delete(SITES)


@receiver(post_save, sender=OutgoingMail)
def have_mail_delivered(created, **kwargs):
    if created:
        transaction.on_commit(deliver_mail.enqueue)


@receiver(user_signed_up)
def accept_the_invitation(request, user, **kwargs):
    accept_after_sign_up(request, user)


@receiver([authenticator_added, authenticator_used])
def remember_second_factor(request, user, authenticator, **kwargs):
    """Who has just set one up has shown it too; to be given recovery codes is not to show one."""
    if kwargs["signal"] is authenticator_used or authenticator.type != Authenticator.Type.RECOVERY_CODES:
        second_factor.mark_shown(request, user)


@receiver(authenticator_removed)
def forget_second_factor(request, user, **kwargs):
    if not second_factor.has_second_factor(user):
        second_factor.forget_shown(request)


@receiver(user_logged_in)
def take_providers_second_factor(request, user, sociallogin=None, **kwargs):
    if sociallogin and sociallogin.provider.set_up.is_second_factor:
        second_factor.mark_shown(request, user)


@receiver(pre_save, sender=UserSession)
def keep_what_the_list_shows(instance, **kwargs):
    """allauth writes down the network address and all that a browser says. The privacy page promises less."""
    instance.ip = "0.0.0.0"  # noqa: S104  (an address of nobody)
    if instance.pk is None:
        instance.user_agent = device_name(instance.user_agent)
