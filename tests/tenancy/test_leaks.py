"""Each place where Wagtail is known to let one node see another's things, closed: asked as an editor of one
node for the other's, and on one node's host for the other's.

“Own” is the node that owns the thing, and Vestland's editor the one who asks. Every address of the admin is
asked in `test_admin.py` whether it shows another node's names or takes its numbers.
"""

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, ReferenceIndex, Workflow
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from hub.enums import Role
from hub.models import HubDocument, OutgoingMail, Picture, User
from hub.services.mail import send_mail_later
from hub.services.pages import create_article
from tests.tenancy.people import Who
from tests.tenancy.things import SECRET

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the file it made a small picture in to be closed by the collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def editor(world):
    """A browser of the other node's manager, in the admin."""
    return world.client(world.national, world.people[Who.OUTSIDER])


@pytest.fixture
def page(world):
    return world.things["page"]


@pytest.fixture
def other_page(world):
    return world.other.site.root_page


def shown(client, name, *args, **query):
    response = client.get(reverse(name, args=args), query)
    return response.content.decode() if response.status_code == 200 else ""


def refused(client, name, *args, method="get", **data) -> bool:
    return getattr(client, method)(reverse(name, args=args), data).status_code in (302, 403, 404)


def test_01_the_page_chooser_lists_the_editors_own_tree(editor, world, other_page):
    begun = shown(editor, "wagtailadmin_choose_page")

    assert str(other_page.title) in begun
    assert world.own.name not in begun
    assert SECRET not in shown(editor, "wagtailadmin_choose_page_search", q="Hemmelig")
    assert refused(editor, "wagtailadmin_choose_page_child", world.own.site.root_page.pk)
    assert refused(editor, "wagtailadmin_choose_page_child", Page.get_first_root_node().pk)


def test_01_a_link_of_another_nodes_page_is_not_looked_up(editor, world):
    address = world.own.url("/")
    answer = editor.post(
        reverse("wagtailadmin_choose_page_external_link"),
        {"external-link-chooser-url": address, "external-link-chooser-link_text": "x"},
    )

    assert world.own.name not in answer.content.decode()


def test_02_the_explorer_begins_at_the_nodes_own_page(editor, world, other_page):
    assert editor.get(reverse("wagtailadmin_explore_root"))["Location"].endswith(f"/{other_page.pk}/")
    assert refused(editor, "wagtailadmin_explore", Page.get_first_root_node().pk)
    assert SECRET not in shown(editor, "wagtailadmin_explore", other_page.pk)


@pytest.mark.parametrize(("app", "kind"), [("wagtailimages", "picture"), ("wagtaildocs", "document")])
def test_03_file_choosers_know_the_nodes_own_collection_alone(editor, world, app, kind):
    file = world.things[kind]
    collection = file.collection

    assert SECRET not in shown(editor, f"{app}_chooser:choose", collection_id=collection.pk)
    assert collection.name not in shown(editor, f"{app}_chooser:choose")
    assert SECRET not in shown(editor, f"{app}_chooser:choose_results", q="Hemmelig")
    assert refused(editor, f"{app}_chooser:chosen", file.pk)
    chosen = editor.get(reverse(f"{app}_chooser:chosen_multiple"), {"id": file.pk})
    assert SECRET not in chosen.content.decode()


def test_03_a_file_is_not_put_into_another_nodes_collection(editor, world):
    from django.core.files.uploadedfile import SimpleUploadedFile

    before = HubDocument.objects.count()
    file = SimpleUploadedFile("a.pdf", b"%PDF-1.7")
    collection = world.own.document_collection.pk
    data = {"document-chooser-upload-title": "x", "document-chooser-upload-collection": collection}

    editor.post(reverse("wagtaildocs_chooser:create"), {**data, "document-chooser-upload-file": file})
    editor.post(reverse("wagtaildocs:add"), {"title": "x", "collection": collection, "file": file})

    assert HubDocument.objects.filter(collection=collection).count() == before


