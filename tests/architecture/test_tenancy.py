"""Every way into the admin for rows of a node is scoped to the person's nodes."""

import pytest
from django.apps import apps
from wagtail.admin.viewsets import viewsets
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from hub.models import Node
from hub.permissions import HubPolicy
from hub.viewsets import NodeScopedViewSetMixin
from tests.architecture.rooms import ROOMS


def owned_by_a_node(model) -> bool:
    return any(
        field.related_model is Node and field.name == "node"
        for field in model._meta.concrete_fields
        if field.is_relation
    )


def viewsets_of_our_models():
    viewsets.populate()
    return [
        viewset
        for viewset in viewsets.viewsets
        if isinstance(getattr(viewset, "model", None), type) and viewset.model._meta.app_label in ROOMS
    ]


def test_viewsets_of_node_owned_models_are_scoped():
    unscoped = [
        type(viewset).__name__
        for viewset in viewsets_of_our_models()
        if owned_by_a_node(viewset.model) and not isinstance(viewset, NodeScopedViewSetMixin)
    ]

    assert unscoped == []


def test_snippets_ask_the_hubs_roles_and_have_a_scoped_chooser():
    """Without a policy of ours Wagtail would ask Django's model permissions, which know no rows."""
    unasked = [
        model.__name__
        for model in get_snippet_models()
        if model._meta.app_label in ROOMS
        and not (
            isinstance(policy_registry.get_by_type(model), HubPolicy)
            and issubclass(model.snippet_viewset.chooser_viewset_class, NodeScopedViewSetMixin)
        )
    ]

    assert unasked == []


@pytest.mark.parametrize("room", ROOMS)
def test_a_node_owns_its_rows_without_exception(room):
    """A row without a node would be everybody's or nobody's.

    The log has rows of no node, and a proposal for a criterion may be a person's own.
    """
    nullable = [
        model._meta.label
        for model in apps.get_app_config(room).get_models()
        if owned_by_a_node(model) and model._meta.get_field("node").null
    ]

    assert set(nullable) <= {"hub.AuditEntry", "hub.OutgoingMail", "criteria_library.Proposal"}
