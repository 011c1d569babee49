from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hub.enums import Permission
from hub.forms.from_template import FromTemplateForm
from hub.permissions import has_permission_anywhere
from hub.services.pages import create_from_template
from hub.views.editing.heading import heading


def new_from_template(request):
    if not has_permission_anywhere(request.user, Permission.EDIT_PAGES):
        raise PermissionDenied
    form = FromTemplateForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        page = create_from_template(
            form.cleaned_data["template"], parent=form.cleaned_data["parent"].specific, by=request.user
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    context = {"form": form, **heading(_("New page from a standard page"), "doc-empty")}
    return render(request, "hub/editing/from_template.html", context)
