"""Has attached files read, outside the request, and keeps their words or why there are none."""

import contextlib
import hashlib
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import structlog
from django.conf import settings

from hub.models import HubDocument
from search.files import reading
from search.models import FileText
from search.registry import documents

logger = structlog.get_logger(__name__)

LARGEST_BYTES = 20_000_000
SECONDS = 40


class CannotBeRead(Exception):
    """With the reason, as it is kept."""


def read_file(*, document: HubDocument, now: datetime) -> FileText:
    """Again only when the file is another. A file that can't be read is noted, and never an error."""
    kept, _created = FileText.objects.get_or_create(document=document)
    if not is_readable(document):
        return kept
    try:
        content = content_of(document)
        checksum = hashlib.sha1(content, usedforsecurity=False).hexdigest()
        if checksum == kept.checksum:
            return kept
        kept.checksum, kept.failure, kept.text = checksum, "", words_in(content, kind_of(document))
    except CannotBeRead as fault:
        logger.warning("file_not_read", document=document.pk, why=str(fault))
        kept.failure, kept.text = str(fault)[:300], ""
    kept.read_at = now
    kept.save()
    return kept


def kind_of(document: HubDocument) -> str:
    return document.file_extension.lower()


def is_readable(document: HubDocument) -> bool:
    return kind_of(document) in reading.PARTS


def content_of(document: HubDocument) -> bytes:
    try:
        if document.file.size > LARGEST_BYTES:
            raise CannotBeRead("too large")
        with document.file.open("rb") as file:
            return file.read()
    except OSError as error:
        raise CannotBeRead(f"the file is not there: {type(error).__name__}") from error


def words_in(content: bytes, kind: str) -> str:
    """Raises CannotBeRead."""
    with tempfile.NamedTemporaryFile(suffix=f".{kind}") as copy:
        copy.write(content)
        copy.flush()
        command = [sys.executable, "-m", reading.__name__, kind, copy.name]
        try:
            # The project's own folder is where the module is found; nothing of the environment is needed.
            done = subprocess.run(  # noqa: S603 (our own module, on a file with a name of our own)
                command, capture_output=True, timeout=SECONDS, cwd=project(), env={}, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise CannotBeRead("took too long") from error
    if done.returncode == reading.ENCRYPTED:
        raise CannotBeRead("has a password")
    if done.returncode:
        raise CannotBeRead(why(done))
    # PostgreSQL has no room for a zero byte.
    return done.stdout.decode("utf-8", "replace").replace("\x00", "")


def why(done: subprocess.CompletedProcess) -> str:
    with contextlib.suppress(IndexError):
        return "broken: " + done.stderr.decode("utf-8", "replace").strip().splitlines()[-1]
    return f"broken: ended with {done.returncode}"


def project() -> Path:
    return Path(settings.BASE_DIR)


def read_waiting_files(*, now: datetime) -> int:
    """Those that no job has read: it was lost, or the file was there before its words were asked for."""
    attached = [
        model._default_manager.values(field)
        for document_type in documents
        for model, field in document_type.attachments.items()
    ]
    waiting = HubDocument.objects.filter(file_text=None)
    found = [document for pks in attached for document in waiting.filter(pk__in=pks)]
    for document in dict.fromkeys(found):
        read_file(document=document, now=now)
    return len(dict.fromkeys(found))
