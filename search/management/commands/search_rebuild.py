import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from search.engines.chosen import chosen_engine
from search.queries.indexes import live_index
from search.services import rebuild_index
from search.services.rebuilding import RebuildRunning


class Command(BaseCommand):
    help = "Build the search index anew beside the live one, then let it take its place."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "--if-missing", action="store_true", help="only where there is no live index of this format"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_missing"] and live_index(chosen_engine().name):
            return
        started = time.monotonic()
        try:
            build = rebuild_index(now=timezone.now(), progress=self.tell)
        except RebuildRunning:
            raise CommandError("A rebuild is running already. See: manage.py search_status") from None
        self.stdout.write(
            f"{build.documents} documents in {build.index} ({time.monotonic() - started:.1f} s). It is live."
        )

    def tell(self, done: int, total: int) -> None:
        self.stdout.write(f"  {done} of {total} documents")
