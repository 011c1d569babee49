"""One thing of each kind, in the node asked about, with a name that must not be seen by others.

A room adds a builder for each kind of thing that its addresses name:

    @thing("courses.session")
    def session(world):
        return SessionFactory(node=world.own, title=SECRET)

and a row of the matrix says `of("courses.session")`. A model that is edited in the
admin has its label as name, so that its editing pages are asked for that very row.
"""

import datetime
from collections.abc import Callable

from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Task

from hub.enums import Role
from hub.models import (
    Audience,
    DeletedThing,
    FrontPage,
    HubDocument,
    Invitation,
    Notice,
    PageTemplate,
    Picture,
    ProblemReport,
    TaxonomyProposal,
)
from hub.services.invitations import digest_of
from tests.factories.hub import GoalFactory, ThemeFactory, make_product_group

SECRET = "Hemmelig i Nordland"
INVITATION_TOKEN = "lenken-i-e-posten"

BUILDERS: dict[str, Callable] = {}


def thing(name: str):
    def register(build):
        BUILDERS[name] = build
        return build

    return register


@thing("page")
def page(world):
    """A draft that nobody outside the node has heard of."""
    home = world.own.site.root_page
    draft = FrontPage(title=SECRET, slug="hemmelig", live=False, locale=home.locale)
    home.add_child(instance=draft)
    draft.save_revision(user=world.members[world.own, Role.EDITOR])
    return draft


@thing("picture")
def picture(world):
    return Picture.objects.create(
        title=SECRET, file=get_test_image_file(), collection=world.own.image_collection, credit=SECRET
    )


@thing("small_picture")
def small_picture(world):
    return world.things["picture"].get_rendition("width-100")


@thing("document")
def document(world):
    return HubDocument.objects.create(
        title=SECRET, file=ContentFile(b"%PDF-1.7", "hemmelig.pdf"), collection=world.own.document_collection
    )


@thing("revision")
def revision(world):
    return world.things["page"].latest_revision


@thing("home")
def home(world):
    return world.own.site.root_page


@thing("site")
def site(world):
    return world.own.site


@thing("collection")
def collection(world):
    return world.own.image_collection


@thing("task")
def task(world):
    return Task.objects.get(workflow_tasks__workflow__workflow_pages__page=world.own.site.root_page)


@thing("group")
def group(world):
    return world.own.groups.get(role=Role.EDITOR).group


@thing("member")
def member(world):
    return world.members[world.own, Role.EDITOR]


@thing("invitation")
def invitation(world):
    return Invitation.objects.create(
        node=world.own,
        email="hemmelig@demo.example",
        role=Role.EDITOR,
        language="nb",
        digest=digest_of(INVITATION_TOKEN),
        expires_at=timezone.now() + datetime.timedelta(days=14),
    )


@thing("hub.node")
def node(world):
    return world.own


@thing("hub.problemreport")
def problem_report(world):
    return ProblemReport.objects.create(node=world.own, problem=SECRET, language="nb")


@thing("hub.taxonomyproposal")
def proposal(world):
    return TaxonomyProposal.objects.create(node=world.own, subject="theme", proposal=SECRET, reason=SECRET)


@thing("deleted")
def deleted(world):
    return DeletedThing.objects.create(
        node=world.own, kind="hub.theme", label=SECRET, rows=[{}], deleted_at=timezone.now()
    )


# Shared lists, which every editor may look at and none of a node's may change.
@thing("hub.theme")
def theme(world):
    return ThemeFactory()


@thing("hub.goal")
def goal(world):
    return GoalFactory()


@thing("hub.audience")
def audience(world):
    return Audience.objects.create(code="alle", name_nb="Alle")


@thing("hub.productgroup")
def product_group(world):
    return make_product_group()


@thing("hub.pagetemplate")
def page_template(world):
    return PageTemplate.objects.create(code="om", title="Om oss")


@thing("hub.notice")
def notice(world):
    return Notice.objects.create(text_nb="Nede i natt", starts_at=timezone.now())
