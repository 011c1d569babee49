"""What is uploaded is looked at before it is kept, and shown to those alone who may see it."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from good_examples.models import ExampleDocument
from hub.enums import Role
from hub.models import HubDocument, Picture
from hub.services.pages import create_article
from tests.factories.good_examples import ExampleFactory
from tests.factories.hub import make_member
from tests.factories.packages import package_that_does_not_unpack

SCRIPT = b"<script>alert(1)</script>"


def package(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml").replace("_bin", ".bin"), content)
    return file.getvalue()


GOOD = {
    "a.pdf": b"%PDF-1.7 ...",
    "a.docx": package(word__document_xml="<w/>"),
    "a.xlsx": package(xl__workbook_xml="<x/>"),
    "a.odt": package(mimetype="application/vnd.oasis.opendocument.text"),
    "a.csv": "navn;antall\nBodø;3\n".encode(),
    "a.txt": b"bare tekst",
}
BAD = {
    "a.pdf": SCRIPT,
    "b.pdf": b"MZ\x90\x00" + b"\0" * 60,
    "a.docx": package(xl__workbook_xml="<x/>"),
    "b.docx": b"PK\x03\x04 broken",
    "c.docx": package(word__document_xml="<w/>", word__vbaProject_bin="x"),
    "a.odt": package(mimetype="text/html"),
    "b.odt": package_that_does_not_unpack("mimetype"),
    "a.txt": SCRIPT,
    "b.txt": b"\x7fELF\0\0",
    "a.csv": b"\xef\xbb\xbf \n<!doctype html>",
    "a.html": SCRIPT,
    "a.svg": b"<svg onload='alert(1)'/>",
    "a.exe": b"MZ",
}


@pytest.fixture
def editor(client_on, national, nordland):
    return client_on(national, make_member(nordland, Role.EDITOR))


def upload(editor, node, name, content, title="Vedlegg"):
    file = SimpleUploadedFile(name, content)
    data = {"title": title, "file": file, "collection": node.document_collection.pk}
    return editor.post(reverse("wagtaildocs:add"), data)


@pytest.mark.parametrize("name", GOOD)
def test_a_document_that_is_what_it_says_is_kept(editor, nordland, name):
    assert upload(editor, nordland, name, GOOD[name]).status_code == 302
    assert HubDocument.objects.get().filename.startswith("a")


@pytest.mark.parametrize("name", BAD)
def test_a_document_that_is_something_else_is_refused_with_a_reason(editor, nordland, name):
    answer = upload(editor, nordland, name, BAD[name])

    assert answer.status_code == 200
    assert "Vedlegg" in answer.content.decode(), "what was typed stays"
    assert not HubDocument.objects.exists()


@pytest.mark.parametrize("address", ["wagtaildocs:add_multiple", "wagtaildocs_chooser:create"])
def test_no_other_door_lets_it_in(editor, nordland, address):
    file = SimpleUploadedFile("a.pdf", SCRIPT)
    collection = nordland.document_collection.pk
    prefix = "document-chooser-upload-"
    data = {"files[]": file, "collection": collection, "title": "x"}
    if "chooser" in address:
        data = {f"{prefix}title": "x", f"{prefix}file": file, f"{prefix}collection": collection}

    editor.post(reverse(address), data, headers={"x-requested-with": "XMLHttpRequest"})

    assert not HubDocument.objects.exists()


def test_a_document_larger_than_the_limit_is_refused(editor, nordland):
    answer = upload(editor, nordland, "a.pdf", b"%PDF-1.7" + b"0" * (25 * 1024 * 1024))

    assert answer.status_code == 200
    assert "25 MB" in answer.content.decode()


def test_a_package_that_unpacks_to_more_than_anybody_writes_is_refused(editor, nordland, monkeypatch):
    monkeypatch.setattr("hub.models.uploads.MOST_UNPACKED", 1000)

    assert upload(editor, nordland, "a.docx", package(word__document_xml="0" * 1001)).status_code == 200
    assert not HubDocument.objects.exists()


def image_bytes(size, kind="PNG"):
    file = io.BytesIO()
    Image.new("1", size).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("a.png", SCRIPT),
        ("a.jpg", b"%PDF-1.7"),
        ("a.gif", image_bytes((10, 10), "GIF")),
        ("a.png", image_bytes((9000, 9000))),
    ],
)
def test_a_picture_that_is_none_or_too_large_is_refused(editor, nordland, name, content):
    data = {"title": "Bilde", "credit": "Noen", "collection": nordland.image_collection.pk}
    answer = editor.post(reverse("wagtailimages:add"), {**data, "file": SimpleUploadedFile(name, content)})

    assert answer.status_code == 200
    assert not Picture.objects.exists()


def test_a_picture_that_is_one_is_kept(editor, nordland):
    file = SimpleUploadedFile("a.png", image_bytes((10, 10)))
    data = {"title": "Bilde", "credit": "Noen", "collection": nordland.image_collection.pk, "file": file}

    assert editor.post(reverse("wagtailimages:add"), data).status_code == 302
    assert Picture.objects.exists()


@pytest.fixture
def document(nordland):
    return HubDocument.objects.create(
        title="Vedlegg",
        file=ContentFile(b"%PDF-1.7", "vedlegg.pdf"),
        collection=nordland.document_collection,
    )


def status(client, document):
    answer = client.get(document.url)
    if answer.streaming:
        list(answer)
    return answer.status_code


def test_a_document_that_nothing_published_shows_is_for_the_nodes_editors(
    client_on, nordland, vestland, document
):
    assert status(client_on(nordland), document) == 404
    assert status(client_on(nordland, make_member(vestland, Role.NODE_MANAGER)), document) == 404
    assert status(client_on(nordland, make_member(nordland, Role.PARTICIPANT)), document) == 404
    assert status(client_on(nordland, make_member(nordland, Role.EDITOR)), document) == 200


def test_a_published_page_opens_it_and_taking_the_page_down_closes_it(client_on, nordland, document):
    value = {"heading": "Vedlegg", "documents": [{"document": document.pk, "description": ""}]}
    body = [{"type": "documents", "value": value}]
    page = create_article(nordland, title="Veiledning", blocks=body)
    assert status(client_on(nordland), document) == 200

    page.unpublish()
    assert status(client_on(nordland), document) == 404


def test_an_example_opens_its_document_when_it_is_published(client_on, nordland, document):
    example = ExampleFactory(node=nordland, live=False)
    ExampleDocument.objects.create(example=example, document=document, label="Kravspesifikasjon")
    assert status(client_on(nordland), document) == 404

    type(example).objects.filter(pk=example.pk).update(live=True)
    assert status(client_on(nordland), document) == 200


@pytest.mark.parametrize(
    ("name", "how"), [("a.pdf", "inline"), ("a.txt", "attachment"), ("a.docx", "attachment")]
)
def test_a_file_comes_with_its_kind_and_nothing_guesses_another(client_on, nordland, name, how):
    made = HubDocument.objects.create(
        title="x", file=ContentFile(GOOD[name], name), collection=nordland.document_collection
    )
    answer = client_on(nordland, make_member(nordland, Role.EDITOR)).get(made.url)
    list(answer)

    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'"
    assert answer["Content-Disposition"].startswith(how)
    assert "html" not in answer["Content-Type"]
    assert "svg" not in answer["Content-Type"]
