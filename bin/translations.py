"""Our own messages: collects them into each room's .po files, and tells which have no translation.

    python bin/translations.py collect [ROOM…]
    python bin/translations.py check [ROOM…]

Needs Babel and Django, but no gettext program.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

PROJECT = Path(__file__).resolve().parents[1]
ROOMS = ["hub", "search", "criteria_library", "courses", "good_examples", "network"]
# English is what the messages are written in.
LANGUAGES = ["nb", "nn", "sv"]
# They would hold nothing, or the moment of collecting.
EMPTY_HEADERS = tuple(
    f'"{name}:'.encode()
    for name in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)
KEYWORDS: dict = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}


def po_file(room: str, language: str) -> Path:
    return PROJECT / room / "locale" / language / "LC_MESSAGES" / "django.po"


def sources_of(room: str) -> Iterator[Path]:
    for suffix in ("py", "html", "txt"):
        for path in sorted((PROJECT / room).rglob(f"*.{suffix}")):
            if suffix == "py" or "templates" in path.parts:
                yield path


def as_python(path: Path) -> io.BytesIO:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # What is left of a template is calls among X's; its indentation means nothing.
        text = "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())
    return io.BytesIO(text.encode())


def messages_in(room: str) -> Catalog:
    catalogue = Catalog(project=room, charset="utf-8")
    for path in sources_of(room):
        found = extract_python(as_python(path), KEYWORDS, ["Translators:"], {"encoding": "utf-8"})
        for _line, function, arguments, comments in found:
            add(catalogue, function, arguments, comments, str(path.relative_to(PROJECT)))
    return catalogue


def add(catalogue: Catalog, function, arguments, comments, where: str) -> None:
    values = arguments if isinstance(arguments, tuple) else (arguments,)
    numbers = KEYWORDS[function] or (1,)
    context, texts = None, []
    for number in numbers:
        position, is_context = number if isinstance(number, tuple) else (number, None)
        value = values[position - 1] if len(values) >= position else None
        if is_context:
            context = value
        elif value:
            texts.append(value)
    if texts:
        message_id = tuple(texts) if len(texts) > 1 else texts[0]
        catalogue.add(message_id, locations=[(where, 1)], auto_comments=comments, context=context)


def read(room: str, language: str) -> Catalog:
    path = po_file(room, language)
    if not path.exists():
        return Catalog(locale=language, domain="django", charset="utf-8", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain="django")


def collect(rooms: list[str]) -> int:
    for room in rooms:
        wanted = messages_in(room)
        for language in LANGUAGES:
            catalogue, path = read(room, language), po_file(room, language)
            if not len(wanted) and not path.exists():
                continue
            catalogue.update(wanted, no_fuzzy_matching=True, update_header_comment=False)
            catalogue.obsolete.clear()
            catalogue.header_comment = ""
            write(catalogue, path)
    return 0


def write(catalogue: Catalog, path: Path) -> None:
    written = io.BytesIO()
    write_po(written, catalogue, width=110, sort_by_file=True, include_lineno=False, omit_header=False)
    lines = written.getvalue().splitlines(keepends=True)
    text = b"".join(line for line in lines if not line.startswith(EMPTY_HEADERS))
    if not path.exists() or path.read_bytes() != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)


def check(rooms: list[str]) -> int:
    faults = [fault for room in rooms for fault in faults_in(room)]
    for fault in faults:
        print(fault)
    print(f"{len(faults)} messages without a good translation." if faults else "Every message is translated.")
    return 1 if faults else 0


def faults_in(room: str) -> Iterator[str]:
    wanted = messages_in(room)
    for language in LANGUAGES:
        catalogue = read(room, language)
        for message in wanted:
            if message.id and (fault := fault_of(catalogue.get(message.id, message.context), message)):
                yield f"{room} {language}: {fault}: {message.id!r} ({message.locations[0][0]})"


def fault_of(translated, message) -> str:
    if translated is None:
        return "missing"
    if translated.fuzzy:
        return "fuzzy"
    strings = translated.string if isinstance(translated.string, tuple) else (translated.string,)
    if not strings or not all(strings):
        return "empty"
    if isinstance(message.id, tuple) != isinstance(translated.string, tuple):
        return "plural forms differ"
    return "; ".join(str(error) for error in translated.check())


if __name__ == "__main__":
    command, *chosen = sys.argv[1:]
    sys.exit({"collect": collect, "check": check}[command](chosen or ROOMS))
