from django.core.management.base import BaseCommand
from django.utils import timezone

from hub.models import OutgoingMail
from hub.services.mail import deliver_due_mail


class Command(BaseCommand):
    help = "Sends the mail that is due. The worker does so by itself; this takes what a killed worker left."

    def handle(self, **options):
        deliver_due_mail(now=timezone.now())
        waiting = OutgoingMail.objects.exclude(next_attempt_at=None).count()
        given_up = OutgoingMail.objects.filter(next_attempt_at=None, sent_at=None).count()
        self.stdout.write(f"{waiting} waiting, {given_up} given up")
