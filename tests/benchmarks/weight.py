"""Bytes of a first view as they are sent: the page, its style sheets, scripts, fonts and pictures, packed.

Everything that a style sheet names is counted, whether the page shows it or not.
"""

import gzip
import re
from collections.abc import Iterator
from urllib.parse import urljoin

from django.test import Client

from tests.benchmarks.rows import Row, against

LIMIT = 100_000
PAGES = {
    "national_front": ("hub.localhost", "/"),
    "node_front": ("nordland.hub.localhost", "/"),
    "criteria": ("nordland.hub.localhost", "/kriterier/"),
    "courses": ("nordland.hub.localhost", "/kurs/"),
    "finder": ("nordland.hub.localhost", "/sok/"),
}
LINKED = re.compile(
    r'<link[^>]+rel="(?:stylesheet|preload|icon|modulepreload)"[^>]*>|<script[^>]+src=[^>]*>|<img[^>]*>'
)
ADDRESS = re.compile(r'\b(?:href|src)="([^"]+)"')
LAZY = 'loading="lazy"'
IN_STYLE = re.compile(r"""url\(["']?([^"')]+)["']?\)""")


def measure() -> Iterator[Row]:
    for name, (host, path) in PAGES.items():
        sizes = first_view(Client(SERVER_NAME=host, SERVER_PORT="8000"), path)
        total = sum(sizes.values())
        yield against(f"weight.{name}.first_view", total, "bytes", LIMIT, "the limit of 100 kB")
        yield Row(f"weight.{name}.html", sizes[path], "bytes")
        yield Row(f"weight.{name}.requests", len(sizes), "requests")


def first_view(client: Client, path: str) -> dict[str, int]:
    """Bytes by address."""
    sizes, waiting = {}, [path]
    while waiting:
        address = waiting.pop()
        if address in sizes or address.startswith("data:"):
            continue
        if not address.startswith("/"):
            raise AssertionError(f"{path} asks a third party for {address}")
        size, text = fetch(client, address)
        sizes[address] = size
        waiting += [urljoin(address, found) for found in named_in(text)]
    return sizes


def named_in(text: str) -> list[str]:
    tags = [tag for tag in LINKED.findall(text) if LAZY not in tag]
    return [found for tag in tags for found in ADDRESS.findall(tag)] + IN_STYLE.findall(text)


def fetch(client: Client, address: str) -> tuple[int, str]:
    answer = client.get(address, headers={"accept-encoding": "gzip"})
    if answer.status_code != 200:
        raise AssertionError(f"{address} answers {answer.status_code}")
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    is_packed = answer.headers.get("Content-Encoding") == "gzip"
    is_text = answer.headers["Content-Type"].partition(";")[0] in ("text/html", "text/css")
    return len(body), (gzip.decompress(body) if is_packed else body).decode() if is_text else ""
