"""The tags by which Wagtail's lists of pictures and documents are narrowed: those of the person's own files.

Wagtail offers the ten that all nodes together use most.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from taggit.models import Tag
from wagtail.admin.filters import BaseMediaFilterSet
from wagtail.documents.views.documents import DocumentsFilterSet
from wagtail.images.views.chooser import ImageChooseView
from wagtail.images.views.images import ImagesFilterSet

from hub.isolation import reach

OFFERED = 10


def popular_own_tags(user, model) -> list[str]:
    kind = ContentType.objects.get_for_model(model)
    own = list(reach.own_rows(user, model).values_list("pk", flat=True))
    used = Tag.objects.filter(
        taggit_taggeditem_items__content_type=kind, taggit_taggeditem_items__object_id__in=own
    )
    counted = used.annotate(uses=Count("taggit_taggeditem_items")).order_by("-uses", "name")
    return list(counted.values_list("name", flat=True)[:OFFERED])


class OwnTags(BaseMediaFilterSet):
    def __init__(self, *args, request=None, **kwargs):
        super().__init__(*args, request=request, **kwargs)
        tags = popular_own_tags(request.user, self._meta.model)
        if tags:
            self.filters["tag"].extra["choices"] = [(tag, tag) for tag in tags]
        else:
            self.filters.pop("tag", None)


class OwnPictures(OwnTags, ImagesFilterSet):
    """Its `Meta` is the one above."""


class OwnDocuments(OwnTags, DocumentsFilterSet):
    """Its `Meta` is the one above."""


class ChooseOwnPicture(ImageChooseView):
    def get_context_data(self, **kwargs):
        tags = popular_own_tags(self.request.user, self.model)
        return super().get_context_data(**kwargs) | {"popular_tags": [{"name": tag} for tag in tags]}
