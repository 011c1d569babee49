import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from network.services.demonstration import STEPS, load_demonstration
from network.services.resetting import forget_everything


class Command(BaseCommand):
    help = "Load the demonstration's nodes, people and content. Safe to run again: what is there stays."

    def add_arguments(self, parser):
        parser.add_argument("--reset", action="store_true", help="Throw everything away first.")
        parser.add_argument(
            "--brief", action="store_true", help="Leave out the addresses and sign-ins at the end."
        )

    def handle(self, *, reset, brief, verbosity, **options):
        if settings.HUB.is_production:
            raise CommandError(
                "Production refuses the demonstration: its people share a password that anyone may read."
            )
        if reset:
            self.stdout.write("Throwing away what is there …")
            forget_everything()
        found_new = self.load(verbosity)
        call_command("search_rebuild", if_missing=not found_new, stdout=self.stdout)
        if not brief and verbosity:
            call_command("show_demonstration", stdout=self.stdout)

    def load(self, verbosity) -> bool:
        """Whether anything was new."""
        started = before = time.monotonic()
        total = 0
        for number, (step, created) in enumerate(load_demonstration(today=timezone.localdate()), 1):
            now = time.monotonic()
            if verbosity:
                said = f"{created:>5} new" if created else " as it was"
                self.stdout.write(
                    f"{number:>2}/{len(STEPS)} {step.name:<16} {said:<11} {now - before:5.1f} s"
                )
            before = now
            total += created
        if verbosity:
            self.stdout.write(f"The demonstration is loaded ({before - started:.1f} s).")
        return total > 0
