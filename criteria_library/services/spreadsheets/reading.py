"""A workbook's rows as records, with every fault by sheet, row and column. Nothing is written here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db.models import Field
from django.utils.translation import gettext as _

from criteria_library.enums import RelationKind, TextState, Use
from criteria_library.models import Criterion, CriterionText, KnownProblem
from criteria_library.queries.relations import circles
from criteria_library.services.publishing import REQUIRED
from criteria_library.services.spreadsheets.cells import Fault, WrongCell, day_of
from criteria_library.services.spreadsheets.columns import (
    CODES,
    CRITERIA,
    PART,
    PLAIN,
    PROBLEM_COLUMNS,
    PROBLEMS,
    RELATIONS,
    SHARED_LISTS,
    TEXT_COLUMNS,
    TEXTS,
    USE,
    parted,
)
from criteria_library.services.spreadsheets.known import Known
from criteria_library.services.spreadsheets.rows import Row, rows_of

MOST_FAULTS = 1000
NUMBERS = ("effort_buyer", "effort_supplier")
DAYS = ("next_review_date", "noted_date", "solved_date")
IDENTIFIER = "krav-ID"


@dataclass
class Record:
    """One criterion of the file."""

    row: Row
    values: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, list[int]] = field(default_factory=dict)
    relations: dict[RelationKind, list[str]] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    text_rows: dict[str, Row] = field(default_factory=dict)
    problems: list[dict[str, Any]] = field(default_factory=list)

    @property
    def identifier(self) -> str:
        return self.values["identifier"]


@dataclass
class Contents:
    records: dict[str, Record] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    rows: int = 0


def read_contents(workbook, known: Known, *, told: Callable[[int], None] = lambda rows: None) -> Contents:
    """Goes on after a fault, to tell them all. `told` hears now and then how many rows have been read."""
    reader = Reader(known, told)
    for name, take in ((CRITERIA, reader.criterion), (TEXTS, reader.text), (PROBLEMS, reader.problem)):
        for row in rows_of(workbook, name):
            take(row)
            reader.count(row)
    reader.whole()
    return reader.contents


class Reader:
    def __init__(self, known: Known, told: Callable[[int], None]):
        self.known = known
        self.told = told
        self.contents = Contents()

    def count(self, row: Row) -> None:
        self.contents.faults += row.faults
        row.faults = []
        self.contents.rows += 1
        if self.contents.rows % 500 == 0:
            self.told(self.contents.rows)

    def criterion(self, row: Row) -> None:
        identifier = row.cells[IDENTIFIER].strip().upper()
        if identifier in self.contents.records:
            first = self.contents.records[identifier].row.number
            row.fault(IDENTIFIER, _("%(id)s stands in row %(row)d too.") % {"id": identifier, "row": first})
            return
        record = Record(row, values=values_of(row, PLAIN))
        record.values["identifier"] = identifier
        record.values |= uses_of(row)
        record.values |= {name: parted(row.cells[heading].lower()) for heading, name in CODES.items()}
        record.lists = {
            name: self.keys(row, heading, getattr(self.known, {"product_groups": "groups"}.get(name, name)))
            for heading, name in SHARED_LISTS.items()
        }
        if not record.lists["product_groups"]:
            row.fault("produktgrupper", _("Name at least one product group by its code."))
        record.relations = {kind: parted(row.cells[heading].upper()) for heading, kind in RELATIONS.items()}
        check_fields(row, Criterion(**record.values), {**PLAIN, **CODES})
        self.contents.records[identifier] = record

    def keys(self, row: Row, heading: str, codes: dict[str, int]) -> list[int]:
        asked = parted(row.cells[heading].lower())
        if unknown := [code for code in asked if code not in codes]:
            row.fault(heading, _("We don't know “%s”.") % ", ".join(unknown)[:200])
        return sorted(codes[code] for code in asked if code in codes)

    def text(self, row: Row) -> None:
        record = self.record_of(row)
        if record is None:
            return
        values = values_of(row, {head: name for head, name in TEXT_COLUMNS.items() if head != PART})
        language = values.pop("language").lower()
        values.pop("identifier")
        state = values.pop("state") or TextState.CHECKED
        if row.cells[PART] not in ("", "1"):
            self.further_part(row, record, language, values)
            return
        if language in record.texts:
            first = record.text_rows[language].number
            row.fault("språk", _("The text in this language stands in row %d too.") % first)
            return
        record.texts[language] = {"state": state, **values}
        record.text_rows[language] = row

    def further_part(self, row: Row, record: Record, language: str, values: dict[str, str]) -> None:
        if language not in record.texts:
            row.fault(PART, _("The first part of this text is not above it."))
            return
        for name in CriterionText.TEXTS:
            record.texts[language][name] += values[name]

    def problem(self, row: Row) -> None:
        record = self.record_of(row)
        if record is None:
            return
        values = values_of(row, {head: name for head, name in PROBLEM_COLUMNS.items() if head != IDENTIFIER})
        values["text"] = values["text"].strip()
        noted, solved = values["noted_date"], values["solved_date"]
        if noted and solved and solved < noted:
            row.fault("løst", _("A problem can't be solved before it was noted."))
        check_fields(row, KnownProblem(**values), PROBLEM_COLUMNS)
        record.problems.append(values)

    def record_of(self, row: Row) -> Record | None:
        identifier = row.cells[IDENTIFIER].strip().upper()
        record = self.contents.records.get(identifier)
        if record is None:
            row.fault(
                IDENTIFIER,
                _("“%(id)s” has no row in the sheet “%(sheet)s”.")
                % {"id": identifier[:20], "sheet": CRITERIA},
            )
        return record

    def whole(self) -> None:
        """What can be told only when all rows have been read."""
        for identifier, record in self.contents.records.items():
            self.whole_texts(identifier, record)
            self.others_exist(record)
        self.no_circles()
        for record in self.contents.records.values():
            self.contents.faults += record.row.faults
            record.row.faults = []

    def whole_texts(self, identifier: str, record: Record) -> None:
        for language, values in record.texts.items():
            row = record.text_rows[language]
            for name in CriterionText.TEXTS:
                values[name] = values[name].strip()
            check_fields(row, CriterionText(language=language, **values), TEXT_COLUMNS)
            self.contents.faults += row.faults
            row.faults = []
        written = {*record.texts, *self.known.languages.get(identifier, ())}
        if record.values["original_language"] not in written:
            record.row.fault(
                "originalspråk",
                _("There is no text in this language in the sheet “%s”.") % TEXTS,
            )

    def others_exist(self, record: Record) -> None:
        for heading, kind in RELATIONS.items():
            others = record.relations[kind]
            there = (*self.contents.records, *self.known.criteria) if others else ()
            if unknown := [other for other in others if other not in there]:
                record.row.fault(heading, _("We don't know “%s”.") % ", ".join(unknown)[:200])
            if record.identifier in others:
                record.row.fault(heading, _("A criterion can't include or go with itself."))

    def no_circles(self) -> None:
        for heading, kind in RELATIONS.items():
            if kind == RelationKind.GOES_WITH:
                continue
            pairs = {(one, other) for one, its_kind, other in self.known.relations if its_kind == kind}
            pairs = {pair for pair in pairs if pair[0] not in self.contents.records}
            pairs |= {
                (one, other)
                for one, record in self.contents.records.items()
                for other in record.relations[kind]
                if one != other
            }
            for one, way in circles(pairs).items():
                if one in self.contents.records:
                    told = _("It leads round in a circle: %s.") % " → ".join(way)
                    self.contents.records[one].row.fault(heading, told)


def values_of(row: Row, columns: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for heading, name in columns.items():
        text = row.cells[heading]
        values[name] = text if name in CriterionText.TEXTS else text.strip()
        if name in DAYS:
            values[name] = read_day(row, heading)
        elif name in NUMBERS:
            values[name] = int(text) if text.strip().isdecimal() and len(text) < 4 else text.strip()
    return values


def read_day(row: Row, heading: str):
    try:
        return day_of(row.cells[heading].strip())
    except WrongCell as wrong:
        row.fault(heading, str(wrong))
        return None


def uses_of(row: Row) -> dict[str, bool]:
    asked = parted(row.cells[USE].lower())
    if unknown := [value for value in asked if value not in Use.values]:
        told = _("We don't know “%(value)s”. Choose among: %(uses)s.")
        row.fault(USE, told % {"value": ", ".join(unknown)[:100], "uses": ", ".join(Use.values)})
    elif not asked:
        row.fault(USE, _("Choose at least one use."))
    return {f"as_{use.value}": use.value in asked for use in Use}


def check_fields(row: Row, instance, columns: dict[str, str]) -> None:
    """The model's own rules, field by field. What asks the database is asked elsewhere, once for all."""
    headings = {name: heading for heading, name in columns.items()}
    checked = set(headings)
    others = [each.name for each in instance._meta.fields if each.name not in checked]
    try:
        instance.clean_fields(exclude=others)
    except ValidationError as error:
        for name, reasons in error.message_dict.items():
            if headings[name] not in row.told:
                row.fault(headings[name], in_words(instance, name, reasons))


def in_words(instance, name: str, reasons: Iterable[str]) -> str:
    choices = cast(Field, instance._meta.get_field(name)).choices
    if choices and getattr(instance, name) not in ("", None):
        allowed = ", ".join(str(value) for value, _label in choices if value not in ("", None))
        told = _("We don't know “%(value)s”. Choose among: %(allowed)s.")
        return told % {"value": str(getattr(instance, name))[:40], "allowed": allowed}
    if not getattr(instance, name) and (choices or name in REQUIRED):
        return _("The cell is empty, and must not be.")
    return " ".join(reasons)
