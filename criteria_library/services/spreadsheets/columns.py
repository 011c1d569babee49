"""The workbook's sheets and columns. Headings are the same in every language: files are passed on."""

from collections.abc import Iterable

from criteria_library.enums import RelationKind, Use

CRITERIA, TEXTS, PROBLEMS = "Kriterier", "Tekster", "Kjente problemer"

# Heading: the field of `Criterion` that the cell holds as it stands.
PLAIN = {
    "krav-ID": "identifier",
    "originalspråk": "original_language",
    "nivå": "level",
    "innsats for innkjøper": "effort_buyer",
    "innsats for leverandør": "effort_supplier",
    "marked": "market",
    "eier (rolle)": "owner_role",
    "neste vurdering": "next_review_date",
    "hva er endret": "change_note",
}
# Heading: a field that holds several codes, parted by commas.
SHARED_LISTS = {"produktgrupper": "product_groups", "temaer": "themes", "bærekraftsmål": "goals"}
CODES = {
    "miljøpåvirkning (BT-774)": "environmental_impacts",
    "sosialt mål (BT-775)": "social_objectives",
    "kilde for kravet (BT-805)": "criteria_sources",
}
RELATIONS = {
    "inkluderer": RelationKind.INCLUDES,
    "erstatter": RelationKind.REPLACES,
    "passer med": RelationKind.GOES_WITH,
}
USE = "bruk"
CRITERIA_COLUMNS = [*PLAIN, USE, *SHARED_LISTS, *CODES, *RELATIONS]

# A cell holds 32,767 characters. What is longer goes on in a row of its own with the next part's number.
LONGEST_CELL = 32_000
PART = "del"
TEXT_COLUMNS = {
    "krav-ID": "identifier",
    "språk": "language",
    PART: "part",
    "tilstand": "state",
    "tittel": "title",
    "krav": "requirement",
    "som kvalifikasjonskrav": f"{Use.QUALIFICATION.value}_wording",
    "som kravspesifikasjon": f"{Use.SPECIFICATION.value}_wording",
    "som tildelingskriterium": f"{Use.AWARD.value}_wording",
    "som kontraktsvilkår": f"{Use.CLAUSE.value}_wording",
    "dokumentasjon": "documentation",
    "begrunnelse": "rationale",
    "oppfølging": "follow_up",
    "vekting": "weighting",
    "hjemmel": "legal_basis",
    "kilder": "sources",
}
PROBLEM_COLUMNS = {
    "krav-ID": "identifier",
    "notert": "noted_date",
    "løst": "solved_date",
    "problem": "text",
}
SHEETS: dict[str, list[str]] = {
    CRITERIA: CRITERIA_COLUMNS,
    TEXTS: list(TEXT_COLUMNS),
    PROBLEMS: list(PROBLEM_COLUMNS),
}


def joined(values: Iterable) -> str:
    return ", ".join(str(value) for value in values)


def parted(text: str) -> list[str]:
    """The values of a cell, each once and in order. Semicolons are taken for commas."""
    values = (value.strip() for value in text.replace(";", ",").split(","))
    return list(dict.fromkeys(value for value in values if value))
