"""Reads the files in hub/reference into rows that have the models' field names."""

import csv
import datetime
import tomllib
from pathlib import Path

from hub.enums import OrganisationKind

FILES = Path(__file__).resolve().parents[1] / "reference"
WHOLE_COUNTRY = "*"
LANGUAGES = ("nb", "nn", "sv", "en")


def read_rows(name: str) -> list[dict[str, str]]:
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def number(text: str) -> int | None:
    return int(text) if text else None


def lines(*cells: str) -> str:
    return "\n".join(name for cell in cells for name in cell.split("|") if name)


def counties() -> list[dict]:
    return [
        {
            "number": row["number"],
            "name": row["name"],
            "slug": row["slug"],
            "other_names": lines(row["other_names"]),
            "valid_from": day(row["valid_from"]),
            "valid_to": day(row["valid_to"]),
            "nuts_code": row["nuts_code"],
            "tile_column": number(row["tile_column"]),
            "tile_row": number(row["tile_row"]),
        }
        for row in read_rows("counties.csv")
    ]


def successors() -> dict[str, set[str]]:
    return {row["number"]: set(row["successors"].split()) for row in read_rows("counties.csv")}


def municipalities() -> list[dict]:
    return [
        {
            "kind": OrganisationKind.MUNICIPALITY,
            "name": row["name"],
            "other_names": lines(row["official_names"], row["also_called"]),
            "municipality_number": row["number"],
            "county_number": row["county_number"],
        }
        for row in read_rows("municipalities.csv")
    ]


def bodies() -> list[dict]:
    """County councils, county governors, agencies and cooperations: all but the municipalities."""
    return [
        {
            "kind": row["kind"],
            "name": row["name"],
            "other_names": lines(row["other_names"]),
            "municipality_number": "",
            "county_number": row["county_number"],
        }
        for row in read_rows("organisations.csv")
    ]


def counties_served() -> dict[tuple[str, str], set[str]]:
    """(kind, name) to the numbers of the counties it serves; the whole country is every county of today."""
    today = {row["number"] for row in read_rows("counties.csv") if not row["valid_to"]}
    return {
        (row["kind"], row["name"]): today if row["serves_counties"] == WHOLE_COUNTRY else served
        for row in read_rows("organisations.csv")
        if (served := set(row["serves_counties"].split()))
    }


def cpv_codes() -> list[dict]:
    return [{"code": row["code"], "name_nb": row["nb"], "name_en": row["en"]} for row in read_rows("cpv.csv")]


def themes() -> list[dict]:
    return [dict(row) for row in read_rows("themes.csv")]


def audiences() -> list[dict]:
    return [{**row, "position": place} for place, row in enumerate(read_rows("audiences.csv"))]


def goals() -> list[dict]:
    return [{**row, "number": int(row["number"])} for row in read_rows("goals.csv")]


def product_groups() -> list[dict]:
    """In the order of the tree, parents before their children."""
    with (FILES / "product_groups.toml").open("rb") as file:
        groups = tomllib.load(file)["groups"]
    return [
        {"code": group["code"], "parent": group.get("parent"), "cpv": set(group["cpv"])}
        | {f"name_{language}": group["name"][language] for language in LANGUAGES}
        | {f"description_{language}": group["description"][language] for language in LANGUAGES}
        for group in groups
    ]


def standard_pages() -> list[dict]:
    """One row for each page and language."""
    with (FILES / "standard_pages.toml").open("rb") as file:
        pages = tomllib.load(file)["pages"]
    return [
        {
            "code": page["code"],
            "language": language,
            "use": page["use"],
            "in_new_nodes": page.get("in_new_nodes", False),
            "title": page[language]["title"],
            "lead": page[language].get("lead", ""),
            "body": [{"type": "text", "value": page[language]["body"]}] if "body" in page[language] else [],
        }
        for page in pages
        for language in LANGUAGES
    ]
