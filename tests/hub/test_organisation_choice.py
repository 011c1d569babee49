"""A person finds the employer by typing its name, in whatever language and letters, without script."""

import pytest
from django.urls import reverse

from hub.enums import OrganisationKind
from hub.models import Organisation
from tests.factories.hub import PASSWORD, CountyFactory, UserFactory

MUNICIPALITY = OrganisationKind.MUNICIPALITY


@pytest.fixture
def organisations(national):
    def municipality(name, county, number, other_names=""):
        return Organisation.objects.create(
            name=name,
            kind=MUNICIPALITY,
            municipality_number=number,
            county=county,
            other_names=other_names,
        )

    nordland, finnmark, viken = (CountyFactory(name=name) for name in ("Nordland", "Finnmark", "Viken"))
    municipality("Bodø", nordland, "1804", "Bådåddjo")
    municipality("Kautokeino", finnmark, "5612", "Guovdageaidnu")
    municipality("Våler", viken, "3018")
    municipality("Våler", nordland, "3419")
    municipality("Herøy", nordland, "1818")
    Organisation.objects.create(name="Nordland fylkeskommune", kind="county_council", county=nordland)


@pytest.fixture
def browser(client_on, national):
    return client_on(national, UserFactory(name="Innkjøper"))


def work_at(browser, text):
    return browser.post(
        reverse("hub:my_details"), {"name": "Innkjøper", "language": "nb", "organisation": text}
    )


def chosen(browser):
    found = Organisation.objects.filter(user__isnull=False).first()
    return found and str(found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Bodø (Nordland)", "Bodø kommune"),
        ("bodo", "Bodø kommune"),
        ("BODØ KOMMUNE", "Bodø kommune"),
        ("Bådåddjo", "Bodø kommune"),
        ("guovdageaidnu", "Kautokeino kommune"),
        ("Våler (Viken)", "Våler kommune"),
        ("nordland fylkeskommune", "Nordland fylkeskommune"),
        ("", None),
    ],
)
def test_what_is_typed_is_understood(browser, organisations, typed, meant):
    assert work_at(browser, typed).status_code == 302
    assert chosen(browser) == meant


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Våler", "Våler (Nordland), Våler (Viken)"),
        ("Bodo kommun", "Bodø"),
        ("Firmaet AS", "Vi kjenner ingen offentlig virksomhet med det navnet"),
        ("x" * 5000, "lengre enn noe navn i listen"),
        ("Bod\u202eø\u0000", 'role="alert"'),
    ],
)
def test_what_is_not_understood_is_told_and_kept(browser, organisations, typed, told):
    answer = work_at(browser, typed)

    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert typed[:5] in answer.content.decode()
    assert chosen(browser) is None


def test_the_list_has_every_name_and_the_chosen_one_stands_there(browser, organisations):
    work_at(browser, "guovdageaidnu")
    page = browser.get(reverse("hub:my_details")).content.decode()

    assert '<option value="Kautokeino (Finnmark)" label="Guovdageaidnu">' in page
    assert 'value="Kautokeino (Finnmark)"' in page.partition("<datalist")[0]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("x" * 5000, "Bruk høyst 120 tegn"),
        ("Ola\u202enormann", "tegn som ikke synes"),
        ("Ola\u0007", "tegn som ikke synes"),
        ("", "Skriv navnet ditt"),
    ],
)
def test_a_name_that_can_not_be_shown_is_told(client_on, national, name, told):
    form = {"name": name, "email": "ny@demo.example", "language": "nb", "password1": PASSWORD}
    answer = client_on(national).post(reverse("account_signup"), form)

    assert answer.status_code == 200
    assert told in answer.content.decode()
    assert "ny@demo.example" in answer.content.decode()


def test_the_form_costs_the_same_with_one_and_with_many(browser, organisations, django_assert_num_queries):
    browser.get(reverse("hub:my_details"))
    with django_assert_num_queries(6):
        browser.get(reverse("hub:my_details"))
