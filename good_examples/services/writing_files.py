"""Small files for the demonstration's examples, in the formats that buyers attach."""

import io
from collections.abc import Iterable

import docx
from fpdf import FPDF

# Said on top of each file, since a file travels without its page.
DEMONSTRATION = {
    "nb": "Demonstrasjon. Dokumentet er skrevet for dette nettstedet, og anskaffelsen er ikke gjennomført.",
    "nn": "Demonstrasjon. Dokumentet er skrive for denne nettstaden, og anskaffinga er ikkje gjennomført.",
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
