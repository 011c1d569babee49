"""Where one is signed in, and how one signs out there."""

import pytest
from allauth.usersessions.models import UserSession
from django.urls import reverse

from tests.factories.hub import PASSWORD, UserFactory

LIST = reverse("usersessions_list")
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
)


def signed_in(client_on, national, user, browser=FIREFOX):
    client = client_on(national)
    client.post(
        reverse("account_login"), {"login": user.email, "password": PASSWORD}, headers={"user-agent": browser}
    )
    return client


def is_signed_in(client) -> bool:
    return client.get(reverse("hub:my_page")).status_code == 200


@pytest.fixture
def user(national):
    return UserFactory()


def test_the_list_names_browser_and_system_and_which_is_this_one(client_on, national, user):
    here = signed_in(client_on, national, user)
    signed_in(client_on, national, user, IPHONE)

    text = here.get(LIST).content.decode()

    assert "Firefox, Windows" in text
    assert "Safari, iPhone" in text
    assert text.count("Denne enheten") == 1


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (FIREFOX, "Firefox, Windows"),
        (IPHONE, "Safari, iPhone"),
        (IPHONE.replace("Version/18.0", "CriOS/140.0"), "Chrome, iPhone"),
        (IPHONE.replace("Version/18.0", "FxiOS/140.0"), "Firefox, iPhone"),
        ("Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36", "Chrome, ChromeOS"),
        ("Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0", "Samsung Internet, Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Chrome/140.0 Safari/537.36 Edg/140", "Edge, macOS"),
        ("<script>alert(1)</script>", ""),
    ],
)
def test_of_a_browser_only_what_the_list_shows_is_kept(client_on, national, user, said, kept):
    here = signed_in(client_on, national, user, said)

    assert UserSession.objects.get().user_agent == kept
    page = here.get(reverse("hub:my_data")).content.decode()
    assert f"<dd>{kept}</dd>" in page if kept else "alert" not in page


def test_each_can_be_signed_out_alone(client_on, national, user):
    here, phone, third = (signed_in(client_on, national, user) for _device in range(3))
    of_phone = UserSession.objects.get(session_key=phone.session.session_key)

    here.post(reverse("end_session", args=[of_phone.pk]))

    assert [is_signed_in(client) for client in (here, phone, third)] == [True, False, True]


def test_all_others_can_be_signed_out_at_once(client_on, national, user):
    here, phone, third = (signed_in(client_on, national, user) for _device in range(3))

    here.post(LIST)

    assert [is_signed_in(client) for client in (here, phone, third)] == [True, False, False]


def test_anothers_session_can_not_be_ended(client_on, national, user):
    here, other = signed_in(client_on, national, user), signed_in(client_on, national, UserFactory())
    theirs = UserSession.objects.get(session_key=other.session.session_key)

    assert here.post(reverse("end_session", args=[theirs.pk])).status_code == 404
    assert is_signed_in(other)


def test_a_new_password_signs_out_everywhere_else(client_on, national, user):
    here, phone = signed_in(client_on, national, user), signed_in(client_on, national, user)

    here.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": "ni nye ord om natten"}
    )

    assert (is_signed_in(here), is_signed_in(phone)) == (True, False)


def test_no_network_address_is_kept(client_on, national, user):
    signed_in(client_on, national, user)

    assert {row.ip for row in UserSession.objects.all()} == {"0.0.0.0"}


@pytest.mark.parametrize("user_agent", ["", "x" * 5000, "<script>alert(1)</script>", "\u202e"])
def test_whatever_a_browser_calls_itself_the_list_is_shown(client_on, national, user, user_agent):
    here = signed_in(client_on, national, user, user_agent.encode("latin-1", "replace").decode("latin-1"))

    text = here.get(LIST).content.decode()

    assert "Ukjent nettleser" in text
    assert "<script>alert" not in text


def test_the_cookie_of_a_planted_session_signs_nobody_in(client_on, national, user):
    """Session fixation: a cookie known to another before the sign-in is worth nothing after it."""
    planted = client_on(national)
    session = planted.session
    session["planted"] = True
    session.save()
    victim = client_on(national)
    victim.cookies["hub_session"] = planted.cookies["hub_session"].value

    victim.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})

    assert victim.cookies["hub_session"].value != planted.cookies["hub_session"].value
    assert is_signed_in(victim)
    assert not is_signed_in(planted)
