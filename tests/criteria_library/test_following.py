"""Whoever follows a criterion or a product group hears of changes, once, and can stop."""

import datetime
import re

import pytest
from django.core import mail as sent
from django.core.management import call_command

from criteria_library.models import Follow, FollowedChange
from criteria_library.services.following import start_following, stop_address
from criteria_library.services.publishing import withdraw
from criteria_library.services.readers import drop_unconfirmed
from hub.models import OutgoingMail
from hub.services.mail import deliver_due_mail
from tests.factories.criteria_library import DAY, make_criterion, revise
from tests.factories.hub import UserFactory, make_product_group

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 16, 12, tzinfo=datetime.UTC)
EMAIL = "innkjoper@kommune.example"


def follows(node, *, criterion=None, group=None, email=EMAIL, confirmed=True) -> Follow:
    follow = start_following(email=email, node=node, language="nb", at=NOW, criterion=criterion, group=group)
    if confirmed:
        Follow.objects.filter(pk=follow.pk).update(confirmed_at=NOW)
    OutgoingMail.objects.all().delete()
    return follow


def path_of(address: str) -> str:
    return re.sub(r"^https?://[^/]+", "", address)


def test_a_buyer_follows_after_pressing_the_link_in_the_mail(client_on, nordland):
    criterion = make_criterion("TEX-004")
    client = client_on(nordland)

    client.post("/kriterier/TEX-004/folg/", {"email": EMAIL})
    revise(criterion, requirement="Minst 70 vask.")
    assert not FollowedChange.objects.exists()

    link = re.search(r"https?://\S+/kriterier/folg/\S+", OutgoingMail.objects.get().text).group()
    assert "Ja, følg" in client.get(path_of(link)).text
    client.post(path_of(link))
    revise(criterion, requirement="Minst 80 vask.")
    call_command("tell_followers")

    news = OutgoingMail.objects.filter(to=EMAIL).latest("pk")
    assert "TEX-004" in news.text
    assert nordland.url("/kriterier/TEX-004/v3/endringer/") in news.text


def test_whoever_is_signed_in_follows_at_once_with_their_own_address_alone(client_on, nordland):
    make_criterion("TEX-004")
    user = UserFactory()
    client = client_on(nordland, user)

    assert user.email in client.get("/kriterier/TEX-004/folg/").text
    client.post("/kriterier/TEX-004/folg/", {"email": user.email})
    client.post("/kriterier/TEX-004/folg/", {"email": EMAIL})

    assert Follow.objects.get(email=user.email.lower()).confirmed_at
    assert Follow.objects.get(email=EMAIL).confirmed_at is None


def test_the_answer_does_not_tell_whether_an_address_follows_already(client_on, nordland):
    criterion = make_criterion("TEX-004")
    follows(nordland, criterion=criterion)
    client = client_on(nordland)

    known = client.post("/kriterier/TEX-004/folg/", {"email": EMAIL})
    unknown = client.post("/kriterier/TEX-004/folg/", {"email": "ny@kommune.example"})

    assert known.url == unknown.url


def test_one_who_asks_again_and_again_has_one_mail_sent_in_ten_minutes(nordland):
    criterion = make_criterion("TEX-004")
    asked = {"email": EMAIL, "node": nordland, "language": "nb", "criterion": criterion}
    for minute in (0, 1, 9, 11, 12, 22):
        start_following(**asked, at=NOW + datetime.timedelta(minutes=minute))

    assert OutgoingMail.objects.count() == 3
    assert Follow.objects.get().asked_at == NOW + datetime.timedelta(minutes=22)


def test_twenty_tries_an_hour_with_one_address_are_enough_wherever_they_come_from(client_on, nordland):
    criterion = make_criterion("TEX-004")
    follows(nordland, criterion=criterion, email="kjent@kommune.example")
    client = client_on(nordland)

    def answers_to(email):
        tries = [
            client.post("/kriterier/TEX-004/folg/", {"email": email}, REMOTE_ADDR=f"192.0.2.{number}")
            for number in range(21)
        ]
        return [(answer.status_code, answer.headers.get("Location")) for answer in tries], tries[-1]

    known, last = answers_to("kjent@kommune.example")
    unknown, _last = answers_to(EMAIL)

    assert known == unknown
    assert [status for status, _leads_to in known] == [302] * 20 + [429]
    assert "kjent@kommune.example" in last.text, "what was typed is still there"
    assert OutgoingMail.objects.count() == 1


def test_all_that_changed_in_a_day_comes_in_one_mail(nordland):
    group = make_product_group("textiles", "Tekstiler")
    below = group.add_child(
        code="workwear", **{f"name_{code}": "Arbeidstøy" for code in ("nb", "nn", "sv", "en")}
    )
    one, two = make_criterion("TEX-004", groups=[below]), make_criterion("TEX-005", groups=[below])
    follows(nordland, group=group)
    follows(nordland, criterion=one)

    revise(one, requirement="Minst 70 vask.")
    revise(one, requirement="Minst 80 vask.")
    withdraw(criterion=two, by=None, role="Fagansvarlig", reason="Utgått.", on=DAY)
    call_command("tell_followers")
    call_command("tell_followers")

    news = OutgoingMail.objects.get()
    assert news.subject == "2 endringer i det du følger"
    assert news.text.count("/kriterier/TEX-004/v3/endringer/") == 1
    assert "trukket tilbake" in news.text


def test_each_mail_has_a_link_that_stops_it_and_the_mail_programs_own_button(nordland, client_on, settings):
    criterion = make_criterion("TEX-004")
    follow = follows(nordland, criterion=criterion)
    revise(criterion, requirement="Minst 70 vask.")
    call_command("tell_followers")

    deliver_due_mail(now=datetime.datetime.now(datetime.UTC))

    message = sent.outbox[-1]
    assert stop_address(follow) in message.body
    assert message.extra_headers["List-Unsubscribe"] == f"<{stop_address(follow)}>"
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_one_press_in_the_mail_program_stops_it_without_a_page(nordland, client_on):
    follow = follows(nordland, criterion=make_criterion("TEX-004"))
    strict = client_on(nordland)
    strict.handler.enforce_csrf_checks = True
    address = path_of(stop_address(follow))

    answer = strict.post(address, {"List-Unsubscribe": "One-Click"})

    assert (answer.status_code, answer.content) == (200, b"")
    assert not Follow.objects.exists()
    assert "E-postene er stoppet" in strict.get(address).text


def test_a_link_only_looked_at_stops_nothing(nordland, client_on):
    follow = follows(nordland, criterion=make_criterion("TEX-004"))

    assert "Slutte å følge" in client_on(nordland).get(path_of(stop_address(follow))).text
    assert Follow.objects.exists()


@pytest.mark.parametrize("address", ["folg", "folg-ikke"])
@pytest.mark.parametrize("token", ["x", "x" * 3000, "%00", "MQ:1abc:zzz"])
def test_a_link_that_is_wrong_or_old_says_so(client_on, nordland, address, token):
    answer = client_on(nordland).get(f"/kriterier/{address}/{token}/")

    assert answer.status_code == 200
    assert "Lenken gjelder ikke lenger" in answer.text or "E-postene er stoppet" in answer.text


def test_what_was_never_confirmed_is_deleted_and_the_rest_stays(nordland):
    criterion = make_criterion("TEX-004")
    follows(nordland, criterion=criterion)
    follows(nordland, criterion=criterion, email="aldri@kommune.example", confirmed=False)

    drop_unconfirmed(before=NOW + datetime.timedelta(days=8), dry_run=False)

    assert [follow.email for follow in Follow.objects.all()] == [EMAIL]
