"""Signing in by a code in an e-mail."""

import re

import pytest
from django.urls import reverse

from hub.models import OutgoingMail
from tests.factories.hub import UserFactory
from tests.hub.second_factor import is_signed_in

ASK, CONFIRM = reverse("account_request_login_code"), reverse("account_confirm_login_code")


def code_in(mail) -> str:
    return re.search(r"^[A-Z0-9]+-[A-Z0-9]+$", mail.text, re.MULTILINE)[0]


def text_of(response) -> str:
    return response.content.decode()


def test_the_code_in_the_mail_signs_in_and_leads_on(browser):
    user = UserFactory()
    asked = browser.post(ASK, {"email": user.email, "next": "/roller/"})

    answer = browser.post(asked["Location"], {"code": code_in(OutgoingMail.objects.get())})

    assert is_signed_in(browser)
    assert answer["Location"] == "/roller/"


def test_a_code_works_once(browser, client_on, national):
    user = UserFactory()
    browser.post(ASK, {"email": user.email})
    code = code_in(OutgoingMail.objects.get())
    browser.post(CONFIRM, {"code": code})
    browser.post(reverse("account_logout"))

    answer = browser.post(CONFIRM, {"code": code})

    assert answer["Location"] == ASK
    assert not is_signed_in(browser)


def test_a_code_signs_in_only_where_it_was_asked_for(browser, client_on, national):
    browser.post(ASK, {"email": UserFactory().email})
    elsewhere = client_on(national)
    elsewhere.post(ASK, {"email": UserFactory().email})

    elsewhere.post(CONFIRM, {"code": code_in(OutgoingMail.objects.earliest("pk"))})

    assert not is_signed_in(elsewhere)


@pytest.mark.parametrize(
    ("prefix", "told"), [("", "Koden"), ("/nn", "Koden"), ("/sv", "Koden"), ("/en", "The code")]
)
def test_a_wrong_code_is_told_in_the_pages_language_beside_the_field(browser, prefix, told):
    browser.post(f"{prefix}{ASK}", {"email": UserFactory().email})

    text = text_of(browser.post(f"{prefix}{CONFIRM}", {"code": "FEIL-KODE"}))

    assert f'<p class="fault">{told}' in text


def test_a_code_typed_wrong_ten_times_is_no_longer_asked_for_and_the_right_one_is_dead(browser):
    browser.post(ASK, {"email": UserFactory().email})
    code = code_in(OutgoingMail.objects.get())

    pages = [text_of(browser.post(CONFIRM, {"code": "FEIL-KODE"}, follow=True)) for _time in range(10)]
    late = browser.post(CONFIRM, {"code": code})

    assert "Koden var feil for mange ganger og gjelder ikke lenger. Be om en ny." in pages[4]
    assert not is_signed_in(browser)
    assert late["Location"] == ASK
    assert f'action="{CONFIRM}"' not in pages[9]


def test_an_hour_old_code_is_dead(browser):
    browser.post(ASK, {"email": UserFactory().email})
    later = browser.session
    later["account_login"]["state"]["stages"]["login_by_code"]["data"]["at"] -= 3600
    later.save()

    browser.post(CONFIRM, {"code": code_in(OutgoingMail.objects.get())})

    assert not is_signed_in(browser)


def test_many_codes_can_not_be_sent_to_one_address(browser):
    user = UserFactory()
    for _time in range(6):
        browser.cookies.clear()
        browser.post(ASK, {"email": user.email})

    assert OutgoingMail.objects.count() == 3


@pytest.mark.parametrize("typed", ["", "x" * 5000, "\u202eABCD", "%00", "kode\x00"])
def test_whatever_is_typed_for_a_code_gets_an_answer(browser, typed):
    browser.post(ASK, {"email": UserFactory().email})

    answer = browser.post(CONFIRM, {"code": typed})

    assert answer.status_code == 200
    assert 'class="fault"' in text_of(answer)


@pytest.mark.parametrize(
    "email", ["", "ikke-en-adresse", "x" * 5000 + "@demo.example", "a\x00b@demo.example"]
)
def test_whatever_is_typed_for_an_address_gets_an_answer(browser, email):
    answer = browser.post(ASK, {"email": email})

    assert answer.status_code == 200
    assert 'class="fault"' in text_of(answer)


def test_the_mail_is_in_the_persons_language_as_text_and_html(browser):
    browser.post(ASK, {"email": UserFactory(language="nn").email})

    mail = OutgoingMail.objects.get()
    assert mail.language == "nn"
    assert "Skriv denne koden" in mail.text
    assert code_in(mail) in mail.html
    assert code_in(mail) in mail.subject
