"""Small files for the demonstration, in the formats that people attach."""

import io
from collections.abc import Iterable, Mapping
from typing import Any

import docx
from anyascii import anyascii
from django.core.files.base import ContentFile
from django.utils.text import slugify
from fpdf import FPDF
from wagtail.models import Collection

from hub.models import HubDocument

# Said on top of each file, since a file travels without its page.
DEMONSTRATION = {
    "nb": "Demonstrasjon. Dokumentet er skrevet for dette nettstedet. Det det forteller om, har ikke skjedd.",
    "nn": "Demonstrasjon. Dokumentet er skrive for denne nettstaden. Det det fortel om, har ikkje hendt.",
}


def write_pdf(title: str, paragraphs: Iterable[str], *, language: str) -> bytes:
    pdf = FPDF()
    pdf.set_title(title)
    pdf.set_lang(language)
    pdf.set_margin(25)
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(0, 6, DEMONSTRATION[language], new_x="LMARGIN", new_y="NEXT")
    pdf.ln(6)
    pdf.set_font("Helvetica", style="B", size=18)
    pdf.multi_cell(0, 9, title, new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("Helvetica", size=11)
    for paragraph in paragraphs:
        pdf.ln(4)
        pdf.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def write_docx(title: str, paragraphs: Iterable[str], *, language: str) -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    document.core_properties.language = language
    document.core_properties.author = ""
    document.add_paragraph(DEMONSTRATION[language])
    document.add_heading(title, level=1)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


WRITERS = {"pdf": write_pdf, "docx": write_docx}


def write_document(record: Mapping[str, Any], *, collection: Collection, language: str) -> HubDocument:
    """Of a record with `file` (pdf or docx), `title` and `text`, as the demonstration has them."""
    content = WRITERS[record["file"]](record["title"], record["text"], language=language)
    name = f"{slugify(anyascii(record['title']))[:60]}.{record['file']}"
    document = HubDocument(title=record["title"], collection=collection, file_size=len(content))
    document.file.save(name, ContentFile(content), save=True)
    return document
