from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CriteriaLibraryConfig(AppConfig):
    name = "criteria_library"
    verbose_name = _("Criteria library")

    def ready(self):
        from criteria_library import receivers  # noqa: F401  (connects its receivers)
        from criteria_library.documents import CriterionDocuments
        from criteria_library.sitemaps import CriteriaSitemap
        from criteria_library.views.front import front_section
        from hub import slots
        from search.registry import documents

        slots.front_sections.register(
            "criteria", order=20, template="criteria_library/front_section.html", provider=front_section
        )
        slots.sitemaps.register("criteria", CriteriaSitemap)
        documents.register(CriterionDocuments())
