"""`python -m tests.benchmarks.search_speed ENGINE COUNT`: one engine with so many documents, as JSON."""

import json
import sys

import django


def main(name: str, count: int) -> None:
    django.setup()
    from tests.benchmarks import search_engines

    measure = search_engines.measure_fts5 if name == "fts5" else search_engines.measure_engine
    print(json.dumps(measure(count)))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
