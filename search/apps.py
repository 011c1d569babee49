from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self):
        from hub import slots
        from hub.enums import LegalBasis
        from search import receivers  # noqa: F401  (connects its receivers)
        from search.documents import register_hub_pages
        from search.queries.readiness import check_search
        from search.services import log_words
        from search.services.misses import DAYS_KEPT, forget_misses

        register_hub_pages()
        slots.readiness.register("search", check_search)
        slots.retention.register(
            "search.misses",
            slots.Retention(
                label=_("What was looked for in vain"),
                purpose=_("The national level sees which words people miss. Who looked is never noted."),
                basis=LegalBasis.PUBLIC_TASK,
                ends=_("after the day it was looked for"),
                days=DAYS_KEPT,
                carry_out=forget_misses,
                order=80,
            ),
        )
        slots.log_words.update(log_words.WORDS)
