from django.apps import apps
from django.db.models import Q, QuerySet
from wagtail.permissions import policy_registry

from hub.enums import Permission
from hub.models import DeletedThing, HubDocument, Picture
from hub.permissions import HubPolicy, nodes_with_permission


def deleted_things_seen_by(user) -> QuerySet[DeletedThing]:
    """What the person may bring back: pages and files where they write pages, the rest by its policy."""
    seen = Q(page__isnull=False) | Q(kind__in=[Picture._meta.label_lower, HubDocument._meta.label_lower])
    seen &= Q(node__in=nodes_with_permission(user, Permission.EDIT_PAGES))
    kinds = DeletedThing.objects.filter(page=None).order_by().values_list("kind", flat=True).distinct()
    for kind in kinds:
        policy = policy_registry.get_by_type(apps.get_model(kind), fallback=False)
        if isinstance(policy, HubPolicy):
            seen |= Q(kind=kind, page=None, node__in=policy.nodes(user))
    return DeletedThing.objects.filter(seen).select_related("node", "parent", "deleted_by")
