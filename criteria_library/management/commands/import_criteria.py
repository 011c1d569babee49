from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from criteria_library.services.spreadsheets.imports import read_file
from criteria_library.services.spreadsheets.opening import BadWorkbook
from criteria_library.services.spreadsheets.reading import Contents
from criteria_library.services.spreadsheets.saving import save_records


class Command(BaseCommand):
    help = "Tries a workbook of criteria, and says every fault. With --write it is written, if there is none."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--write", action="store_true", help="write the drafts when every row is right")
        parser.add_argument("--language", default="nb", help="of the faults (nb)")

    def handle(self, *args, file, write, language, **options):
        with translation.override(language):
            contents = self.read(file)
        for fault in contents.faults:
            self.stderr.write(f"{fault.sheet}, {fault.row}, {fault.column}: {fault.reason}")
        if contents.faults:
            raise CommandError(f"{len(contents.faults)} faults in {contents.rows} rows. Nothing was written.")
        self.stdout.write(f"{len(contents.records)} criteria in {contents.rows} rows, all right")
        if write:
            outcome = save_records(
                contents.records.values(), by=None, at=timezone.now(), name=file.name, told=self.progress
            )
            self.stdout.write("{new} new, {changed} changed, {same} as they were".format(**outcome))

    def read(self, file: Path) -> Contents:
        try:
            with file.open("rb") as opened:
                return read_file(opened, by=None, told=self.progress)
        except (BadWorkbook, OSError) as bad:
            raise CommandError(str(bad)) from bad

    def progress(self, done: int) -> None:
        self.stdout.write(f"{done} …")
