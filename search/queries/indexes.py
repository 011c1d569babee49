"""Which index is live, and the words it was built with."""

from dataclasses import dataclass
from functools import lru_cache

from search.analysis.lexicon import Lexicon
from search.engines.prepared import FORMAT
from search.models import IndexBuild


@dataclass(frozen=True)
class LiveIndex:
    build_id: int
    index: str

    @property
    def lexicon(self) -> Lexicon:
        return lexicon_of(self.build_id, self.index)


def live_index(engine: str) -> LiveIndex | None:
    """The live index of this engine, unless an older version of the hub wrote it."""
    row = (
        IndexBuild.objects.filter(engine=engine, state=IndexBuild.State.LIVE, format=FORMAT)
        .values_list("pk", "index")
        .first()
    )
    return LiveIndex(*row) if row else None


@lru_cache(maxsize=2)
def lexicon_of(build_id: int, index: str) -> Lexicon:
    stored = IndexBuild.objects.filter(pk=build_id, index=index).values_list("lexicon", flat=True).get()
    return Lexicon.load(bytes(stored))
