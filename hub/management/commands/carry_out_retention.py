from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from hub.services.retention import Outcome, carry_out_retention


class Command(BaseCommand):
    help = (
        "Delete or make anonymous what has been kept long enough, by the rules that the privacy page shows. "
        "Run it every night; it says how much of each kind."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Say what would go, and change nothing.")

    def handle(self, *, dry_run, **options):
        with translation.override("en"):
            outcomes = [
                self.tell(outcome) for outcome in carry_out_retention(now=timezone.now(), dry_run=dry_run)
            ]
        if dry_run:
            self.stdout.write("This was a dry run: nothing is changed.")
        failed = [outcome.name for outcome in outcomes if outcome.fault]
        if failed:
            raise CommandError(f"Not carried out: {', '.join(failed)}. The others are.")

    def tell(self, outcome: Outcome) -> Outcome:
        kept = f"{outcome.act.days} days"
        self.stdout.write(
            f"{outcome.name:<30} {kept:>10} {outcome.count:>7}  {outcome.fault or outcome.act.rule.label}"
        )
        return outcome
