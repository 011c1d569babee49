from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Collection

from hub.enums import Permission
from hub.models import HubDocument
from hub.permissions import nodes_with_permission


class ExampleForm(WagtailAdminModelForm):
    """Documents come from the collections of the nodes where the editor writes examples."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        documents = HubDocument.objects.filter(collection__in=collections_of(self.for_user))
        formset = self.formsets["documents"]
        for form in [*formset.forms, formset.empty_form]:
            form.fields["document"].queryset = documents


def collections_of(user) -> list[Collection]:
    nodes = nodes_with_permission(user, Permission.EDIT_EXAMPLES).select_related("document_collection")
    return [inner for node in nodes for inner in node.document_collection.get_descendants(inclusive=True)]
