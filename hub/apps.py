from django.apps import AppConfig


class HubConfig(AppConfig):
    name = "hub"
    verbose_name = "Hub"

    def ready(self):
        from hub import receivers, slots  # noqa: F401  (receivers connect by being imported)
        from hub.isolation.forms import ReachingPageForm
        from hub.isolation.hooks import is_on_published_page
        from hub.models import HubPage
        from hub.services.keeping import RETENTION
        from hub.services.personal_data import PERSONAL_DATA
        from hub.services.sign_in_keeping import SIGN_IN_PERSONAL_DATA, SIGN_IN_RETENTION

        slots.retention.update(RETENTION | SIGN_IN_RETENTION)
        slots.personal_data.update(PERSONAL_DATA | SIGN_IN_PERSONAL_DATA)
        slots.shown_documents.register("hub.pages", is_on_published_page)
        # Set from here, since models stand below forms.
        HubPage.base_form_class = ReachingPageForm
