"""The pages of the life of criteria, as readers, commenters, editors and secretaries walk them."""

import csv
import datetime
import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from criteria_library.models import Comment, Criterion, Draft, Hearing, Proposal
from criteria_library.services.hearings import close_hearing
from hub.enums import Role
from hub.models import OutgoingMail
from tests.criteria_library.test_editing import form_of
from tests.factories.criteria_library import make_criterion, make_draft
from tests.factories.hearings import (
    AFTER,
    begin,
    heard,
    make_answer,
    make_comment,
    make_hearing,
    make_proposal,
    pdf,
    write,
)
from tests.factories.hub import make_member, make_product_group
from tests.factories.packages import package_that_does_not_unpack

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
LAST_WEEK, NEXT_MONTH = TODAY - datetime.timedelta(days=7), TODAY + datetime.timedelta(days=30)


def url(name, *args):
    return reverse(f"criteria_library:{name}", args=args)


@pytest.fixture
def as_role(national, client_on):
    return lambda role: client_on(national, make_member(national, role))


@pytest.fixture
def open_hearing(national):
    return make_hearing(
        begin(make_criterion("TEX-004")),
        opens=LAST_WEEK,
        deadline=NEXT_MONTH,
        now=timezone.now() - datetime.timedelta(days=7),
    )


@pytest.fixture
def past_hearing(national):
    """Its deadline was yesterday."""
    return make_hearing(
        begin(make_criterion("TEX-004")),
        opens=LAST_WEEK,
        deadline=TODAY - datetime.timedelta(days=1),
        now=timezone.now() - datetime.timedelta(days=7),
    )


def words(**changes):
    return {"about": "TEX-004:requirement", "text": "For strengt.", "role": "supplier"} | changes


def approval(reason):
    return {
        "approve": "",
        "approve-role": "Fagpanelet",
        "approve-waiver_reason": reason,
        "approve-publish_date": TODAY,
    }


def without_account(**changes):
    return words(name="Kari Navn", organisation="Tekstil AS", email="firma@demo.example", **changes)


def link_in(mail: OutgoingMail) -> str:
    return re.search(r"http://[^/]+(/kriterier/horinger/bekreft/\S+)", mail.text)[1]


def test_everybody_follows_what_is_worked_on_how_far_it_is_and_when_it_is_planned(nordland, client_on):
    planned = datetime.date(TODAY.year + 1, 3, 1)
    draft = begin(make_criterion("TEX-004"), summary="Flere vask", planned_date=planned)

    shown = client_on(nordland).get("/kriterier/arbeid/").text

    assert "TEX-004" in shown
    assert "Flere vask" in shown
    assert "Skrives" in shown
    assert f"1. mars {planned.year}" in shown
    assert "Arbeidet begynte" in client_on(nordland).get(draft.get_absolute_url()).text


def test_the_page_of_a_draft_tells_each_step_with_why_there_was_no_hearing(national, client_on, as_role):
    draft = begin(make_criterion("TEX-004"))
    as_role(Role.CRITERIA_APPROVER).post(
        url("desk_draft", draft.pk),
        {
            "approve": "",
            "approve-role": "Fagpanelet",
            "approve-waiver_reason": "Skrivefeil.",
            "approve-publish_date": TODAY,
        },
    )

    shown = client_on(national).get(draft.get_absolute_url()).text

    assert "Godkjent av Fagpanelet" in shown
    assert "Uten høring: Skrivefeil." in shown
    assert "Publisert som versjon 2" in shown


def test_a_signed_in_person_proposes_a_change_on_a_nodes_site_and_is_told_of_the_answer(
    nordland, national, client_on, as_role
):
    criterion = make_criterion("TEX-004")
    buyer = make_member(nordland)
    client = client_on(nordland, buyer)
    assert 'value="TEX-004"' in client.get(url("propose") + "?krav=tex-004").text

    sent = client.post(url("propose"), {"criterion": "tex-004", "title": "Flere vask", "reason": "Ryker."})
    proposal = Proposal.objects.get()
    answer = {"answer": "accepted", "reason": "Godt sett."}
    as_role(Role.CRITERIA_EDITOR).post(url("proposal", proposal.pk), answer)

    assert sent["Location"] == proposal.get_absolute_url()
    assert criterion.drafts.get().proposal == proposal
    assert "Godt sett." in OutgoingMail.objects.get(to=buyer.email).text
    assert "Godt sett." in client.get(proposal.get_absolute_url()).text


