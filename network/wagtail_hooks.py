from django.http import Http404
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from hub.enums import Permission
from hub.permissions import NationalPolicy, NodeOwnedPolicy
from network.models import Meeting, ReportForm, SteeringGroup
from network.permissions import may_read_document
from network.viewsets import ReportFormViewSet, SteeringMenu

register_permission_policy(SteeringGroup, NodeOwnedPolicy(SteeringGroup, Permission.EDIT_STEERING_GROUP))
register_permission_policy(Meeting, NodeOwnedPolicy(Meeting, Permission.EDIT_STEERING_GROUP))
register_permission_policy(ReportForm, NationalPolicy(ReportForm, Permission.MANAGE_NETWORK))

register_snippet(SteeringMenu)
register_snippet(ReportFormViewSet)


@hooks.register("before_serve_document")
def hide_papers_of_members(document, request):
    if not may_read_document(request.user, document):
        raise Http404
