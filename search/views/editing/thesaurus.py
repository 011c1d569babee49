"""Words for the same thing: the list, one group with what it would find, and taking a group away."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hub.enums import Language
from hub.views.editing.heading import heading
from search.analysis.words import clean
from search.forms.synonyms import LONGEST_WORD, SynonymsForm
from search.models import SynonymGroup
from search.queries.preview import try_words
from search.services.thesaurus import WordTaken, remove_group, save_group
from search.views.editing.allowing import for_keepers
from search.views.hits import Names, show_hits

PER_PAGE = 50


@require_safe
@for_keepers
def thesaurus(request: HttpRequest) -> HttpResponse:
    text = clean(request.GET.get("q", ""), longest=LONGEST_WORD)
    groups = [group for group in SynonymGroup.objects.all() if text.casefold() in str(group).casefold()]
    context = {
        "groups": Paginator(groups, PER_PAGE).get_page(request.GET.get("p")),
        "text": text,
        "languages": Language.choices,
        **heading(_("Words for the same thing"), "list-ul"),
    }
    return render(request, "search/editing/thesaurus.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_keepers
def new_group(request: HttpRequest) -> HttpResponse:
    """`?word=` begins the group with what somebody looked for."""
    language = request.GET.get("language", "")
    word = clean(request.GET.get("word", ""), longest=LONGEST_WORD)
    initial = {language if language in Language.values else Language.BOKMAL.value: word} if word else {}
    return edit(request, None, initial)


@require_http_methods(["GET", "HEAD", "POST"])
@for_keepers
def group(request: HttpRequest, pk: int) -> HttpResponse:
    return edit(request, get_object_or_404(SynonymGroup, pk=pk), {})


def edit(request: HttpRequest, group: SynonymGroup | None, initial: dict[str, str]) -> HttpResponse:
    form = SynonymsForm(request.POST or None, group=group, initial=initial)
    tried = None
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        if "try" in request.POST:
            tried = [
                (one, show_hits(Names.of_hits(one.new), request))
                for one in try_words(words, instead_of=group)
            ]
        elif keep(request, form, words, group):
            return redirect("thesaurus")
    title = _("A group of words") if group else _("New group of words")
    context = {"form": form, "group": group, "tried": tried, **heading(title, "list-ul")}
    return render(request, "search/editing/synonym_group.html", context)


def keep(request: HttpRequest, form: SynonymsForm, words: dict, group: SynonymGroup | None) -> bool:
    try:
        saved = save_group(words=words, group=group, by=request.user)
    except WordTaken:
        form.add_error(None, _("Somebody has just written one of the words in another group."))
        return False
    messages.success(request, _("“%s” are looked for together from now on.") % saved)
    return True


@require_POST
@for_keepers
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    group = get_object_or_404(SynonymGroup, pk=pk)
    remove_group(group=group, by=request.user)
    messages.success(request, _("“%s” are no longer looked for together.") % group)
    return redirect("thesaurus")
