from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GoodExamplesConfig(AppConfig):
    name = "good_examples"
    verbose_name = _("Good examples")

    def ready(self):
        from criteria_library.registry import criterion_parts
        from good_examples.documents import ExampleDocuments
        from good_examples.queries import front_examples, shows_document, use_of_criterion
        from good_examples.sitemaps import ExampleSitemap
        from hub import slots
        from search.registry import documents

        slots.front_sections.register(
            "good_examples", order=30, template="good_examples/front_section.html", provider=front_examples
        )
        slots.sitemaps.register("good_examples", ExampleSitemap)
        slots.shown_documents.register("good_examples", shows_document)
        criterion_parts.register("examples", template="good_examples/used_in.html", provider=use_of_criterion)
        documents.register(ExampleDocuments())
