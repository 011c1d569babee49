from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from good_examples.queries import example_of, examples_found
from hub.queries.counties import number_now
from search.enums import Sort
from search.views import Finder, Scope, show_finder


def example_list(request):
    """Every node's examples, beginning with those of the node's own county."""
    finder = Finder(
        title=_("Good examples"),
        lead=_("What others did, which requirements they used, and what it gave."),
        description=_(
            "What public buyers did, which requirements they used, and what it gave in money and emissions."
        ),
        kinds=("example",),
        sorts=(Sort.RELEVANCE, Sort.NEWEST, Sort.TITLE),
        scopes=scopes_of(request.node),
        hidden=frozenset({"node"}),
        hits_template="good_examples/parts/found.html",
        empty_template="good_examples/parts/nothing_yet.html",
        load=examples_found,
        context={"breadcrumbs": [(_("Examples"), None)]},
    )
    return show_finder(request, finder)


def scopes_of(node) -> tuple[Scope, ...]:
    county = node.county
    if county is None:
        return (Scope(),)
    number = number_now(county, day=timezone.localdate())
    own = Scope(label=county.name, facets={"county": (number,)})
    return (own, Scope(label=_("All counties, and abroad"), name="alle"))


class ExamplePage(TemplateView):
    template_name = "good_examples/example.html"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.example = example_of(request.node, kwargs["pk"])
        if self.example is None:
            raise Http404

    def get(self, request, *args, **kwargs):
        if kwargs["slug"] != self.example.slug:
            return redirect(self.example.get_absolute_url(), permanent=True)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            example=self.example,
            breadcrumbs=[(_("Examples"), reverse("good_examples:list")), (self.example.title, None)],
            **kwargs,
        )
