from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from good_examples.queries import (
    Choices,
    counties_on,
    county_options,
    example_of,
    group_options,
    published_examples,
    read_choices,
    top_groups,
    year_options,
)
from hub.queries.counties import heirs_by_county

ON_A_PAGE = 24


class ExampleList(TemplateView):
    """Every node's examples, beginning with those of the node's own county."""

    template_name = "good_examples/example_list.html"

    def get_context_data(self, **kwargs):
        counties, groups = counties_on(timezone.localdate()), top_groups()
        heirs = heirs_by_county()
        choices = read_choices(
            self.request.GET, self.request.node, counties=counties, groups=groups, heirs=heirs
        )
        examples = choices.apply(published_examples()).newest().with_row()
        page = Paginator(examples, ON_A_PAGE).get_page(self.request.GET.get("page"))
        places = county_options(choices, counties, heirs, abroad_label=_("Abroad"))
        return super().get_context_data(
            page=page,
            choices=choices,
            group_options=group_options(choices, groups),
            county_options=places,
            year_options=year_options(choices),
            elsewhere=self.elsewhere(choices, places, page.paginator.count),
            breadcrumbs=[(_("Examples"), None)],
            **kwargs,
        )

    def elsewhere(self, choices: Choices, places, shown: int) -> int:
        """How many more there are outside the chosen county."""
        return sum(place.count for place in places) - shown if choices.county or choices.abroad else 0


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
