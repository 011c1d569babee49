"""From publishing to finding: a page is published, a worker carries it, and it is looked for meanwhile."""

import subprocess
import sys
import time
from statistics import quantiles

from hub.models import ArticlePage, Node
from search.queries import find
from search.questions import Question
from tests.services.plugin import PROJECT

TIMES = 30
LONGEST = 60.0


def publish_to_findable() -> float:
    """Seconds, the 95th percentile."""
    worker = subprocess.Popen(
        [sys.executable, PROJECT / "manage.py", "db_worker"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        publish_one("oppvarming")
        taken = [publish_one(f"nyhet{number}") for number in range(TIMES)]
    finally:
        worker.terminate()
        worker.wait()
    return round(quantiles(taken, n=20)[18], 2)


def publish_one(name: str) -> float:
    word = f"{name}x{time.time_ns()}"
    above = Node.objects.select_related("site__root_page").first().site.root_page
    page = above.add_child(instance=ArticlePage(title=f"Om {word}", slug=word, live=False))
    page.save_revision().publish()
    published = time.perf_counter()
    while time.perf_counter() - published < LONGEST:
        if any(word in hit.title for hit in find(Question(text=word), facets=()).hits):
            return time.perf_counter() - published
        time.sleep(0.02)
    raise AssertionError(f"{word} was not found within {LONGEST} s")
