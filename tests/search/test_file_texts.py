"""Words inside attached files: read outside the request, bounded, and never a fault of the page."""

import io
import os
import subprocess
import sys
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from hub.models import HubDocument
from hub.services.writing_files import write_docx, write_pdf
from search.models import FileText
from search.services import file_texts
from search.services.file_texts import read_file, read_waiting_files
from tests.factories.good_examples import ExampleFactory

pytestmark = pytest.mark.django_db
PDF = write_pdf("Kravspesifikasjon", ["Plagg merkes med sporingsbrikke."], language="nb")
DOCX = write_docx("Prisskjema", ["Pris per vaskesyklus."], language="nb")


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")


def document(node, name, content):
    kept = HubDocument(title=name, collection=node.document_collection, file_size=len(content))
    kept.file.save(name, ContentFile(content), save=True)
    return kept


def read(node, name, content):
    return read_file(document=document(node, name, content), now=timezone.now())


def encrypted():
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(PDF)))
    writer.encrypt("hemmelig")
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def bomb():
    """A Word file whose text unpacks to far more than its own size."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(DOCX)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as to,
    ):
        for item in source.infolist():
            content = source.read(item)
            if item.filename == "word/document.xml":
                content = content.replace(b"vaskesyklus", b"vaskesyklus " * 60_000_000)
            to.writestr(item, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "words"), [("krav.pdf", PDF, "sporingsbrikke"), ("PRIS.DOCX", DOCX, "vaskesyklus")]
)
def test_pdf_and_word_files_give_their_words(nordland, name, content, words):
    kept = read(nordland, name, content)
    assert words in kept.text
    assert (kept.failure, kept.read_at is None) == ("", False)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("laast.pdf", encrypted(), "has a password"),
        ("halv.pdf", PDF[: len(PDF) // 3], "broken"),
        ("tom.pdf", b"", "broken"),
        ("ord.pdf", b"not a pdf at all", "broken"),
        ("zip.docx", b"PK\x03\x04 and nothing more", "broken"),
        ("bilde.docx", PDF, "broken"),
    ],
)
def test_what_cannot_be_read_is_noted_and_nobodys_fault(nordland, name, content, why):
    kept = read(nordland, name, content)
    assert kept.text == ""
    assert kept.failure.startswith(why)


def test_a_file_that_unpacks_without_end_is_stopped(nordland):
    kept = read(nordland, "bombe.docx", bomb())
    assert kept.text == ""
    assert kept.failure


def test_a_file_that_takes_too_long_is_stopped(nordland, monkeypatch):
    monkeypatch.setattr(file_texts, "SECONDS", 0.01)
    assert read(nordland, "krav.pdf", PDF).failure == "took too long"


def test_a_file_that_is_too_large_is_not_opened(nordland, monkeypatch):
    monkeypatch.setattr(file_texts, "LARGEST_BYTES", 10)
    assert read(nordland, "krav.pdf", PDF).failure == "too large"


def test_a_file_that_is_gone_is_noted(nordland):
    kept = document(nordland, "krav.pdf", PDF)
    os.remove(kept.file.path)
    assert read_file(document=kept, now=timezone.now()).failure.startswith("the file is not there")


def test_other_kinds_of_files_are_left_alone(nordland):
    kept = read(nordland, "tall.csv", b"a,b")
    assert (kept.text, kept.failure) == ("", "")


def test_the_same_file_is_not_read_twice_and_another_is(nordland, monkeypatch):
    kept = document(nordland, "krav.pdf", PDF)
    read_file(document=kept, now=timezone.now())
    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "run", None)
        assert "sporingsbrikke" in read_file(document=kept, now=timezone.now()).text
    kept.file.save("nytt.docx", ContentFile(DOCX), save=True)
    assert "vaskesyklus" in read_file(document=kept, now=timezone.now()).text


def test_the_reader_needs_nothing_of_the_hub():
    """It starts fast and holds no secret, whatever a file makes it do."""
    told = "import sys, search.files.reading; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, env={}, check=True)
    assert done.stdout.strip() == "False"


def attach(example, content, name="krav.pdf"):
    example.documents.create(document=document(example.node, name, content), label="Krav")
    example.save()


def found(client, text):
    return client.get("/eksempler/", {"alle": "", "q": text, "format": "json"}).json()["hits"]


def test_words_of_attached_files_find_the_example_below_its_own(nordland, indexed, client_on):
    ExampleFactory(node=nordland, title="Andre klær", what="Sporingsbrikke i hvert plagg.")
    attach(ExampleFactory(node=nordland, title="Arbeidstøy"), PDF)
    assert read_waiting_files(now=timezone.now()) == 1
    indexed()
    assert [hit["title"] for hit in found(client_on(nordland), "sporingsbrikke")] == [
        "Andre klær",
        "Arbeidstøy",
    ]
    page = client_on(nordland).get("/eksempler/?alle&q=sporingsbrikke").text
    assert page.count("står i et vedlagt dokument") == 1


def test_an_index_is_built_with_the_words_of_files_that_no_job_has_read(nordland, own_index, client_on):
    attach(ExampleFactory(node=nordland, title="Arbeidstøy"), PDF)
    call_command("search_rebuild")
    assert [hit["title"] for hit in found(client_on(nordland), "sporingsbrikke")] == ["Arbeidstøy"]


def test_a_broken_file_keeps_nothing_else_from_being_found(nordland, indexed, client_on):
    attach(ExampleFactory(node=nordland, title="Arbeidstøy"), b"broken")
    read_waiting_files(now=timezone.now())
    indexed()
    assert [hit["title"] for hit in found(client_on(nordland), "arbeidstøy")] == ["Arbeidstøy"]


def test_only_what_something_findable_has_attached_is_read(nordland):
    document(nordland, "referat.pdf", PDF)
    assert read_waiting_files(now=timezone.now()) == 0
    assert not FileText.objects.exists()
