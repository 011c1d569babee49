import time
from itertools import islice

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from courses.services.generation import generate_sessions
from criteria_library.services.generation import generate_criteria
from good_examples.services.generation import generate_examples
from hub.models import Node
from network.services.generation import generate_nodes, generate_pages

BATCH = 200


class Command(BaseCommand):
    help = "Make content by the number, for benchmarks and load. Run search_rebuild afterwards."

    def add_arguments(self, parser):
        for kind in ("nodes", "pages", "criteria", "sessions", "examples"):
            parser.add_argument(f"--{kind}", type=int, default=0, help=f"How many {kind} to make.")
        parser.add_argument("--seed", type=int, default=1, help="The same seed makes the same content.")

    def handle(self, *, nodes, pages, criteria, sessions, examples, seed, verbosity, **options):
        self.verbosity = verbosity
        if min(nodes, pages, criteria, sessions, examples) < 0:
            raise CommandError("A number of things can't be less than none.")
        if not Node.objects.exists():
            raise CommandError("There is no node to put content in. Run load_demonstration first.")
        self.one_by_one("nodes", nodes, generate_nodes(nodes))
        hosts = list(Node.objects.counties().writable().select_related("site").order_by("slug"))
        self.one_by_one("pages", pages, generate_pages(pages, seed=seed, nodes=hosts))
        self.at_once("criteria", criteria, lambda: generate_criteria(criteria, seed=seed))
        self.at_once("sessions", sessions, lambda: generate_sessions(sessions, seed=seed, nodes=hosts))
        self.at_once("examples", examples, lambda: generate_examples(examples, seed=seed, nodes=hosts))

    def one_by_one(self, kind, count, made):
        done, started = 0, time.monotonic()
        while done < count:
            with transaction.atomic():
                done += sum(1 for _ in islice(made, BATCH))
            self.tell(kind, done, count, started)

    def at_once(self, kind, count, make):
        started = time.monotonic()
        if count:
            self.tell(kind, make(), count, started)

    def tell(self, kind, done, count, started):
        if self.verbosity:
            self.stdout.write(f"{kind:<9} {done:>7} of {count:>7} {time.monotonic() - started:7.1f} s")
