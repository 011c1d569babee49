"""What an uploaded document really is, read from its first bytes and not from its name."""

import zipfile

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MEGABYTE = 1024 * 1024
MOST = 25 * MEGABYTE
MOST_UNPACKED = 250 * MEGABYTE

# What is inside tells which it is; the open formats name themselves instead.
OFFICE = {"word/document.xml": "docx", "ppt/presentation.xml": "pptx", "xl/workbook.xml": "xlsx"}
OPEN = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
PACKAGES = {*OFFICE.values(), *OPEN.values()}
LONGEST_NAME = 100


def check_document(file, extension: str) -> None:
    """Raises ValidationError, with what to do, for a file that isn't what its name says."""
    if file.size > MOST:
        raise ValidationError(
            _("The file is larger than %(most)d MB. Make it smaller, or split it.")
            % {"most": MOST // MEGABYTE},
            code="too_large",
        )
    file.seek(0)
    if not looks_like(file, extension.lower()):
        raise ValidationError(
            _(
                "The content of the file is not what its name says (%(extension)s). "
                "Save it anew in the program it comes from, and choose that file."
            )
            % {"extension": extension},
            code="other_content",
        )
    file.seek(0)


def looks_like(file, extension: str) -> bool:
    if extension == "pdf":
        return b"%PDF-" in file.read(1024)
    if extension in PACKAGES:
        return package_kind(file) == extension
    return is_text(file.read(MOST))


def package_kind(file) -> str:
    """The extension of an office document by its parts; empty for any other, and for one with programs."""
    try:
        with zipfile.ZipFile(file) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_UNPACKED:
                return ""
            names = set(package.namelist())
            if any(name.endswith("vbaProject.bin") for name in names):
                return ""
            if "mimetype" in names:
                return open_kind(package)
            return next((kind for part, kind in OFFICE.items() if part in names), "")
    except Exception:  # a broken package makes zipfile and zlib raise many things
        return ""


def open_kind(package: zipfile.ZipFile) -> str:
    if package.getinfo("mimetype").file_size > LONGEST_NAME:
        return ""
    return OPEN.get(package.read("mimetype"), "")


def is_text(content: bytes) -> bool:
    """Words and nothing a program would carry out: no zero bytes, no mark-up at its start."""
    return b"\0" not in content and not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
