"""The Wagtail groups of a node: one for each role that works in the admin, with what it may do there."""

from collections.abc import Iterator

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from hub.enums import Permission as HubPermission
from hub.models import Node, NodeGroup
from hub.permissions import ROLES, roles_for

# With bulk_delete, since what is deleted with all below it can be brought back.
PAGE_PERMISSIONS = {"add_page", "change_page", "publish_page", "lock_page", "bulk_delete_page"}
PICTURE_PERMISSIONS = {"add_image", "change_image", "choose_image"}
DOCUMENT_PERMISSIONS = {"add_document", "change_document", "choose_document"}
WRITES_WITH_FILES = {HubPermission.EDIT_PAGES, HubPermission.EDIT_EXAMPLES, HubPermission.EDIT_COURSES}


def build_groups(node: Node, root: Page) -> None:
    """In a few statements whatever the number of roles, since a node has many of these rows."""
    roles = [role for role in roles_for(node) if HubPermission.USE_ADMIN in ROLES[role].permissions]
    groups = {role: Group.objects.create(name=f"{node.slug}: {role}") for role in roles}
    NodeGroup.objects.bulk_create(
        NodeGroup(node=node, role=role, group=group) for role, group in groups.items()
    )
    held = wagtail_permissions()
    Group.permissions.through.objects.bulk_create(
        Group.permissions.through(group=group, permission=held["access_admin"]) for group in groups.values()
    )
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page=root, permission=held[codename])
        for role, group in groups.items()
        if HubPermission.EDIT_PAGES in ROLES[role].permissions
        for codename in sorted(PAGE_PERMISSIONS)
    )
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission=held[codename])
        for role, group in groups.items()
        if WRITES_WITH_FILES & ROLES[role].permissions
        for collection, codename in files_of(node)
    )


def wagtail_permissions() -> dict[str, Permission]:
    """Wagtail's permissions that groups hold, by their codename."""
    rows = Permission.objects.filter(
        content_type__app_label__in=["wagtailadmin", "wagtailcore", "wagtaildocs", "wagtailimages"],
        codename__in={"access_admin"} | PAGE_PERMISSIONS | PICTURE_PERMISSIONS | DOCUMENT_PERMISSIONS,
    )
    return {row.codename: row for row in rows}


def files_of(node: Node) -> Iterator[tuple[Collection, str]]:
    yield from ((node.image_collection, codename) for codename in sorted(PICTURE_PERMISSIONS))
    yield from ((node.document_collection, codename) for codename in sorted(DOCUMENT_PERMISSIONS))