def test_a_nodes_adviser_proposes_for_the_node_and_colleagues_see_it(nordland, vestland, client_on):
    group = make_product_group()
    adviser = client_on(nordland, make_member(nordland, Role.ADVISER))

    adviser.post(
        url("propose"),
        {"product_group": group.pk, "title": "Noe nytt", "reason": "Mangler.", "node": nordland.pk},
    )

    address = url("proposal", Proposal.objects.get(node=nordland, kind="new").pk)
    assert client_on(nordland, make_member(nordland, Role.EDITOR)).get(address).status_code == 200
    assert client_on(vestland, make_member(vestland, Role.EDITOR)).get(address).status_code == 404


def test_a_proposal_in_a_withdrawn_product_group_is_refused_and_keeps_the_words(nordland, client_on):
    group = make_product_group()
    type(group).objects.update(withdrawn_date=TODAY)
    client = client_on(nordland, make_member(nordland))

    answer = client.post(
        url("propose"), {"product_group": group.pk, "title": "Noe nytt", "reason": "Mangler."}
    )

    assert answer.status_code == 422
    assert "brukes ikke lenger" in answer.text
    assert "Mangler." in answer.text
    assert not Proposal.objects.exists()


def test_only_criteria_editors_answer_proposals(nordland, client_on):
    adviser = make_member(nordland, Role.ADVISER)
    proposal = make_proposal(adviser, node=nordland)

    answer = client_on(nordland, adviser).post(
        url("proposal", proposal.pk), {"answer": "declined", "reason": "x"}
    )

    assert answer.status_code == 403
    assert Proposal.objects.get().is_open


def test_somebody_without_an_account_comments_and_confirms_by_mail(national, client_on, open_hearing):
    client = client_on(national)

    sent = client.post(url("comment", open_hearing.pk), without_account())
    assert "bekreft på e-post" in client.get(sent["Location"]).text
    assert "For strengt." not in client.get(open_hearing.get_absolute_url()).text
    link = link_in(OutgoingMail.objects.get(to="firma@demo.example"))
    # A mail program that follows the link confirms nothing.
    assert "Bekreft merknaden" in client.get(link).text
    assert Comment.objects.get().confirmed_at is None
    client.post(link)

    shown = client.get(open_hearing.get_absolute_url()).text
    assert "For strengt." in shown
    assert "En leverandør" in shown
    assert "Kari Navn" not in shown
    assert "firma@demo.example" not in shown


def test_a_broken_or_old_link_says_what_to_do(national, client_on):
    answer = client_on(national).get(url("confirm_comment", "xx:yy"))

    assert answer.status_code == 200
    assert "Send merknaden en gang til" in answer.text


def test_a_signed_in_person_comments_at_once_from_a_nodes_site(nordland, client_on, open_hearing):
    client = client_on(nordland, make_member(nordland))

    client.post(
        url("comment", open_hearing.pk), words(role="buyer", about="", name="Kari Navn", shows_name="on")
    )

    comment = Comment.objects.get()
    assert (comment.number, comment.heard_draft, comment.field) == (1, None, "")
    assert "Kari Navn" in client.get(open_hearing.get_absolute_url()).text
    assert not OutgoingMail.objects.exists()


def test_a_comment_after_the_deadline_is_taken_and_marked(national, client_on, past_hearing):
    client = client_on(national, make_member(national))
    assert "merkes som sen" in client.get(url("comment", past_hearing.pk)).text

    client.post(url("comment", past_hearing.pk), words())

    assert "etter fristen" in client.get(past_hearing.get_absolute_url()).text


def test_a_closed_hearing_takes_no_comment_and_gives_the_words_back(national, client_on, past_hearing):
    client = client_on(national)
    close_hearing(hearing=past_hearing, by=None, at=timezone.now())

    answer = client.post(url("comment", past_hearing.pk), without_account(text="Skrevet for sent"))

    assert answer.status_code == 409
    assert "Høringen er avsluttet" in answer.text
    assert "Skrevet for sent" in answer.text


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"text": ""}, "Skriv merknaden din."),
        ({"text": "x" * 10_001}, "Kort ned merknaden"),
        ({"role": ""}, "Velg hvem du uttaler deg som."),
        ({"email": "ikke en adresse"}, "Skriv e-postadressen slik"),
        ({"name": "x" * 5000}, "Sørg for"),
        ({"text": "a\x00b"}, "Null"),
        ({"about": "FINNES-1:ikke"}, "FINNES-1:ikke"),
    ],
)
def test_what_is_wrong_with_a_comment_is_said_and_nothing_is_lost(
    national, client_on, open_hearing, changes, told
):
    answer = client_on(national).post(url("comment", open_hearing.pk), without_account() | changes)

    assert answer.status_code == 422
    assert told in answer.text
    assert "Tekstil AS" in answer.text
    assert not Comment.objects.exists()


