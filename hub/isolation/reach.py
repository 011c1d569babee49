"""What of Wagtail's own things a person may reach: those in nodes where they may use the admin."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from taggit.models import Tag, TaggedItem
from wagtail.models import Collection, Page, Revision, Task, TaskState, UploadedFile, WorkflowState
from wagtail.permissions import policy_registry

from hub.enums import Permission
from hub.models import HubDocument, Node, Picture
from hub.permissions import nodes_with_permission
from hub.queries.pages import own_front_pages


def own_nodes(user):
    return nodes_with_permission(user, Permission.USE_ADMIN)


def own_roots(user):
    return own_front_pages(own_nodes(user))


def own_pages(user):
    """The trees of the person's nodes. Above them is only the root that Wagtail keeps."""
    within = Q(pk__in=[])
    for path in own_roots(user).values_list("path", flat=True):
        within |= Q(path__startswith=path)
    return Page.objects.filter(within)


def own_collections(user):
    """With those that a node has made inside its own."""
    within = Q(pk__in=[])
    nodes = own_nodes(user).select_related("image_collection", "document_collection")
    for node in nodes:
        for collection in (node.image_collection, node.document_collection):
            within |= Q(path__startswith=collection.path)
    return Collection.objects.filter(within)


def own_pictures(user):
    return Picture.objects.filter(collection__in=own_collections(user))


def own_documents(user):
    return HubDocument.objects.filter(collection__in=own_collections(user))


def own_tags(user):
    """The tags on the person's nodes' pictures and documents."""
    tagged = Q(pk__in=[])
    for rows in (own_pictures(user), own_documents(user)):
        kind = ContentType.objects.get_for_model(rows.model)
        tagged |= Q(content_type=kind, object_id__in=list(rows.values_list("pk", flat=True)))
    uses = TaggedItem.objects.filter(tagged)
    return Tag.objects.filter(pk__in=uses.values("tag")).order_by("name")


def own_workflow_states(user):
    return WorkflowState.objects.filter(objects_of_pages(own_pages(user)))


def own_revisions(user):
    return Revision.objects.filter(objects_of_pages(own_pages(user)))


def objects_of_pages(pages) -> Q:
    page_type = ContentType.objects.get_for_model(Page, for_concrete_model=False)
    keys = [str(pk) for pk in pages.values_list("pk", flat=True)]
    return Q(base_content_type=page_type, object_id__in=keys)


def own_tasks(user):
    roots = own_roots(user)
    return Task.objects.filter(workflow_tasks__workflow__workflow_pages__page__in=roots)


def own_rows(user, model):
    """Any model's rows: Wagtail's own kinds as above, ours as their policy says, of the rest none."""
    if issubclass(model, Page):
        return model.objects.filter(pk__in=own_pages(user).values("pk"))
    if model is Picture:
        return own_pictures(user)
    if model is HubDocument:
        return own_documents(user)
    policy = policy_registry.get_by_type(model, fallback=False)
    if policy is None:
        return model._default_manager.none()
    return policy.instances_user_has_any_permission_for(user, ["view", "change", "delete"])


def own_uploads(user):
    return UploadedFile.objects.filter(uploaded_by_user=user)


def own_task_states(user):
    return TaskState.objects.filter(workflow_state__in=own_workflow_states(user))


def node_of_collection(collection) -> Node | None:
    """The node whose pictures or documents are in the collection, or in one around it."""
    steplen = Collection.steplen
    paths = [collection.path[:length] for length in range(steplen, len(collection.path) + 1, steplen)]
    return Node.objects.filter(
        Q(image_collection__path__in=paths) | Q(document_collection__path__in=paths)
    ).first()
