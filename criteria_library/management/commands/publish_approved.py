from django.core.management.base import BaseCommand
from django.utils import timezone

from criteria_library.services.drafts import publish_what_is_due


class Command(BaseCommand):
    help = "Publish the approved drafts of criteria whose day has come. Run it every night."

    def handle(self, **options):
        self.stdout.write(f"{publish_what_is_due(at=timezone.now())} published")