def office_file(*names) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "taken"),
    [
        ("brev.pdf", b"%PDF-1.7 ...", True),
        ("brev.docx", office_file("[Content_Types].xml", "word/document.xml"), True),
        ("brev.docm", office_file("word/document.xml", "word/vbaProject.bin"), False),
        ("bilde.png", b"<script>alert(1)</script>", False),
        ("side.html", b"<!doctype html>", False),
        ("pakke.zip", office_file("hei.txt"), False),
        ("halv.docx", b"PK\x03\x04 ...", False),
        ("knust.odt", package_that_does_not_unpack("mimetype"), False),
    ],
)
def test_attachments_are_known_by_what_is_in_them(national, client_on, open_hearing, name, content, taken):
    client = client_on(national, make_member(national))

    answer = client.post(
        url("comment", open_hearing.pk), words(attachments=SimpleUploadedFile(name, content))
    )

    assert Comment.objects.exists() == taken
    assert taken or "av en type vi ikke kan ta imot" in answer.text


def test_an_attachment_is_handed_out_to_be_saved_and_only_when_confirmed(national, client_on, open_hearing):
    client = client_on(national)
    waiting = make_comment(open_hearing, confirmed=False, files=[pdf()], now=timezone.now())
    confirmed = make_comment(open_hearing, files=[pdf()], now=timezone.now())

    assert client.get(url("attachment", waiting.attachments.get().pk)).status_code == 404
    answer = client.get(url("attachment", confirmed.attachments.get().pk))

    assert answer["Content-Disposition"] == 'attachment; filename="merknad.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == b"%PDF-1.7"


def test_one_address_cannot_flood_a_hearing(national, client_on, open_hearing):
    client = client_on(national)
    for _ in range(20):
        client.post(url("comment", open_hearing.pk), without_account())

    answer = client.post(url("comment", open_hearing.pk), without_account())

    assert answer.status_code == 429
    assert "Vent en stund" in answer.text


def test_a_secretary_sends_drafts_out_with_documents_and_invitations(national, as_role):
    draft = begin(make_criterion("TEX-004"))
    secretary = as_role(Role.HEARING_SECRETARY)
    data = {
        "title": "Høring om arbeidstøy",
        "language": "nb",
        "introduction": "Hva mener dere?",
        "drafts": [draft.pk],
        "opens_date": TODAY,
        "deadline_date": NEXT_MONTH,
        "documents": SimpleUploadedFile("brev.pdf", b"%PDF-1.7"),
        "invited": "Bransjen, post@bransjen.example\nAndre <andre@demo.example>",
    }

    bad = secretary.post(url("new_hearing"), data | {"invited": "Bransjen uten adresse"})
    assert "Linje 1 mangler e-postadresse" in bad.text
    too_long = secretary.post(url("new_hearing"), data | {"invited": f"Bransjen {'a' * 260}@demo.example"})
    assert "Linje 1 mangler e-postadresse" in too_long.text, "PostgreSQL has no room for it"
    no_key = secretary.post(url("new_hearing"), data | {"drafts": ["9" * 30]})
    assert "er ikke en gyldig verdi" in no_key.text, "no database can look for that"
    good = secretary.post(
        url("new_hearing"), data | {"documents": SimpleUploadedFile("brev.pdf", b"%PDF-1.7")}
    )

    hearing = Hearing.objects.get()
    assert good["Location"] == url("desk_hearing", hearing.pk)
    assert hearing.documents.get().name == "brev.pdf"
    assert {mail.to for mail in OutgoingMail.objects.all()} == {"post@bransjen.example", "andre@demo.example"}

    again = secretary.post(url("new_hearing"), {**data, "title": "En til", "documents": ""})
    assert again.status_code == 409
    assert "TEX-004 er allerede i høringen «Høring om arbeidstøy»" in again.text
    assert "En til" in again.text


