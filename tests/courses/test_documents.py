"""What search is told of sessions."""

import pytest
from django.utils import timezone

from courses.documents import SessionDocuments
from courses.enums import SessionStatus
from courses.models import CourseDocument
from courses.queries import shows_document
from hub.enums import Role
from hub.services.writing_files import write_document
from search.models import OutboxEntry
from search.services.file_texts import read_waiting_files
from tests.factories.courses import CourseFactory, SessionFactory, fill
from tests.factories.hub import AudienceFactory, make_product_group


def told(document_type=None):
    document_type = document_type or SessionDocuments()
    return [document_type.document(session) for session in document_type.queryset()]


def test_what_is_public_is_told_and_what_was_held_says_so(nordland):
    SessionFactory(node=nordland, title="Kommer")
    SessionFactory(node=nordland, title="Forbi", days=-5)
    SessionFactory(node=nordland, title="Utkast", status=SessionStatus.DRAFT)
    assert {document.title["nb"]: document.facets["seats"] for document in told()} == {
        "Kommer": ["open"],
        "Forbi": ["past"],
    }


def test_a_narrower_product_group_brings_the_wider_along(nordland):
    textiles = make_product_group()
    laundry = make_product_group("vask", "Vask", textiles)
    course = CourseFactory(node=nordland)
    course.product_groups.add(laundry)
    course.audiences.add(AudienceFactory(code="buyers"))
    course.save()
    session = SessionFactory(course=course)
    assert told()[0].facets == {
        "product_group": ["tekstiler", "vask"],
        "audience": ["buyers"],
        "form": ["in_person"],
        "month": [f"{session.starts_at:%Y-%m}"],
        "organiser": [str(nordland.pk)],
        "seats": ["open"],
        "language": ["nb"],
    }


def test_it_is_found_with_all_who_hold_it(nordland, vestland):
    SessionFactory(node=nordland).co_organisers.add(vestland)
    assert told()[0].facets["organiser"] == [str(nordland.pk), str(vestland.pk)]


def test_a_sign_up_that_takes_the_last_seat_reaches_it(nordland):
    session = SessionFactory(node=nordland, capacity=1)
    OutboxEntry.objects.all().delete()
    fill(session, confirmed=1)
    assert OutboxEntry.objects.filter(kind="session", key=str(session.pk)).exists()
    assert told()[0].facets["seats"] == ["full"]


def test_it_says_when_and_where_in_each_language(nordland):
    SessionFactory(node=nordland, place="Bodø, fylkeshuset")
    note = told()[0].note
    assert set(note) == {"nb", "nn", "sv", "en"}
    assert all(text.endswith("Bodø, fylkeshuset") for text in note.values())


def test_a_change_of_the_course_reaches_its_sessions(nordland):
    session = SessionFactory(node=nordland)
    OutboxEntry.objects.all().delete()
    session.course.save()
    assert str(session.pk) in set(OutboxEntry.objects.filter(kind="session").values_list("key", flat=True))


@pytest.mark.parametrize("rows", [1, 3])
def test_telling_three_takes_as_many_queries_as_one(nordland, rows, django_assert_num_queries):
    SessionFactory.create_batch(rows, node=nordland)
    with django_assert_num_queries(6):
        told()


def test_words_of_an_attached_file_find_the_sessions_and_its_readers_open_it(nordland, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    session = SessionFactory(node=nordland, title="Rammeavtaler")
    record = {"file": "pdf", "title": "Lysbilder", "text": ["Minikonkurranse og stikkprøver."]}
    document = write_document(record, collection=nordland.document_collection, language="nb")
    CourseDocument.objects.create(course=session.course, document=document, label="Lysbilder")
    OutboxEntry.objects.all().delete()
    read_waiting_files(now=timezone.now())
    assert "stikkprøver" in told()[0].attached["nb"]
    assert OutboxEntry.objects.filter(kind="session", key=str(session.pk)).exists()
    assert shows_document(document)
    session.status = SessionStatus.DRAFT
    session.save()
    assert not shows_document(document)


def test_the_page_of_a_session_lists_what_its_course_brings_along(client_on, nordland, settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    session = SessionFactory(node=nordland)
    record = {"file": "docx", "title": "Lysbilder", "text": ["Stikkprøver."]}
    document = write_document(record, collection=nordland.document_collection, language="nb")
    CourseDocument.objects.create(course=session.course, document=document, label="Lysbilder fra dagen")
    page = client_on(nordland).get(session.get_absolute_url()).text
    assert "Lysbilder fra dagen" in page
    assert "DOCX" in page
    assert b"".join(client_on(nordland).get(document.url).streaming_content).startswith(b"PK")


def test_what_a_draft_course_brings_along_opens_for_its_node_alone(
    client_on, member, nordland, vestland, settings, tmp_path
):
    settings.MEDIA_ROOT = str(tmp_path / "media")
    session = SessionFactory(node=nordland, status=SessionStatus.DRAFT)
    record = {"file": "pdf", "title": "Lysbilder", "text": ["Ikke ferdig."]}
    document = write_document(record, collection=nordland.document_collection, language="nb")
    CourseDocument.objects.create(course=session.course, document=document, label="Lysbilder")
    curious = member(vestland, Role.EDITOR, Role.COURSE_ORGANISER)

    for node, user in [(nordland, None), (nordland, curious), (vestland, curious)]:
        assert client_on(node, user).get(document.url).status_code == 404
    organiser = member(nordland, Role.COURSE_ORGANISER)
    opened = client_on(nordland, organiser).get(document.url)
    assert b"".join(opened.streaming_content).startswith(b"%PDF")
