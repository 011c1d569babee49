"""The library's part of a node's front page."""

from criteria_library.queries.library import groups_with_counts, library_size


def front_section(request, node) -> dict | None:
    total = library_size()
    if not total:
        return None
    return {"groups": groups_with_counts(), "total": total}
