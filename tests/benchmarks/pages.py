"""Each main page: its queries and its time, with the demonstration's content and with ten times that.

Queries must not grow with the content. Time is this process's own, so that what else runs
meanwhile doesn't count, and a multiple of the least that Django can do in the same run, so
that it means the same on another machine.
"""

import re
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from tests.benchmarks.content import multiply
from tests.benchmarks.rows import Row, against

HUB, NODE = "hub.localhost", "nordland.hub.localhost"
TIMES = 10
ROUNDS = 30
# name: host, path, and what the address of the page looks like, where it is the first such link on that path.
PAGES = {
    "national_front": (HUB, "/", ""),
    "nodes": (HUB, "/knutepunkter/", ""),
    "find_node": (HUB, "/finn-knutepunkt/?q=herøy", ""),
    "rollout": (HUB, "/utrulling/", ""),
    "node_front": (NODE, "/", ""),
    "criteria": (NODE, "/kriterier/", ""),
    "criteria_list": (NODE, "/kriterier/?alle", ""),
    "criterion": (NODE, "/kriterier/", r'href="(/kriterier/[^"/?#]+/)"'),
    "courses": (NODE, "/kurs/", ""),
    "course": (NODE, "/kurs/", r'href="(/kurs/\d+-[^"/?#]+/)"'),
    "examples": (NODE, "/eksempler/", ""),
    "example": (NODE, "/eksempler/", r'href="(/eksempler/\d+-[^"/?#]+/)"'),
    "finder": (NODE, "/sok/?q=mat", ""),
    "steering_group": (NODE, "/styringsgruppe/", ""),
    "sitemap": (NODE, "/sitemap.xml", ""),
}


@dataclass(frozen=True)
class Measured:
    queries: int
    milliseconds: float


def measure() -> Iterator[Row]:
    bare = bare_view()
    # The same addresses both times.
    addresses = {name: address_of(*PAGES[name]) for name in PAGES}
    few = {name: measured(*addresses[name]) for name in PAGES}
    multiply(TIMES)
    many = {name: measured(*addresses[name]) for name in PAGES}
    yield Row("pages.bare.time", bare, "ms")
    for name in PAGES:
        less, more = few[name], many[name]
        yield against(
            f"pages.{name}.queries", more.queries, "queries", less.queries, "with a tenth of the content"
        )
        yield against(f"pages.{name}.time", less.milliseconds, "ms", bare, "a bare Django view")
        yield against(
            f"pages.{name}.time_10", more.milliseconds, "ms", less.milliseconds, "a tenth of the content"
        )


def bare_view() -> float:
    with override_settings(ROOT_URLCONF="tests.benchmarks.bare", MIDDLEWARE=[]):
        return median_time(Client(SERVER_NAME=HUB), "/", rounds=ROUNDS * 10)


def address_of(host: str, path: str, link: str) -> tuple[str, str]:
    return host, first_link(client_for(host), path, link) if link else path


def client_for(host: str) -> Client:
    return Client(SERVER_NAME=host, SERVER_PORT="8000")


def measured(host: str, path: str, *, client: Client | None = None) -> Measured:
    client = client or client_for(host)
    answer = client.get(path)
    if answer.status_code != 200:
        raise AssertionError(f"{host}{path} answers {answer.status_code}")
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return Measured(len(queries), median_time(client, path, rounds=ROUNDS))


def first_link(client: Client, path: str, link: str) -> str:
    found = re.search(link, client.get(path).content.decode())
    if not found:
        raise AssertionError(f"{path} links to no page like {link}")
    return found.group(1)


def median_time(client: Client, path: str, *, rounds: int) -> float:
    """In milliseconds."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        client.get(path)
        times.append(time.process_time() - started)
    return round(statistics.median(times) * 1000, 3)
