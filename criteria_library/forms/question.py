"""What a reader's address asks for. What is unknown is left out, never an error."""

from django.http import QueryDict

MOST_VALUES = 50


def values(data: QueryDict, name: str) -> list[str]:
    """What was sent under a name, each once. PostgreSQL has no room for a zero byte."""
    cleaned = (value.replace("\x00", "").strip() for value in data.getlist(name))
    return [value for value in dict.fromkeys(cleaned) if value][:MOST_VALUES]
