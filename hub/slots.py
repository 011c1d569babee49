"""Places that the rooms above fill in their `AppConfig.ready()`, since the floor imports none of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class FrontSection:
    """A part of a front page. `provider(request, node)` answers the template's context, or None."""

    name: str
    order: int
    template: str
    provider: Callable[[Any, Any], dict | None]


@dataclass
class FrontSections:
    sections: dict[str, FrontSection] = field(default_factory=dict)

    def register(self, name: str, *, order: int, template: str, provider: Callable) -> None:
        self.sections[name] = FrontSection(name, order, template, provider)

    def shown(self, request, node) -> list[dict]:
        """One {"template", "context"} for each section that has something to say, in their order."""
        found = []
        for section in sorted(self.sections.values(), key=lambda section: section.order):
            context = section.provider(request, node)
            if context is not None:
                found.append({"name": section.name, "template": section.template, "context": context})
        return found


class Named(dict):
    """A registry by name: registering a name again replaces it, so that reloading code is harmless."""

    def register(self, name: str, value) -> None:
        self[name] = value


front_sections = FrontSections()
sitemaps = Named()  # name -> Sitemap class, called with the node
readiness = Named()  # name -> callable that raises when its part does not answer
awaiting = Named()  # name -> callable(user) -> pairs of (words, address) for what waits for that person
