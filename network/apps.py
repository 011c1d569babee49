from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "network"
    verbose_name = _("Network")

    def ready(self):
        from hub import slots
        from network.permissions import is_in_a_meeting
        from network.queries.front import front_section
        from network.services import log_words
        from network.sitemaps import NetworkSitemap

        slots.front_sections.register(
            "steering_group", order=60, template="network/front_section.html", provider=front_section
        )
        slots.sitemaps.register("network", NetworkSitemap)
        slots.shown_documents.register("network.meetings", is_in_a_meeting)
        slots.log_words.update(log_words.WORDS)
