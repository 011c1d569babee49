"""Front pages, articles, news and contact of the nodes that have texts of their own."""

import datetime

from django.db import transaction

from hub.models import Node, Notice
from hub.services import pages
from network.services.demonstration.files import day, moment, read, read_all

FILES_OF_NODES = [
    f"pages_{name}.toml" for name in ("national", "nordland", "trondelag", "rogaland", "vestland")
]
# Written on the front page when its texts are in, and so the sign that they are.
RESPONSIBLE = {"nb": "Redaktør", "nn": "Redaktør"}


def load_pages(today: datetime.date) -> int:
    return sum(load_node_pages(read(name), today) for name in FILES_OF_NODES)


@transaction.atomic
def load_node_pages(record: dict, today: datetime.date) -> int:
    node = Node.objects.select_related("site").get(slug=record["node"])
    responsible = RESPONSIBLE[node.main_language]
    if pages.front_page(node).responsible_role == responsible:
        return 0
    pages.change_front_page(
        node, about=with_tables(record["about"]), responsible_role=responsible, last_reviewed_date=today
    )
    pages.change_contact(node, last_reviewed_date=today, **record["contact"])
    for language, texts in record.get("translations", {}).items():
        pages.translate_front_page(node, language=language, **{"about": [], **texts})
    for article in record.get("articles", []):
        load_article(node, article, today)
    for news in record.get("news", []):
        load_news(node, news, today)
    return 2 + len(record.get("articles", [])) + len(record.get("news", []))


def load_article(node: Node, record: dict, today: datetime.date) -> None:
    pages.create_article(
        node,
        title=record["title"],
        slug=record["slug"],
        lead=record["lead"],
        blocks=with_tables(record["body"]),
        language=record.get("language"),
        responsible_role=record["responsible"],
        last_reviewed_date=day(today, record["reviewed"]),
        show_in_nodes=record.get("show_in_nodes", False),
    )


def load_news(node: Node, record: dict, today: datetime.date) -> None:
    pages.create_news(
        node,
        title=record["title"],
        slug=record["slug"],
        lead=record["lead"],
        date=today + datetime.timedelta(days=record["day"]),
        blocks=with_tables(record["body"]),
        language=record.get("language"),
    )


def with_tables(blocks: list[dict]) -> list[dict]:
    """Tables are written as a caption and rows; the first row is the header."""
    return [
        {"type": "table", "value": table_of(block["value"])} if block["type"] == "table" else block
        for block in blocks
    ]


def table_of(value: dict) -> dict:
    return {
        "data": value["rows"],
        "table_caption": value["caption"],
        "table_header_choice": "row",
        "first_row_is_table_header": True,
        "first_col_is_header": False,
    }


@transaction.atomic
def load_notices(today: datetime.date) -> int:
    created = 0
    for record in read_all("pages_*.toml", "notices"):
        texts = {f"text_{language}": record[language] for language in ("nb", "nn", "sv", "en")}
        if not Notice.objects.filter(text_nb=texts["text_nb"]).exists():
            starts, ends = moment(today, record["from_day"]), moment(today, record["to_day"])
            Notice.objects.create(kind=record["kind"], starts_at=starts, ends_at=ends, **texts)
            created += 1
    return created
