"""Nodes are made and closed here by the national administrators, with a look at the outcome first."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from hub.enums import Permission
from hub.models import Node
from hub.services.nodes import NodeRefused, close_node, create_node
from hub.views.access import NeedsPermission
from network.forms.nodes import CloseNodeForm, NodeForm
from network.services.nodes import preview_node


class NodeCreateView(NeedsPermission, View):
    permission = Permission.MANAGE_NETWORK
    for_national = True

    def get(self, request):
        return self.show(NodeForm(on=timezone.localdate()))

    def post(self, request):
        form = NodeForm(request.POST, on=timezone.localdate())
        if not form.is_valid():
            return self.show(form)
        facts = {"by": request.user, "on": timezone.localdate()}
        try:
            if "create" not in request.POST:
                return self.show(form, preview=preview_node(form.spec, **facts))
            node, is_new = create_node(form.spec, **facts)
        except NodeRefused as refused:
            form.add_reasons(refused.reasons)
            return self.show(form)
        said = _("%(node)s is made.") if is_new else _("%(node)s was there already, so nothing was changed.")
        messages.success(request, said % {"node": node})
        return redirect("network:nodes")

    def show(self, form, **context):
        crumbs = [(_("Nodes"), reverse("network:nodes")), (_("Make a node"), "")]
        return render(
            self.request, "network/node_create.html", {"form": form, "breadcrumbs": crumbs, **context}
        )


class NodeCloseView(NeedsPermission, View):
    permission = Permission.MANAGE_NETWORK
    for_national = True

    def setup(self, request, slug):
        super().setup(request, slug=slug)
        self.slug = slug

    def closing_node(self):
        return get_object_or_404(Node.objects.counties().writable().select_related("site"), slug=self.slug)

    def get(self, request, slug):
        node = self.closing_node()
        return self.show(node, CloseNodeForm(node=node))

    def post(self, request, slug):
        node = self.closing_node()
        form = CloseNodeForm(request.POST, node=node)
        if not form.is_valid():
            return self.show(node, form)
        close_node(node, by=request.user, on=timezone.localdate())
        messages.success(request, _("%(node)s is closed. Its pages can still be read.") % {"node": node})
        return redirect("network:nodes")

    def show(self, node, form):
        crumbs = [(_("Nodes"), reverse("network:nodes")), (_("Close %(node)s") % {"node": node}, "")]
        return render(
            self.request, "network/node_close.html", {"closing": node, "form": form, "breadcrumbs": crumbs}
        )