@pytest.mark.parametrize(
    "model", ["courses.session", "courses.course", "network.meeting", "good_examples.example"]
)
def test_04_snippets_are_listed_chosen_used_and_copied_in_the_own_node_alone(editor, world, model):
    viewset = apps.get_model(model).snippet_viewset
    thing = world.things[model]

    assert SECRET not in shown(editor, viewset.get_url_name("list"))
    for view in ("edit", "usage", "history", "delete"):
        assert refused(editor, viewset.get_url_name(view), thing.pk)
    with pytest.raises(NoReverseMatch):
        reverse(viewset.get_url_name("copy"), args=[thing.pk])
    assert refused(editor, viewset.chooser_viewset.get_url_name("chosen"), thing.pk)


def test_05_tags_are_completed_from_the_nodes_own_files(editor, world):
    world.things["picture"].tags.add("hemmelig-merke")
    own = world.client(world.national, world.members[world.own, Role.EDITOR])

    assert editor.get(reverse("wagtailadmin_tag_autocomplete"), {"term": "hemm"}).json() == []
    assert own.get(reverse("wagtailadmin_tag_autocomplete"), {"term": "hemm"}).json() == ["hemmelig-merke"]


@pytest.mark.parametrize(
    ("kind", "view"),
    [
        ("picture", "wagtailimages:index"),
        ("picture", "wagtailimages_chooser:choose"),
        ("document", "wagtaildocs:index"),
    ],
)
def test_05_lists_of_files_offer_the_tags_of_the_nodes_own(editor, world, kind, view):
    world.things[kind].tags.add("hemmelig-merke")
    own = world.client(world.national, world.members[world.own, Role.EDITOR])

    assert shown(editor, view) != ""
    assert "hemmelig-merke" not in shown(editor, view)
    assert "hemmelig-merke" in shown(own, view)
    # Nor is it told that there is such a tag.
    assert "hemmelig-merke" not in shown(editor, view, tag="annet-merke")


def test_06_people_of_other_nodes_are_not_listed(editor, other_page):
    assert refused(editor, "wagtailusers_users:index")
    assert SECRET not in shown(editor, "wagtailadmin_pages:history", other_page.pk)
    assert SECRET not in shown(editor, "wagtailimages:index")


@pytest.mark.parametrize("report", ["site_history", "aging_pages", "locked_pages", "page_types_usage"])
def test_07_no_report_over_all_nodes(editor, report):
    assert refused(editor, f"wagtailadmin_reports:{report}")
    assert refused(editor, f"wagtailadmin_reports:{report}_results")


def test_07_the_national_level_reads_the_reports(world):
    administrator = world.client(world.national, world.people[Who.ADMINISTRATOR])
    for report in ("site_history", "aging_pages"):
        assert administrator.get(reverse(f"wagtailadmin_reports:{report}")).status_code == 200
    assert refused(administrator, "wagtailadmin_reports:page_types_usage")
    assert reverse("wagtailadmin_reports:site_history") in shown(administrator, "wagtailadmin_home")


def test_08_workflows_and_tasks_stay_in_their_node(editor, world, page):
    state = Workflow.objects.get(workflow_pages__page=world.own.site.root_page).start(
        page, world.members[world.own, Role.EDITOR]
    )
    task = state.current_task_state

    assert SECRET not in shown(editor, "wagtailadmin_home")
    assert refused(editor, "wagtailadmin_pages:workflow_action", page.pk, "approve", task.pk, method="post")
    assert refused(editor, "wagtailadmin_pages:workflow_preview", page.pk, task.task_id)
    assert refused(editor, "wagtailadmin_pages:workflow_history_detail", page.pk, state.pk)
    assert refused(editor, "wagtailadmin_workflows:index")
    assert refused(editor, "wagtailadmin_workflows:task_index")
    task.refresh_from_db()
    assert task.status == "in_progress"


def test_09_redirects_and_promoted_hits_are_nobodys_in_a_node(editor):
    assert refused(editor, "wagtailredirects:index")
    assert refused(editor, "wagtailredirects:add", method="post", old_path="/", redirect_link="/x/")
    assert not apps.is_installed("wagtail.contrib.search_promotions")


