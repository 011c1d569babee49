from search.queries.finding import find, suggest
from search.queries.indexes import live_index
from search.queries.viewers import viewer_for

__all__ = ["find", "live_index", "suggest", "viewer_for"]
