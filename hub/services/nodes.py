"""A node's beginning and end, each in one transaction."""

import datetime
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from hub.enums import Language, NodeKind, NodeStatus, NodeTheme, Role, RolloutPhase
from hub.models import County, FrontPage, Node, NodeGroup, Organisation
from hub.services import audit
from hub.services.node_groups import build_groups
from hub.services.pages import build_standard_pages
from hub.validators import RESERVED_SLUGS


class NodeRefused(Exception):
    """The node can't be made as asked. `reasons` maps a field of the spec to what to do."""

    def __init__(self, reasons: dict[str, str]):
        super().__init__("; ".join(reasons.values()))
        self.reasons = reasons


@dataclass(frozen=True)
class NodeSpec:
    slug: str
    name: str
    county: County | None
    host_organisation: Organisation | None
    main_language: str = Language.BOKMAL
    other_languages: list[str] = field(default_factory=list)
    phase: int | None = None
    status: str = NodeStatus.PLANNED
    launched_date: datetime.date | None = None
    theme: str = NodeTheme.BLUE
    tagline: str = ""
    contact_role: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    title: str = ""
    lead: str = ""
    search_examples: str = ""
    kind: str = NodeKind.COUNTY

    @property
    def hostname(self) -> str:
        base = settings.HUB.host
        return base if self.kind == NodeKind.NATIONAL else f"{self.slug}.{base}"


def create_node(spec: NodeSpec, *, by, on: datetime.date) -> tuple[Node, bool]:
    """Makes site, pages, collections, groups, permissions and workflow; answers the node and if it is new.

    Asked again for the same slug and county it changes nothing. Raises NodeRefused.
    """
    existing = (
        Node.objects.filter(slug=spec.slug, kind=spec.kind, county=spec.county).select_related("site").first()
    )
    if existing:
        return existing, False
    refuse_what_is_wrong(spec, on=on)
    with transaction.atomic(), translation.override(spec.main_language):
        return build_node(spec, by=by), True


def refuse_what_is_wrong(spec: NodeSpec, *, on: datetime.date) -> None:
    reasons = {}
    if spec.slug in RESERVED_SLUGS:
        reasons["slug"] = _("“%s” is the address of a fixed section. Choose another short name.") % spec.slug
    elif Node.objects.filter(slug=spec.slug).exists():
        reasons["slug"] = _("Another node has the short name “%s”. Choose another.") % spec.slug
    elif Site.objects.filter(hostname=spec.hostname, node__isnull=False).exists():
        reasons["slug"] = _("The host %s is in use. Choose another short name.") % spec.hostname
    if spec.kind == NodeKind.COUNTY:
        reasons |= reasons_about_county(spec, on=on)
        if spec.host_organisation is None:
            reasons["host_organisation"] = _(
                "Choose the organisation that runs the node. Register it first if needed."
            )
    if reasons:
        raise NodeRefused(reasons)


def reasons_about_county(spec: NodeSpec, *, on: datetime.date) -> dict[str, str]:
    county = spec.county
    if county is None:
        return {"county": _("Choose the node's county.")}
    if not county.exists_on(on):
        successors = ", ".join(str(successor) for successor in county.successors.all())
        return {
            "county": _("%(county)s is no longer a county. Choose what it became: %(successors)s.")
            % {"county": county, "successors": successors or "–"}
        }
    if Node.objects.writable().filter(county=county).exists():
        return {"county": _("%s has a node already. Close that one first.") % county}
    return {}


def build_node(spec: NodeSpec, *, by) -> Node:
    root = build_root_page(spec)
    site = build_site(spec, root)
    collections = Collection.get_first_root_node()
    node = Node.objects.create(
        slug=spec.slug,
        name=spec.name,
        tagline=spec.tagline,
        kind=spec.kind,
        site=site,
        county=spec.county,
        host_organisation=spec.host_organisation,
        phase=spec.phase and RolloutPhase(spec.phase),
        status=spec.status,
        launched_date=spec.launched_date,
        main_language=spec.main_language,
        other_languages=list(spec.other_languages),
        contact_role=spec.contact_role,
        contact_email=spec.contact_email,
        contact_phone=spec.contact_phone,
        theme=spec.theme,
        image_collection=collections.add_child(instance=Collection(name=f"{spec.name}: {_('pictures')}")),
        document_collection=collections.add_child(instance=Collection(name=f"{spec.name}: {_('documents')}")),
    )
    build_groups(node, root)
    build_workflow(node, root)
    build_standard_pages(node)
    audit.record(action="node.created", by=by, node=node, about=node)
    return node


def build_root_page(spec: NodeSpec) -> FrontPage:
    locale, _created = Locale.objects.get_or_create(language_code=spec.main_language)
    page = FrontPage(
        title=spec.title or spec.name,
        slug=spec.slug,
        locale=locale,
        lead=spec.lead,
        search_examples=spec.search_examples,
    )
    Page.get_first_root_node().add_child(instance=page)
    page.save_revision().publish()
    return page


def build_site(spec: NodeSpec, root: FrontPage) -> Site:
    """A county's site, or for the national level Wagtail's default one taken over."""
    if spec.kind == NodeKind.NATIONAL:
        site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    else:
        site = Site()
    site.hostname = spec.hostname
    site.port = settings.HUB.port
    site.site_name = spec.name
    site.root_page = root
    site.save()
    return site


def build_workflow(node: Node, root: Page) -> None:
    """One step: somebody who runs the node reads before it is published."""
    managers = [Role.NETWORK_ADMINISTRATOR] if node.is_national else [Role.NODE_MANAGER]
    task = GroupApprovalTask.objects.create(name=_("Approval in %s") % node.name)
    task.groups.set([row.group for row in NodeGroup.objects.filter(node=node, role__in=managers)])
    workflow = Workflow.objects.create(name=_("Publication in %s") % node.name)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=root)


@transaction.atomic
def close_node(node: Node, *, by, on: datetime.date) -> Node:
    """Makes the node read-only: its pages stay and say so, and nobody can write in it any more."""
    if node.status == NodeStatus.CLOSED:
        return node
    node.status = NodeStatus.CLOSED
    node.closed_date = on
    node.save()
    groups = [row.group_id for row in NodeGroup.objects.filter(node=node)]
    GroupPagePermission.objects.filter(group__in=groups).delete()
    GroupCollectionPermission.objects.filter(group__in=groups).delete()
    audit.record(action="node.closed", by=by, node=node, about=node)
    return node
