from search.services.carrying import carry_changes
from search.services.comparing import compare_index
from search.services.outbox import note_changes
from search.services.rebuilding import rebuild_index

__all__ = ["carry_changes", "compare_index", "note_changes", "rebuild_index"]
