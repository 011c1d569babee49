from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from search.engines.interface import EngineUnavailable
from search.services import compare_index
from search.services.file_texts import read_waiting_files


class Command(BaseCommand):
    help = "Compare the search index with the database; what differs is put in the outbox. For every night."

    def handle(self, *args: Any, **options: Any) -> None:
        if files := read_waiting_files(now=timezone.now()):
            self.stdout.write(f"{files} attached files read")
        try:
            compared = compare_index()
        except EngineUnavailable as error:
            raise CommandError(f"Nothing was compared: {error}") from None
        if compared is None:
            raise CommandError("There is no live index. Run: manage.py search_rebuild")
        self.stdout.write(
            f"{compared.same} alike, {compared.missing} missing, {compared.outdated} outdated, "
            f"{compared.left_over} left over"
        )