def test_10_settings_have_no_switcher_between_sites(editor, world):
    assert refused(editor, "wagtailsettings:edit", "hub", "node", world.own.site.pk)
    assert refused(editor, "wagtailsites:index")


def test_11_there_are_no_form_submissions_to_leak():
    assert not apps.is_installed("wagtail.contrib.forms")


def test_12_revisions_are_not_reached_through_a_page_of_ones_own(editor, page, other_page):
    secret = page.latest_revision.pk

    for view in ("revisions_view", "revisions_revert", "revisions_unschedule"):
        assert refused(editor, f"wagtailadmin_pages:{view}", page.pk, secret)
        assert refused(editor, f"wagtailadmin_pages:{view}", other_page.pk, secret)
    assert refused(editor, "wagtailadmin_pages:revisions_compare", other_page.pk, "live", secret)
    assert refused(editor, "wagtailadmin_pages:revisions_compare", other_page.pk, secret, "latest")
    assert refused(editor, "wagtailadmin_pages:preview_on_edit", page.pk)
    assert refused(editor, "wagtailadmin_pages:view_draft", page.pk)


def test_13_pages_are_not_copied_moved_or_aliased_across_trees(editor, world, page, other_page):
    home = world.own.site.root_page
    child = Page.objects.child_of(other_page).first()
    before = Page.objects.count()
    copy = {"new_title": "x", "new_slug": "x", "new_parent_page": home.pk, "alias": "on"}

    editor.post(reverse("wagtailadmin_pages:copy", args=[child.pk]), copy)
    assert refused(editor, "wagtailadmin_pages:copy", page.pk, method="post", **copy)
    assert refused(editor, "wagtailadmin_pages:move", page.pk)
    assert refused(editor, "wagtailadmin_pages:move_confirm", child.pk, home.pk, method="post")
    assert refused(editor, "wagtailadmin_pages:move_confirm", page.pk, other_page.pk, method="post")

    assert Page.objects.count() == before
    assert Page.objects.get(pk=child.pk).get_parent().pk == other_page.pk


def test_13_bulk_actions_take_only_what_is_in_reach(editor, world, page, other_page):
    for action in ("delete", "move", "publish", "unpublish"):
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
        for query in (f"id={page.pk}", f"id={other_page.pk}&id={page.pk}", "id=all", f"id={'9' * 30}"):
            assert editor.post(f"{address}?{query}").status_code == 404
        assert editor.get(f"{address}?id=all&childOf={world.own.site.root_page.pk}").status_code == 404
    for name in ("wagtaildocs_chooser:chosen_multiple", "wagtailadmin_choose_page_chosen_multiple"):
        for number in ("²", "9" * 30, ""):
            assert editor.get(f"{reverse(name)}?id={number}").status_code == 404
    session = world.things["courses.session"]
    address = reverse("wagtail_bulk_action", args=["courses", "session", "delete"])
    assert editor.post(f"{address}?id={session.pk}").status_code == 404
    assert Page.objects.filter(pk=page.pk).exists()


def test_14_the_admins_api_lists_the_own_tree_and_does_nothing(editor, world, page):
    listed = shown(editor, "wagtailadmin_api:pages:listing")

    assert SECRET not in listed
    assert world.own.name not in listed
    assert refused(editor, "wagtailadmin_api:pages:detail", page.pk)
    assert refused(editor, "wagtailadmin_api:pages:action", page.pk, "copy", method="post")
    assert refused(editor, "wagtailadmin_api:images:listing")
    assert refused(editor, "wagtailadmin_api:documents:listing")


def test_15_a_file_is_served_on_its_own_nodes_host_to_those_who_may_see_it(world):
    paper = world.things["document"].url
    member = world.members[world.own, Role.STEERING_GROUP_MEMBER]

    answer = world.client(world.own, member).get(paper)
    assert answer.status_code == 200
    assert b"".join(answer)
    assert answer["X-Content-Type-Options"] == "nosniff"
    for node in (world.other, world.national):
        assert world.client(node, member).get(paper).status_code == 404
    assert world.client(world.own, world.people[Who.OUTSIDER]).get(paper).status_code == 404
    assert world.client(world.own, world.people[Who.ANONYMOUS]).get(paper).status_code == 404


