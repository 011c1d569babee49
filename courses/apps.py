from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    name = "courses"
    verbose_name = _("Courses")

    def ready(self):
        from courses.documents import SessionDocuments
        from courses.queries import front_sessions, requests_awaiting, sessions_awaiting, shows_document
        from courses.services import keeping, log_words
        from courses.sitemaps import SessionSitemap
        from hub import slots
        from search.registry import documents

        slots.front_sections.register(
            "courses", order=10, template="courses/front_section.html", provider=front_sessions
        )
        slots.sitemaps.register("courses", SessionSitemap)
        slots.awaiting.register("courses.requests", requests_awaiting)
        slots.awaiting.register("courses", sessions_awaiting)
        slots.retention.register("courses.sign_ups", keeping.RETENTION)
        slots.personal_data.register("courses.sign_ups", keeping.PERSONAL_DATA)
        slots.shown_documents.register("courses", shows_document)
        documents.register(SessionDocuments())
        slots.log_words.update(log_words.WORDS)
