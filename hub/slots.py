"""Places that the rooms above fill in their `AppConfig.ready()`, since the floor imports none of them."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hub.enums import LegalBasis


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


@dataclass(frozen=True, kw_only=True)
class Retention:
    """How long one kind of data is kept. The privacy page says it, `carry_out_retention` does it each night.

    `carry_out(before=, dry_run=)` takes what ended before that moment, `days` ago, and answers how many
    rows it took or would take. Without `days` the data stays as long as `ends` says. `tell`, called in the
    same way, writes to those who are to lose something, `told_days_before` that.
    """

    label: Any  # "Sign-ups for courses"
    purpose: Any  # what it is used for, and what becomes of it afterwards: a sentence or two
    basis: LegalBasis
    ends: Any  # from when the days are counted: "after the session"
    days: int | None = None
    carry_out: Callable[..., int] | None = None
    told_days_before: int = 0
    tell: Callable[..., int] | None = None
    order: int = 50

    @property
    def years(self) -> int:
        """Whole years, where the days make such: 1095 days is three years to a reader."""
        years, rest = divmod(self.days or 0, 365)
        return 0 if rest else years

    def is_due_before(self, now: datetime.datetime) -> datetime.datetime:
        return now - datetime.timedelta(days=self.days or 0)


@dataclass(frozen=True, kw_only=True)
class PersonalData:
    """One kind of what a room holds on a person with an account.

    `export(user)` answers rows with the names in `fields`, which are the file's; `fields` holds their labels.
    `forget(user)` deletes them or makes them anonymous, inside the transaction that deletes the account;
    `kept` says what stays and why, empty where nothing does.
    `duties(user)` answers pairs of (words, address) for what the person must hand over before that.
    """

    label: Any
    fields: Mapping[str, Any]
    export: Callable[[Any], Iterable[Mapping[str, Any]]]
    forget: Callable[[Any], None]
    kept: Any = ""
    duties: Callable[[Any], Iterable[tuple[Any, str]]] = lambda user: ()
    order: int = 50


front_sections = FrontSections()
sitemaps = Named()  # name -> Sitemap class, called with the node
readiness = Named()  # name -> callable that raises when its part does not answer
awaiting = Named()  # name -> callable(user) -> pairs of (words, address) for what waits for that person
retention = Named()  # name -> Retention
personal_data = Named()  # name -> PersonalData
log_words = Named()  # an action of the log, like "report.submitted" -> what a reader is told
shown_documents = Named()  # name -> callable(document) -> whether something that readers see shows it