def test_a_secretary_groups_and_answers_and_goes_straight_to_the_next(
    national, client_on, as_role, past_hearing
):
    first, second = (
        make_comment(past_hearing, now=timezone.now()),
        make_comment(past_hearing, now=timezone.now()),
    )
    secretary = as_role(Role.HEARING_SECRETARY)
    answer = {"group": "Vask", "outcome": "partly", "answer": "Delvis enig.", "edition": 0, "next": ""}

    closing = secretary.post(url("desk_hearing", past_hearing.pk), {"close": ""})
    assert "2 merknader har ikke fått svar" in closing.text
    following = secretary.post(url("desk_comment", first.pk), answer)
    assert following["Location"] == url("desk_comment", second.pk)
    assert "Delvis enig." not in client_on(national).get(past_hearing.get_absolute_url()).text
    secretary.post(url("desk_comment", second.pk), answer)
    secretary.post(url("desk_hearing", past_hearing.pk), {"close": ""})

    kept = secretary.get(url("desk_comment", first.pk)).text
    assert "Delvis enig." in kept
    assert 'name="outcome"' not in kept, "what can not be saved is not to be filled in"
    shown = client_on(national).get(past_hearing.get_absolute_url()).text
    assert shown.count("Delvis enig.") == 2
    assert "delvis tatt til følge" in shown


def test_a_second_secretary_is_told_and_keeps_the_answer_that_was_typed(as_role, past_hearing):
    comment = make_comment(past_hearing, now=timezone.now())
    secretary = as_role(Role.HEARING_SECRETARY)
    make_answer(comment, answer="Den første.", at=timezone.now())
    mine = {"group": "", "outcome": "not_taken", "answer": "Den andre.", "edition": 0}

    conflict = secretary.post(url("desk_comment", comment.pk), mine)

    assert conflict.status_code == 409
    assert "Den første." in conflict.text
    assert "Den andre." in conflict.text
    edition = re.search(r'name="edition" value="(\d+)"', conflict.text)[1]
    assert secretary.post(url("desk_comment", comment.pk), mine | {"edition": edition}).status_code == 302
    comment.refresh_from_db()
    assert comment.answer == "Den andre."


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"outcome": "taken", "answer": ""}, "Skriv hvorfor."),
        ({"outcome": "", "answer": "Fordi."}, "Velg om merknaden tas til følge"),
    ],
)
def test_half_an_answer_is_sent_back(as_role, past_hearing, data, told):
    comment = make_comment(past_hearing, now=timezone.now())

    answer = as_role(Role.HEARING_SECRETARY).post(url("desk_comment", comment.pk), {"edition": 0, **data})

    assert answer.status_code == 422
    assert told in answer.text


def test_comments_and_answers_go_out_as_a_table_without_formulas(national, client_on):
    draft = begin(make_criterion("TEX-004"))
    hearing = make_hearing(draft)
    facts = {"heard_draft": hearing.heard.get(), "field": "requirement"}
    make_answer(make_comment(hearing, text="=HYPERLINK(1)", **facts), group="Vask")
    close_hearing(hearing=hearing, by=None, at=AFTER)

    answer = client_on(national).get(url("answers_file", hearing.pk))

    content = b"".join(answer.streaming_content).decode("utf-8-sig")
    header, row = csv.reader(io.StringIO(content), delimiter=";")
    told = dict(zip(header, row, strict=True))
    assert (told["Kriterium"], told["Fra"], told["Svar"]) == ("TEX-004", "En leverandør", "Tatt til følge")
    assert told["Merknad"] == "'=HYPERLINK(1)"
    assert "Ola" not in content


def test_comments_and_answers_go_out_as_a_workbook_without_formulas(national, client_on):
    hearing = make_hearing(begin(make_criterion("TEX-004")))
    facts = {"heard_draft": hearing.heard.get(), "field": "requirement"}
    make_answer(make_comment(hearing, text="=HYPERLINK(1)\x0btil", **facts), group="Vask")
    close_hearing(hearing=hearing, by=None, at=AFTER)

    answer = client_on(national).get(url("answers_workbook", hearing.pk))

    assert f'filename="horing-{hearing.pk}.xlsx"' in answer["Content-Disposition"]
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))["Merknader"]
    header, row = sheet.iter_rows()
    told = {heading.value: cell for heading, cell in zip(header, row, strict=True)}
    assert (told["Nummer"].value, told["Kriterium"].value) == (1, "TEX-004")
    assert (told["Fra"].value, told["Svar"].value) == ("En leverandør", "Tatt til følge")
    assert (told["Merknad"].value, told["Merknad"].data_type) == ("=HYPERLINK(1)til", "s")


