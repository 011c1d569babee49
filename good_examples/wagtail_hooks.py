from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from good_examples.models import Example
from good_examples.viewsets import ExampleViewSet
from hub.enums import Permission
from hub.permissions import NodeOwnedPolicy

register_permission_policy(Example, NodeOwnedPolicy(Example, Permission.EDIT_EXAMPLES))

register_snippet(ExampleViewSet)
