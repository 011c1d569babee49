"""Admin viewsets that only ever show a person the rows they may reach.

Wagtail's generic views ask the permission policy about the model, not about the
row, so every view that a viewset builds passes through `scoped` here.
"""

# Mixins over views that Wagtail tells no types of.
# mypy: disable-error-code="misc,attr-defined"

from functools import cache

from django.http import Http404
from wagtail.models import RevisionMixin
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from hub.forms.overwriting import watch
from hub.isolation.forms import keep_to_reach

ACTIONS = ["view", "change", "delete"]


def reachable(user, model):
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, ACTIONS)


class ScopedObject:
    def get_object(self, *args, **kwargs):
        instance = super().get_object(*args, **kwargs)
        # The view that adds a row has none yet, or one that isn't saved.
        saved = instance is not None and instance.pk is not None
        if saved and not reachable(self.request.user, type(instance)).contains(instance):
            raise Http404
        return instance


class ScopedListing:
    def get_base_queryset(self):
        queryset = super().get_base_queryset()
        return queryset.filter(pk__in=reachable(self.request.user, queryset.model).values("pk"))


class ScopedChoices:
    def get_object_list(self):
        rows = super().get_object_list()
        return rows.filter(pk__in=reachable(self.request.user, rows.model).values("pk"))

    def get_objects(self, pks):
        rows = super().get_objects(pks)
        return rows.filter(pk__in=reachable(self.request.user, rows.model).values("pk"))


class ScopedNodeField:
    """Offers only nodes where the person may write, and only files in their reach."""

    def get_form(self, *args, **kwargs):
        form = super().get_form(*args, **kwargs)
        keep_to_reach(form, self.request.user)
        if "node" in form.fields:
            nodes = policy_registry.get_by_type(self.model).nodes(self.request.user)
            form.fields["node"].queryset = nodes
            if form.initial.get("node") is None and nodes.count() == 1:
                form.initial["node"] = nodes.get()
        row = getattr(form, "instance", None)  # the form that asks before deleting has none
        if row is not None and row.pk is not None and not isinstance(row, RevisionMixin):
            watch(form)
        return form


@cache
def scoped(view_class, lists_rows):
    mixins: list[type] = []
    if hasattr(view_class, "get_object"):
        mixins.append(ScopedObject)
    if lists_rows:
        mixins.append(ScopedListing)
    if hasattr(view_class, "get_object_list") or hasattr(view_class, "get_objects"):
        mixins.append(ScopedChoices)
    if hasattr(view_class, "get_form"):
        mixins.append(ScopedNodeField)
    return type(view_class.__name__, (*mixins, view_class), {})


class NodeScopedViewSetMixin:
    def construct_view(self, view_class, **kwargs):
        index = getattr(self, "index_view_class", None)
        lists_rows = index is not None and issubclass(view_class, index)
        return super().construct_view(scoped(view_class, lists_rows), **kwargs)


class ScopedChooserViewSet(NodeScopedViewSetMixin, SnippetChooserViewSet):
    pass


class HubSnippetViewSet(NodeScopedViewSetMixin, SnippetViewSet):
    """The base of every snippet in the hub.

    Register the model's policy first (`NodeOwnedPolicy` or `NationalPolicy` of
    `hub.permissions`, by `wagtail.permissions.register_permission_policy`), then
    the viewset by `register_snippet`.
    """

    chooser_viewset_class = ScopedChooserViewSet
    copy_view_enabled = False
