"""Which index is live, and the words it was built with."""

from dataclasses import dataclass
from functools import lru_cache

from django.db import connection

from search.analysis.lexicon import Lexicon
from search.engines.prepared import FORMAT
from search.models import IndexBuild

# Asked at each search. Ready made, since Django takes ten times as long to put it together as to ask it.
LIVE = 'SELECT id, "index" FROM search_indexbuild WHERE engine = %s AND format = %s AND state = %s'


@dataclass(frozen=True)
class LiveIndex:
    build_id: int
    index: str

    @property
    def lexicon(self) -> Lexicon:
        return lexicon_of(self.build_id, self.index)


def live_index(engine: str) -> LiveIndex | None:
    """The live index of this engine, unless an older version of the hub wrote it."""
    with connection.cursor() as cursor:
        cursor.execute(LIVE, [engine, FORMAT, IndexBuild.State.LIVE.value])
        row = cursor.fetchone()
    return LiveIndex(*row) if row else None


@lru_cache(maxsize=2)
def lexicon_of(build_id: int, index: str) -> Lexicon:
    stored = IndexBuild.objects.filter(pk=build_id, index=index).values_list("lexicon", flat=True).get()
    return Lexicon.load(bytes(stored))
