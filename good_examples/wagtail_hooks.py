from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.action_menu import PublishMenuItem, UnpublishMenuItem
from wagtail.snippets.models import register_snippet

from good_examples.models import Example
from good_examples.viewsets import ExampleViewSet, Publish, Unpublish
from hub.enums import Permission
from hub.permissions import NodeOwnedPolicy

register_permission_policy(Example, NodeOwnedPolicy(Example, Permission.EDIT_EXAMPLES))

register_snippet(ExampleViewSet)


@hooks.register("construct_snippet_action_menu")
def offer_what_the_policy_allows(menu_items, request, context):
    if context["model"] is Example:
        kept = [item for item in menu_items if not isinstance(item, (PublishMenuItem, UnpublishMenuItem))]
        own = [Unpublish(order=10), Publish(order=90)]
        menu_items[:] = kept + [item for item in own if item.is_shown(context)]
