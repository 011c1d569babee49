from django.core.management.base import BaseCommand

from hub.services.reference import load_reference


class Command(BaseCommand):
    help = "Load counties, organisations, CPV codes and the national taxonomy. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would change, and change nothing."
        )

    def handle(self, *, dry_run, **options):
        outcomes = load_reference(dry_run=dry_run, report=self.tell)
        if all(outcome.is_quiet for outcome in outcomes):
            self.stdout.write("Nothing to change.")
        elif dry_run:
            self.stdout.write("This was a dry run: nothing is saved.")

    def tell(self, outcome):
        self.stdout.write(
            f"{outcome.name:<15} {outcome.created:>5} new {outcome.changed:>5} changed {outcome.same:>5} same"
        )
        for row in outcome.left_alone:
            self.stdout.write(f"  left as people keep it, though the file differs: {row}")
        for row in outcome.vanished:
            self.stdout.write(f"  not in the file, left in place: {row}")
