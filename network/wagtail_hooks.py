from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from hub.enums import Permission
from hub.permissions import NationalPolicy, NodeOwnedPolicy
from network.models import Commitment, Meeting, ReportForm, Seat, SteeringGroup
from network.panels import NetworkMenuItem
from network.permissions import may_read_document
from network.viewsets import ReportFormViewSet, SteeringMenu

register_permission_policy(SteeringGroup, NodeOwnedPolicy(SteeringGroup, Permission.EDIT_STEERING_GROUP))
register_permission_policy(Meeting, NodeOwnedPolicy(Meeting, Permission.EDIT_STEERING_GROUP))
# Asked by the bin, where promises and seats that were removed can be brought back.
register_permission_policy(Commitment, NodeOwnedPolicy(Commitment, Permission.EDIT_STEERING_GROUP))
register_permission_policy(Seat, NodeOwnedPolicy(Seat, Permission.EDIT_STEERING_GROUP))
register_permission_policy(ReportForm, NationalPolicy(ReportForm, Permission.MANAGE_NETWORK))

register_snippet(SteeringMenu)
register_snippet(ReportFormViewSet)


@hooks.register("before_serve_document")
def hide_papers_of_members(document, request):
    if not may_read_document(request.user, document):
        raise Http404


@hooks.register("register_admin_menu_item")
def nodes_in_the_menu():
    return NetworkMenuItem(_("Nodes"), reverse("network:nodes"), icon_name="site", order=245)


@hooks.register("register_admin_menu_item")
def reports_in_the_menu():
    return NetworkMenuItem(_("Progress reports"), reverse("network:reports"), icon_name="doc-full", order=250)
