from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CriteriaLibraryConfig(AppConfig):
    name = "criteria_library"
    verbose_name = _("Criteria library")

    def ready(self):
        from criteria_library import receivers  # noqa: F401  (connects its receivers)
        from criteria_library.documents import CriterionDocuments
        from criteria_library.registry import criterion_parts
        from criteria_library.services import keeping_comments, log_words, readers
        from criteria_library.sitemaps import CriteriaSitemap, LifeSitemap
        from criteria_library.views.awaiting import awaiting_in_the_library
        from criteria_library.views.front import front_section
        from criteria_library.views.hearings.awaiting import awaiting
        from criteria_library.views.hearings.work import on_criterion
        from hub import slots
        from search.registry import documents

        slots.front_sections.register(
            "criteria", order=20, template="criteria_library/front_section.html", provider=front_section
        )
        slots.sitemaps.register("criteria", CriteriaSitemap)
        slots.sitemaps.register("life_of_criteria", LifeSitemap)
        slots.awaiting.register("criteria", awaiting)
        criterion_parts.register(
            "life", template="criteria_library/hearings/parts/on_criterion.html", provider=on_criterion
        )
        slots.retention.update(keeping_comments.RETENTION)
        slots.personal_data.update(keeping_comments.PERSONAL_DATA)
        slots.awaiting.register("criteria_library", awaiting_in_the_library)
        slots.retention.register("criteria_library.feedback", readers.FEEDBACK_RETENTION)
        slots.retention.register("criteria_library.follows", readers.FOLLOW_RETENTION)
        slots.personal_data.register("criteria_library.feedback", readers.FEEDBACK_DATA)
        slots.personal_data.register("criteria_library.follows", readers.FOLLOW_DATA)
        documents.register(CriterionDocuments())
        slots.log_words.update(log_words.WORDS)
