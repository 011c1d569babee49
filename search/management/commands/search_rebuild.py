import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from search.engines.interface import EngineUnavailable
from search.queries.readiness import check_search
from search.services import rebuild_index
from search.services.file_texts import read_waiting_files
from search.services.rebuilding import RebuildRunning


class Command(BaseCommand):
    help = "Build the search index anew beside the live one, then let it take its place."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument(
            "--if-missing", action="store_true", help="only where no live index of this format answers"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_missing"] and self.answers():
            return
        started = time.monotonic()
        # Their words are then in the index from its first moment, and not when the worker comes to them.
        if files := read_waiting_files(now=timezone.now()):
            self.stdout.write(f"  {files} attached files read")
        try:
            build = rebuild_index(now=timezone.now(), progress=self.tell)
        except RebuildRunning:
            raise CommandError("A rebuild is running already. See: manage.py search_status") from None
        except (EngineUnavailable, OSError) as error:
            raise CommandError(f"{error}\nThe index that was live still is.") from None
        self.stdout.write(
            f"{build.documents} documents in {build.index} ({time.monotonic() - started:.1f} s). It is live."
        )

    @staticmethod
    def answers() -> bool:
        try:
            check_search()
        except EngineUnavailable:
            return False
        return True

    def tell(self, done: int, total: int) -> None:
        self.stdout.write(f"  {done} of {total} documents")
