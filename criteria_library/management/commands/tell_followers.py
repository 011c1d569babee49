from django.core.management.base import BaseCommand
from django.utils import timezone

from criteria_library.services.following import tell_followers


class Command(BaseCommand):
    help = "Writes one mail to each address that follows something which has changed. Once a night."

    def handle(self, *args, **options):
        told = tell_followers(at=timezone.now())
        self.stdout.write(f"{told} mails")