def test_15_the_hash_of_a_file_is_not_confirmed_to_strangers(world):
    document = world.things["document"]
    asked = {"HTTP_IF_NONE_MATCH": f'"{document.get_file_hash()}"'}

    anonymous = world.client(world.own, world.people[Who.ANONYMOUS])
    assert anonymous.get(document.url, **asked).status_code == 404


def test_16_usage_does_not_tell_of_other_nodes(editor, world, page):
    assert refused(editor, "wagtailadmin_pages:usage", page.pk)
    assert refused(editor, "wagtailimages:image_usage", world.things["picture"].pk)
    assert refused(editor, "wagtaildocs:document_usage", world.things["document"].pk)


def test_16_usage_of_ones_own_file_names_no_page_of_another_node(world):
    """A county uses the hub's picture on a draft: the usage page knows of it, and doesn't tell."""
    shared = Picture.objects.create(
        title="Felles bilde",
        file=get_test_image_file(),
        collection=world.national.image_collection,
        credit="x",
    )
    block = {"type": "picture", "value": {"image": shared.pk, "alternative_text": "x"}}
    create_article(world.own, title=SECRET, slug="bruker-bildet", blocks=[block], live=False)
    own = create_article(world.national, title="Nasjonal side", blocks=[block])
    assert ReferenceIndex.get_references_to(shared).count() == 2
    national = world.client(world.national, world.members[world.national, Role.NETWORK_ADMINISTRATOR])

    told = shown(national, "wagtailimages:image_usage", shared.pk)

    assert own.title in told
    assert SECRET not in told


def test_16_a_page_is_edited_without_a_button_that_leads_nowhere(world):
    own = world.client(world.national, world.members[world.own, Role.NODE_MANAGER])

    form = shown(own, "wagtailadmin_pages:edit", world.own.site.root_page.pk)

    assert form
    assert "/privacy/" not in form


def test_17_search_shows_nothing_unpublished_of_any_node(world):
    for host in (world.own, world.other, world.national):
        for who in (Who.ANONYMOUS, Who.OUTSIDER):
            client = world.client(host, world.people[who])
            assert SECRET not in client.get(reverse("search:finder"), {"q": "Hemmelig"}).content.decode()


def test_18_what_is_cached_for_one_node_or_person_is_not_given_to_another(world):
    cache.clear()
    address = reverse("network:member_page")
    first = world.client(world.own, world.people[Who.ANONYMOUS]).get("/").content.decode()
    second = world.client(world.other, world.people[Who.ANONYMOUS]).get("/").content.decode()
    own, other = f"<title>{world.own.name}", f"<title>{world.other.name}"
    private = world.client(world.own, world.members[world.own, Role.STEERING_GROUP_MEMBER]).get(address)

    assert (own in first, other in second) == (True, True)
    assert "no-store" in private["Cache-Control"]


@pytest.mark.parametrize(
    "host", ["ukjent.hub.localhost", "hub.localhost.evil.example", "vestland", "example.org"]
)
def test_19_an_unknown_host_does_not_fall_to_the_default_site(world, host):
    answer = Client(SERVER_NAME=host).get("/")

    assert answer.status_code in (400, 404)
    assert world.national.name not in answer.content.decode()


def test_20_sitemaps_feeds_and_exports_are_a_nodes_own(world):
    anonymous = world.people[Who.ANONYMOUS]
    for name in ("hub:sitemap", "hub:news_feed"):
        text = world.client(world.other, anonymous).get(reverse(name)).content.decode()
        assert "nordland" not in text
        assert SECRET not in world.client(world.own, anonymous).get(reverse(name)).content.decode()
    session = world.things["courses.session"]
    export = reverse("courses:participants_file", args=[session.pk, session.slug])
    assert world.client(world.other, world.people[Who.OUTSIDER]).get(export).status_code == 404


