"""Files that people send in: known by what is in them, never by their name."""

from django import forms
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from criteria_library.services.hearings import CheckedFile
from hub.models.uploads import package_kind

MOST_FILES = 3
MOST_BYTES = 10 * 1024 * 1024
BEGINNINGS = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN = "application/vnd.oasis.opendocument"
PACKAGES = {
    "docx": f"{OFFICE}.wordprocessingml.document",
    "xlsx": f"{OFFICE}.spreadsheetml.sheet",
    "odt": f"{OPEN}.text",
    "ods": f"{OPEN}.spreadsheet",
}


def content_type_of(file) -> str:
    """Empty for what isn't taken. Office files with macros are not."""
    file.seek(0)
    beginning = file.read(16)
    file.seek(0)
    found = next((kind for start, kind in BEGINNINGS.items() if beginning.startswith(start)), "")
    if not found and beginning.startswith(b"PK\x03\x04"):
        found = PACKAGES.get(package_kind(file), "")
    file.seek(0)
    return found


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, each as a CheckedFile."""

    def __init__(self, **options):
        words = _("PDF, Word, Excel, OpenDocument, PNG or JPEG: at most three files of 10 MB each.")
        super().__init__(**{"required": False, "help_text": words, "widget": FilesInput(), **options})

    def clean(self, data, initial=None):
        files = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(file, initial) for file in files if file]
        if len(files) > MOST_FILES:
            raise ValidationError(_("Choose at most three files."), code="too_many")
        return [self.checked(file) for file in files]

    def checked(self, file) -> CheckedFile:
        name = "".join(character for character in file.name if character.isprintable())
        if file.size > MOST_BYTES:
            told = {"name": name, "size": filesizeformat(file.size)}
            raise ValidationError(
                _("%(name)s is %(size)s. Choose a file of at most 10 MB.") % told, code="too_large"
            )
        content_type = content_type_of(file)
        if not content_type:
            raise ValidationError(
                _("%(name)s is of a kind we can't take. Save it as PDF and choose it again.")
                % {"name": name},
                code="kind",
            )
        return CheckedFile(name=name, content_type=content_type, file=file)
