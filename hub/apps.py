from django.apps import AppConfig


class HubConfig(AppConfig):
    name = "hub"
    verbose_name = "Hub"

    def ready(self):
        from wagtail.documents.views import documents
        from wagtail.images.views import chooser, images

        from hub import receivers, slots  # noqa: F401  (receivers connect by being imported)
        from hub.isolation.forms import ReachingPageForm
        from hub.isolation.hooks import is_on_published_page
        from hub.isolation.tags import ChooseOwnPicture, OwnDocuments, OwnPictures
        from hub.models import HubPage
        from hub.services.keeping import RETENTION
        from hub.services.personal_data import PERSONAL_DATA
        from hub.services.sign_in_keeping import SIGN_IN_PERSONAL_DATA, SIGN_IN_RETENTION

        slots.retention.update(RETENTION | SIGN_IN_RETENTION)
        slots.personal_data.update(PERSONAL_DATA | SIGN_IN_PERSONAL_DATA)
        slots.shown_documents.register("hub.pages", is_on_published_page)
        # Set from here, since models stand below forms.
        HubPage.base_form_class = ReachingPageForm
        # Wagtail asks for no other classes, and makes its addresses from these.
        images.IndexView.filterset_class = OwnPictures
        documents.IndexView.filterset_class = OwnDocuments
        chooser.viewset.choose_view_class = ChooseOwnPicture
