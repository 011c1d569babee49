from pathlib import Path

from django.core.management.base import BaseCommand

from criteria_library.models import Criterion
from criteria_library.services.spreadsheets.writing import write_workbook


class Command(BaseCommand):
    help = "Writes all criteria, as editors have them, to a workbook (.xlsx)."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *args, file, **options):
        with file.open("wb") as out:
            write_workbook(Criterion.objects.all(), out)
        self.stdout.write(f"{Criterion.objects.count()} criteria in {file}")
