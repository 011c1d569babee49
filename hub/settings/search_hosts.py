"""What can be wrong with the addresses of Elasticsearch."""

import re
from collections.abc import Iterable
from pathlib import Path

ADDRESS = re.compile(r"https?://[^\s/:@]+:\d{1,5}/?")


def wrong_with_search(hosts: Iterable[str], *, api_key: str, ca_file: str) -> list[str]:
    wrong = []
    if not all(ADDRESS.fullmatch(host) for host in hosts):
        wrong.append(
            "HUB_SEARCH_URL must give each host with scheme and port,"
            " like https://search-1.example:9200,https://search-2.example:9200"
        )
    if api_key and not all(host.startswith("https://") for host in hosts):
        wrong.append("HUB_SEARCH_API_KEY would be sent for all to read: HUB_SEARCH_URL must be https")
    if ca_file and not Path(ca_file).is_file():
        wrong.append(f"HUB_SEARCH_CA_FILE names no file: {ca_file}")
    return wrong
