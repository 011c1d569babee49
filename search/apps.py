from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self):
        from hub import slots
        from search import receivers  # noqa: F401  (connects its receivers)
        from search.documents import register_hub_pages
        from search.queries.readiness import check_search

        register_hub_pages()
        slots.readiness.register("search", check_search)