def test_21_the_session_reaches_the_nodes_and_no_other_host(world):
    client = world.client(world.national, world.people[Who.ANONYMOUS])
    answer = client.get(reverse("account_login"))

    assert answer.cookies["hub_csrf"]["domain"] == "", "a form of the hub's is no key to a node's"
    assert settings.HUB.host == settings.SESSION_COOKIE_DOMAIN
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"


def test_22_a_mail_leads_to_its_own_nodes_host(world):
    world.client(world.other, world.people[Who.ANONYMOUS]).get("/en/")
    context = {"signup_url": "", "email": "a@demo.example"}
    template = "account/email/unknown_account"
    send_mail_later(to="a@demo.example", template=template, context=context, language="nb", node=world.own)

    mail = OutgoingMail.objects.get(to="a@demo.example")
    assert "http://nordland.hub.localhost:8000" in mail.text
    assert "vestland" not in mail.text


def test_23_nobody_has_wagtails_permissions_over_people_and_groups(world, editor):
    over_people = Permission.objects.filter(
        content_type__app_label__in=["hub", "auth"],
        content_type__model__in=["user", "group", "membership", "nodegroup"],
    )
    held = [
        (user, permission)
        for user in User.objects.all()
        for permission in over_people
        if user.has_perm(f"{permission.content_type.app_label}.{permission.codename}")
    ]
    administrator = world.client(world.national, world.people[Who.ADMINISTRATOR])

    assert held == []
    for client in (editor, administrator):
        for name in ("wagtailusers_users:add", "wagtailusers_users:index", "wagtailusers_groups:index"):
            assert refused(client, name)


def test_a_thing_is_not_given_to_or_taken_from_another_node_by_a_form(editor, world):
    """The node in a form is one of the person's own, and a number of another node's file is refused."""
    list_of_courses = apps.get_model("courses.course").snippet_viewset.get_url_name("add")
    editor.post(
        reverse(list_of_courses),
        {"node": world.own.pk, "title": "Lagt i feil node", "summary": "x", "language": "nb"},
    )
    meeting = apps.get_model("network.meeting")
    editor.post(
        reverse(meeting.snippet_viewset.get_url_name("add")),
        {
            "node": world.other.pk,
            "starts_at": timezone.now().strftime("%Y-%m-%d %H:%M"),
            "place": "Førde",
            "minutes_summary": "x",
            "minutes_document": world.things["document"].pk,
            "papers-TOTAL_FORMS": 0,
            "papers-INITIAL_FORMS": 0,
        },
    )

    assert not apps.get_model("courses.course").objects.filter(title="Lagt i feil node").exists()
    assert not meeting.objects.filter(minutes_document=world.things["document"]).exists()


def test_a_picture_of_another_node_is_not_taken_as_the_nodes_own(editor, world):
    viewset = apps.get_model("hub.node").snippet_viewset
    editor.post(
        reverse(viewset.get_url_name("edit"), args=[world.other.pk]),
        {"name": world.other.name, "theme": "blue", "picture": world.things["picture"].pk},
    )

    world.other.refresh_from_db()
    assert world.other.picture is None
    assert Picture.objects.filter(pk=world.things["picture"].pk).exists()


@pytest.mark.parametrize(("owner", "is_taken"), [("own", False), ("other", True)])
def test_a_page_takes_pictures_of_its_own_node_alone(editor, world, owner, is_taken):
    node = getattr(world, owner)
    picture = Picture.objects.create(
        title="x", file=get_test_image_file(), collection=node.image_collection, credit="x"
    )
    block = {"image": picture.pk, "alternative_text": "Et bilde"}
    data = {
        "title": "Side",
        "slug": "side",
        "lead": "",
        "body": streamfield([("picture", block)]),
        "comments": inline_formset([]),
    }
    home = world.other.site.root_page

    editor.post(
        reverse("wagtailadmin_pages:add", args=["hub", "articlepage", home.pk]), nested_form_data(data)
    )

    assert Page.objects.child_of(home).filter(slug="side").exists() == is_taken
