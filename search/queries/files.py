"""Words inside attached files, as they were read."""

from hub.models import HubDocument


def words_of(document: HubDocument) -> str:
    """Of a document fetched with its `file_text`; nothing until it has been read."""
    kept = getattr(document, "file_text", None)
    return kept.text if kept else ""
