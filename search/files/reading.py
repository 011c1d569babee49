"""Reads one file and writes its text: `python -m search.files.reading pdf FILE`.

What people upload may be broken or made to harm, so a process of its own reads it, with
little memory and little time. Whoever starts it ends it, and is told in a word why there is no text.
"""

import resource
import sys
from collections.abc import Iterator
from itertools import islice

MEMORY_BYTES = 1_000_000_000
CPU_SECONDS = 20
MOST_PAGES = 300
MOST_CHARACTERS = 200_000

ENCRYPTED, BROKEN = 3, 4


class Encrypted(Exception):
    pass


def pdf_parts(path: str) -> Iterator[str]:
    from pypdf import PdfReader

    reader = PdfReader(path)
    # Many are locked against change only, and open without a password.
    if reader.is_encrypted and not reader.decrypt(""):
        raise Encrypted
    for page in islice(reader.pages, MOST_PAGES):
        yield page.extract_text()


def docx_parts(path: str) -> Iterator[str]:
    import docx

    document = docx.Document(path)
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                yield " ".join(cell.text for cell in row.cells)
        else:
            yield block.text


PARTS = {"pdf": pdf_parts, "docx": docx_parts}


def text_of(parts: Iterator[str]) -> str:
    """As much as is searched, on lines."""
    kept, length = [], 0
    for part in parts:
        line = " ".join(part.split())
        if line:
            kept.append(line)
            length += len(line) + 1
        if length >= MOST_CHARACTERS:
            break
    return "\n".join(kept)[:MOST_CHARACTERS]


def main(kind: str, path: str) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    try:
        text = text_of(PARTS[kind](path))
    except Encrypted:
        return ENCRYPTED
    except Exception as error:  # whatever a broken file makes a library raise
        print(f"{type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201
        return BROKEN
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