def test_publishing_without_a_required_field_says_which_and_keeps_the_words(national, as_role):
    draft = begin(make_draft("TEX-031", texts={"documentation": "", "rationale": ""}), requirement="")

    answer = as_role(Role.CRITERIA_APPROVER).post(
        url("desk_draft", draft.pk),
        {
            "approve": "",
            "approve-role": "Fagpanelet",
            "approve-waiver_reason": "Haster.",
            "approve-publish_date": TODAY,
        },
    )

    assert answer.status_code == 422
    assert "Fyll ut først: dokumentasjon, begrunnelse." in answer.text
    assert "Haster." in answer.text


def test_publishing_in_a_withdrawn_product_group_says_so(national, as_role):
    draft = begin(make_criterion("TEX-004"))
    draft.criterion.product_groups.update(withdrawn_date=TODAY)

    answer = as_role(Role.CRITERIA_APPROVER).post(
        url("desk_draft", draft.pk),
        {
            "approve": "",
            "approve-role": "Fagpanelet",
            "approve-waiver_reason": "Haster.",
            "approve-publish_date": TODAY,
        },
    )

    assert "brukes ikke lenger. Velg en annen" in answer.text
    assert Draft.objects.get().version is None


@pytest.mark.parametrize("role", [Role.CRITERIA_EDITOR, Role.HEARING_SECRETARY])
def test_only_approvers_approve(national, as_role, role):
    draft = begin(make_criterion("TEX-004"))
    heard(draft)

    answer = as_role(role).post(
        url("desk_draft", draft.pk), {"approve": "", "approve-role": "x", "approve-publish_date": TODAY}
    )

    assert answer.status_code == 403
    assert Draft.objects.get().approval is None


def test_two_editors_on_one_draft_the_later_is_told_and_keeps_what_was_typed(national, as_role):
    criterion = write(make_criterion("TEX-004"), requirement="Minst 60 vask.")
    loaded = criterion.latest_revision
    write(criterion, requirement="Minst 70 vask.")
    address = reverse("wagtailsnippets_criteria_library_criterion:edit", args=[criterion.pk])
    mine = form_of(criterion, **{"texts-0-requirement": "Minst 90 vask."})
    token = {
        "loaded_revision_id": loaded.pk,
        "loaded_revision_created_at": loaded.created_at.isoformat(),
    }

    answer = as_role(Role.CRITERIA_EDITOR).post(address, mine | token)

    assert answer.status_code == 200
    assert "Noen andre har lagret dette utkastet" in answer.text
    assert "Minst 90 vask." in answer.text
    latest = Criterion.objects.get().latest_revision.as_object()
    assert latest.original_text.requirement == "Minst 70 vask."


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_work_takes_the_same_queries_however_long(
    rows, national, client_on, django_assert_num_queries
):
    for _ in range(rows):
        make_hearing(begin(summary="x"), opens=LAST_WEEK, deadline=NEXT_MONTH, now=timezone.now())
    client = client_on(national)
    client.get("/kriterier/arbeid/")

    with django_assert_num_queries(14):
        client.get("/kriterier/arbeid/")


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_of_hearings_takes_the_same_queries_however_long(
    rows, national, client_on, django_assert_num_queries
):
    for _ in range(rows):
        make_comment(make_hearing())
    client = client_on(national)
    client.get("/kriterier/horinger/")

    with django_assert_num_queries(7):
        client.get("/kriterier/horinger/")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_hearing_takes_the_same_queries_however_many_comments(
    rows, national, client_on, django_assert_num_queries
):
    hearing = make_hearing()
    comments = [make_comment(hearing, heard_draft=hearing.heard.get(), files=[pdf()]) for _ in range(rows)]
    for comment in comments:
        make_answer(comment)
    close_hearing(hearing=hearing, by=None, at=AFTER)
    client = client_on(national)
    client.get(hearing.get_absolute_url())

    with django_assert_num_queries(11):
        client.get(hearing.get_absolute_url())
