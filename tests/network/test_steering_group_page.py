"""What a steering group shows to everybody, and what to its members alone."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import timezone

from hub.enums import Role
from hub.models import HubDocument
from network.models import MeetingPaper
from network.queries.steering import steering_page
from tests.factories.network import CommitmentFactory, MeetingFactory, SeatFactory, SteeringGroupFactory

PUBLIC = "/styringsgruppe/"
MEMBERS = "/styringsgruppe/medlem/"


@pytest.fixture
def group(nordland):
    return SteeringGroupFactory(node=nordland)


def document(node, title="Sakliste"):
    made = HubDocument(title=title, collection=node.document_collection)
    made.file.save("sakliste.txt", ContentFile(b"demonstrasjon"))
    return made


def answer_for(client, file):
    """The status alone; a file is read to its end, which closes it."""
    response = client.get(file.url)
    response.getvalue()
    return response.status_code


def test_a_node_without_a_group_says_what_will_be_here(client_on, nordland):
    response = client_on(nordland).get(PUBLIC)
    assert response.status_code == 200
    assert 'class="empty"' in response.content.decode()


def test_the_national_site_has_no_steering_group(client_on, national):
    assert client_on(national).get(PUBLIC).status_code == 404


def test_the_public_page_shows_promises_seats_and_published_minutes(client_on, group):
    CommitmentFactory(steering_group=group, text="Kurs i alle regioner")
    SeatFactory(steering_group=group, role="Kommunedirektør")
    MeetingFactory(node=group.node, days=-30, minutes="Vedtok løftene.", published=True)
    page = client_on(group.node).get(PUBLIC).content.decode()
    assert all(words in page for words in ["Kurs i alle regioner", "Kommunedirektør", "Vedtok løftene."])


def test_minutes_that_are_not_published_are_for_members(client_on, group, member):
    MeetingFactory(node=group.node, days=-10, minutes="Ikke for alle.")
    person = member(group.node, Role.STEERING_GROUP_MEMBER)
    assert "Ikke for alle." not in client_on(group.node).get(PUBLIC).content.decode()
    assert "Ikke for alle." in client_on(group.node, person).get(MEMBERS).content.decode()


def test_a_stranger_is_led_to_the_hubs_sign_in_and_back(client_on, group):
    response = client_on(group.node).get(MEMBERS)
    assert response.status_code == 302
    assert response["Location"].startswith(
        "http://hub.localhost:8000/konto/logg-inn/?next=http%3A%2F%2Fnordland."
    )


def test_a_member_of_another_nodes_group_is_refused(client_on, group, vestland, member):
    other = member(vestland, Role.STEERING_GROUP_MEMBER)
    assert client_on(group.node, other).get(MEMBERS).status_code == 403


def test_the_members_page_is_not_kept_by_caches(client_on, group, member):
    person = member(group.node, Role.STEERING_GROUP_MEMBER)
    assert client_on(group.node, person).get(MEMBERS)["Cache-Control"] == "private, no-store"


def test_papers_are_served_to_members_only(client_on, group, vestland, member):
    meeting = MeetingFactory(node=group.node)
    paper = MeetingPaper.objects.create(meeting=meeting, title="Sakliste", document=document(group.node))
    person = member(group.node, Role.STEERING_GROUP_MEMBER)
    outsider = member(vestland, Role.STEERING_GROUP_MEMBER)
    assert answer_for(client_on(group.node), paper.document) == 404
    assert answer_for(client_on(group.node, outsider), paper.document) == 404
    assert answer_for(client_on(group.node, person), paper.document) == 200


def test_the_file_of_minutes_is_open_once_they_are_published(client_on, group):
    file = document(group.node, "Referat")
    meeting = MeetingFactory(node=group.node, days=-10, minutes_document=file)
    assert answer_for(client_on(group.node), file) == 404
    meeting.minutes_published_date = meeting.starts_at.date()
    meeting.save()
    assert answer_for(client_on(group.node), file) == 200


def test_minutes_cannot_be_published_empty(group):
    meeting = MeetingFactory(node=group.node, days=-10)
    meeting.minutes_published_date = meeting.starts_at.date()
    with pytest.raises(ValidationError):
        meeting.full_clean()


def test_a_name_needs_the_persons_consent(group):
    seat = SeatFactory(steering_group=group)
    seat.person_name = "Rolleinnehaver"
    with pytest.raises(ValidationError):
        seat.full_clean()


def test_last_years_promises_stand_until_there_are_new_ones(group):
    now = timezone.now()
    CommitmentFactory(steering_group=group, year=now.year - 1, text="I fjor")
    page = steering_page(group, now=now)
    assert (page.year, [commitment.text for commitment in page.commitments]) == (now.year - 1, ["I fjor"])


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_as_many_queries_for_one_of_each_as_for_many(rows, group, django_assert_num_queries):
    for number in range(rows):
        CommitmentFactory(steering_group=group)
        SeatFactory(steering_group=group)
        MeetingFactory(node=group.node, days=-30 - number, minutes="Vedtok.", published=True)
        MeetingFactory(node=group.node, days=30 + number)
    with django_assert_num_queries(6):
        steering_page(group, now=timezone.now())


def test_the_front_page_has_the_group_in_short(client_on, group):
    assert group.leader_organisation.name in client_on(group.node).get("/").content.decode()
