"""What stands between the pages and those who mean harm."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from hub.enums import Role
from hub.models import HubDocument, OutgoingMail
from hub.wsgi import application
from tests.factories.hub import PASSWORD, UserFactory, make_member

PUBLIC = [
    "/",
    "/om-oss/",
    "/kriterier/",
    "/kurs/",
    "/eksempler/",
    "/styringsgruppe/",
    "/personvern/",
    "/roller/",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_have_a_strict_policy_and_give_a_reader_no_cookie(client_on, nordland, path):
    answer = client_on(nordland).get(path)
    policy = answer["Content-Security-Policy"]

    assert answer.status_code == 200
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert not answer.cookies


@pytest.mark.parametrize(
    "host", ["evil.example", "hub.localhost.evil.example", "hub.localhost@evil.example", "nordland"]
)
def test_a_made_up_host_header_is_refused(nordland, host):
    answer = Client().get("/", headers={"host": host})

    assert answer.status_code in (400, 404)
    assert "evil" not in answer.content.decode()


def test_a_forwarded_host_is_not_believed(client_on, nordland):
    answer = client_on(nordland).get("/", headers={"x-forwarded-host": "evil.example"})

    assert "evil.example" not in answer.content.decode()


def test_the_link_in_a_mail_has_the_hubs_host_whatever_the_request_says(client_on, national):
    user = UserFactory()
    client_on(national).post(
        reverse("account_reset_password"), {"email": user.email}, headers={"x-forwarded-host": "evil.example"}
    )

    assert "http://hub.localhost:8000/konto/" in OutgoingMail.objects.get().text


def test_a_form_needs_its_token(nordland, national):
    browser = Client(SERVER_NAME=national.host, SERVER_PORT="8000", enforce_csrf_checks=True)
    user = UserFactory()

    answer = browser.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})

    assert answer.status_code == 403
    assert "<h1>" in answer.content.decode()


def test_a_form_on_a_node_can_not_post_to_the_hub(nordland, national):
    """The session reaches all hosts, so another node's page must not act with it."""
    browser = Client(SERVER_NAME=national.host, SERVER_PORT="8000", enforce_csrf_checks=True)
    browser.force_login(make_member(nordland, Role.EDITOR))
    token = browser.get(reverse("hub:my_details")).cookies["hub_csrf"].value
    form = {"name": "Kapret", "language": "nb", "csrfmiddlewaretoken": token}

    from_node = browser.post(
        reverse("hub:my_details"), form, headers={"origin": "http://nordland.hub.localhost:8000"}
    )
    from_hub = browser.post(reverse("hub:my_details"), form, headers={"origin": "http://hub.localhost:8000"})

    assert (from_node.status_code, from_hub.status_code) == (403, 302)


def test_pages_for_those_signed_in_are_kept_by_no_cache(client_on, national, nordland):
    member = make_member(nordland, Role.STEERING_GROUP_MEMBER)

    assert "no-store" in client_on(national, member).get(reverse("hub:my_page"))["Cache-Control"]
    assert "no-store" in client_on(nordland, member).get(reverse("network:member_page"))["Cache-Control"]


def test_a_page_of_one_signed_in_says_that_it_differs_by_cookie(client_on, nordland):
    member = make_member(nordland, Role.STEERING_GROUP_MEMBER)

    assert "Cookie" in client_on(nordland, member).get("/")["Vary"]


def test_the_admin_can_not_be_framed_by_a_node(client_on, national, nordland):
    assert (
        client_on(national, make_member(nordland, Role.EDITOR)).get("/admin/")["X-Frame-Options"]
        == "SAMEORIGIN"
    )


@pytest.mark.parametrize("charset", ["idna", "punycode", "utf-16", "undefined", "hex", "none-such"])
def test_the_address_is_read_as_utf_8_whatever_charset_the_sender_names(rf, charset):
    """Asked of the entrance itself: the test client goes past it."""
    environ = rf.get("/om-oss/?q=%C3%A5").environ | {"CONTENT_TYPE": f"text/plain; charset={charset}"}

    assert application.request_class(environ).GET["q"] == "å"


@pytest.mark.parametrize("path", ["/", "/om-oss/", "/sok/", "/medlemmer/", "/finnes-ikke/", "/admin/"])
def test_what_a_signed_in_person_gets_is_for_no_shared_cache(client_on, nordland, path):
    signed_in = client_on(nordland, make_member(nordland)).get(path)

    assert "private" in signed_in["Cache-Control"]
    assert "Cookie" in signed_in["Vary"]
    assert not client_on(nordland).get("/om-oss/").has_header("Cache-Control")


def test_a_paper_for_members_is_asked_for_anew_each_time(client_on, nordland):
    paper = HubDocument.objects.create(
        title="Saksliste", file=ContentFile(b"%PDF-1.7", "a.pdf"), collection=nordland.document_collection
    )
    reader = client_on(nordland, make_member(nordland, Role.EDITOR))

    served = reader.get(reverse("wagtaildocs_serve", args=[paper.pk, paper.filename]))
    assert served.status_code == 200
    assert served["Cache-Control"] == "private, no-cache"
    assert b"".join(served.streaming_content) == b"%PDF-1.7"


@pytest.mark.parametrize("path", ["/", "/finnes-ikke/", "/konto/", "/en", "/admin/", "/sok"])
def test_no_answer_is_framed_by_others(client_on, nordland, path):
    assert client_on(nordland).get(path)["X-Frame-Options"] == "SAMEORIGIN"
    assert Client().get(path, headers={"host": "evil.example"})["X-Frame-Options"] == "SAMEORIGIN"


@pytest.mark.parametrize("sent", [{}, {"title": "Halv", "about-count": "3"}])
def test_half_a_page_form_is_a_bad_request(client_on, national, nordland, sent):
    editor = client_on(national, make_member(nordland, Role.EDITOR))
    address = reverse("wagtailadmin_pages:edit", args=[nordland.site.root_page.pk])

    assert editor.post(address, sent).status_code == 400
