from django.apps import AppConfig


class HubConfig(AppConfig):
    name = "hub"
    verbose_name = "Hub"

    def ready(self):
        from hub import receivers  # noqa: F401  (connects its receivers)
        from hub.isolation.forms import ReachingPageForm
        from hub.models import HubPage

        # Set from here, since models stand below forms.
        HubPage.base_form_class = ReachingPageForm
