"""The steering group's page for everybody, and the same page for its members."""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from hub.enums import Permission
from hub.permissions import has_permission
from hub.views.access import NeedsPermission
from network.queries.steering import member_page, public_report, steering_group_of, steering_page


def steering_group(request):
    if request.node.is_national:
        raise Http404
    return render(request, "network/steering_group.html", page_context(request))


def page_context(request) -> dict:
    group = steering_group_of(request.node)
    return {"page": steering_page(group, now=timezone.now()) if group else None}


class MemberPageView(NeedsPermission, View):
    permission = Permission.SEE_MEMBER_PAGES

    def get(self, request):
        context = page_context(request)
        if context["page"]:
            context["members"] = member_page(context["page"], now=timezone.now())
        context["may_edit"] = has_permission(request.user, Permission.EDIT_STEERING_GROUP, node=request.node)
        context["breadcrumbs"] = steering_crumbs(_("For members"))
        return render(request, "network/member_page.html", context)


def report(request, year):
    """What a county has reported, as far as it is for everybody. A draft is nobody else's business: 404."""
    found = public_report(request.node, year)
    if found is None:
        raise Http404
    crumbs = steering_crumbs(_("Progress report %(year)s") % {"year": year})
    return render(request, "network/report.html", {"report": found, "breadcrumbs": crumbs})


def steering_crumbs(here: str) -> list[tuple[str, str]]:
    return [(_("Steering group"), reverse("network:steering_group")), (here, "")]
