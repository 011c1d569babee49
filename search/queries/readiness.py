"""What /readyz says about search."""

from search.engines.chosen import chosen_engine
from search.engines.interface import EngineUnavailable
from search.queries.indexes import live_index


def check_search() -> None:
    engine = chosen_engine()
    index = live_index(engine.name)
    if index is None:
        raise EngineUnavailable("There is no live index of this format: run manage.py search_rebuild.")
    engine.check(index.index)
