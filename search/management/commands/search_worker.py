import time
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from search.services import carry_changes


class Command(BaseCommand):
    help = "Carry waiting changes to the search index, until stopped. The worker of all jobs does it too."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--once", action="store_true", help="stop when nothing is due")
        parser.add_argument("--pause", type=float, default=0.5, help="seconds between looks (0.5)")

    def handle(self, *args: Any, **options: Any) -> None:
        while True:
            carried = carry_changes(now=timezone.now())
            if carried.documents or carried.failures:
                self.stdout.write(f"{carried.documents} carried, {len(carried.failures)} failed")
                continue
            if options["once"]:
                if carried.held_up:
                    self.stderr.write(carried.held_up)
                return
            time.sleep(options["pause"])
