"""Parts of a criterion's page that rooms above fill in, such as where it was used."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class CriterionParts:
    """`provider(request, criterion)` answers the template's context, or None to stay out."""

    parts: dict[str, tuple[str, Callable[[Any, Any], dict | None]]] = field(default_factory=dict)

    def register(self, name: str, *, template: str, provider: Callable) -> None:
        self.parts[name] = (template, provider)

    def shown(self, request, criterion) -> list[dict]:
        found = ((template, provider(request, criterion)) for template, provider in self.parts.values())
        return [
            {"template": template, "context": context} for template, context in found if context is not None
        ]


criterion_parts = CriterionParts()
