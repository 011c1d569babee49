"""Wagtail's own addresses: closed to everybody but editors, and to them for other nodes' things."""

from django.urls import reverse

from tests.tenancy.addresses import Address, all_addresses

# Addresses that answer anybody: pictures of the admin's own, and the sign-in itself.
OPEN = {
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_logout",
}

# What an argument of Wagtail's is called, and which thing of the node asked about it names.
THINGS = {
    "page_id": "page", "parent_page_id": "page", "page_to_move_id": "page", "page_pk": "page",
    "image_id": "picture", "document_id": "document", "doc_id": "document",
    "revision_id": "revision", "revision_id_a": "revision", "task_id": "task",
    "collection_id": "collection", "destination_id": "home",
}  # fmt: skip
THINGS_BY_NAMESPACE = {
    "wagtailimages_chooser": "picture", "wagtaildocs_chooser": "document", "wagtailadmin_pages": "page",
    "wagtailadmin_api": "page", "wagtailusers_users": "member", "wagtailsites": "site",
    "wagtailusers_groups": "group", "wagtailadmin_collections": "collection",
    "wagtailadmin_workflows": "task",
}  # fmt: skip
WORDS = {
    "content_type_app_name": "hub", "content_type_model_name": "frontpage", "app_label": "wagtailcore",
    "app_name": "hub", "model_name": "page", "action": "delete", "action_name": "approve",
    "filter_spec": "max-165x165", "revision_id_b": "latest", "uidb64": "x", "token": "x",
}  # fmt: skip

SNIPPETS = ("wagtailsnippets_", "wagtailsnippetchoosers_")


def is_wagtails(name: str) -> bool:
    return name.startswith(("wagtail", "/admin/")) and not name.startswith(PUBLIC)


# Of Wagtail's pages and documents, not of its admin: these stand in the matrix.
PUBLIC = ("wagtail_serve", "wagtaildocs_serve", "wagtaildocs_authenticate", "wagtailcore_")


def admin_addresses() -> dict[str, Address]:
    """By name and route, since some of Wagtail's names stand for two addresses."""
    return {
        f"{address.name} {address.route}": address
        for address in all_addresses()
        if is_wagtails(address.name) and not address.name.startswith("/")
    }


def names_a_thing(address: Address) -> bool:
    return any(parameter not in WORDS for parameter in address.parameters)


# Shared lists, which every editor may look at and choose from.
SHARED = {"productgroup", "theme", "goal", "audience", "pagetemplate"}


def is_a_nodes_own(address: Address) -> bool:
    """Whether it names a thing that other nodes' editors must not reach at all."""
    namespace, _colon, view = address.name.partition(":")
    reads_shared = namespace.rpartition("_")[2] in SHARED and view in ("inspect", "chosen")
    return names_a_thing(address) and not reads_shared


def address_in_own_node(address: Address, world) -> str:
    """The address with things of the node asked about in the place of each argument."""
    arguments = {}
    for parameter, kind in address.parameters.items():
        name = THINGS.get(parameter) or (thing_of(address) if parameter == "pk" else None)
        if parameter in WORDS:
            arguments[parameter] = WORDS[parameter]
        else:
            arguments[parameter] = kind(world.things[name].pk) if name else kind(1)
    return reverse(address.name, kwargs=arguments)


def thing_of(address: Address) -> str | None:
    """For an editing page of ours the model's label, which a thing must have as its name."""
    namespace = address.name.partition(":")[0]
    if namespace.startswith(SNIPPETS):
        return ".".join(namespace.split("_", 1)[1].rsplit("_", 1))
    return THINGS_BY_NAMESPACE.get(namespace)
