import json
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from search.queries.status import search_status


class Command(BaseCommand):
    help = "Which index is live, what waits to be carried to it, and what failed and why."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--json", action="store_true", help="as JSON, for a monitor")

    def handle(self, *args: Any, **options: Any) -> None:
        status = search_status(now=timezone.now())
        if options["json"]:
            self.stdout.write(json.dumps(status, default=str))
            return
        self.stdout.write(f"Engine: {status['engine']} ({status['answer']})")
        for build in status["indexes"]:
            self.stdout.write(
                f"Index {build['index']}: {build['state']}, {build['documents']} documents, "
                f"begun {build['started_at']:%Y-%m-%d %H:%M}"
            )
        self.stdout.write(f"Waiting: {status['waiting']}, the oldest for {status['lag_seconds']:.0f} s")
        for why, count in status["failures"].items():
            self.stdout.write(f"  {count} × {why}")
        for document in status["set_aside"]:
            self.stdout.write(f"Set aside: {document}")
