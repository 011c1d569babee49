from django.core.management.base import BaseCommand
from django.utils import timezone

from hub.services.bin import KEPT, empty_bin


class Command(BaseCommand):
    help = f"Delete for good what was deleted more than {KEPT.days} days ago. Run it every night."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Say what would go, and delete nothing.")

    def handle(self, *, dry_run, **options):
        gone = empty_bin(now=timezone.now(), dry_run=dry_run)
        for thing in gone:
            self.stdout.write(f"{thing.node.slug}: {thing.kind} {thing.label} ({thing.deleted_at:%Y-%m-%d})")
        self.stdout.write(f"{len(gone)} would be deleted." if dry_run else f"{len(gone)} deleted.")
