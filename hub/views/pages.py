"""Fixed addresses of pages that every site has."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import get_script_prefix
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hub.queries import national_node
from hub.queries.pages import contact_page, national_article


@require_safe
def contact(request):
    """The node's contact page, or its own facts: the address stands in every footer and always answers."""
    page = contact_page(request.node, get_language())
    if page:
        return page.serve(request)
    return render(
        request, "hub/pages/contact_fallback.html", {"breadcrumbs": crumbs(request, _("Contact us"))}
    )


@require_safe
def read_national_article(request, slug):
    """A national article in the node's look. Its own address is the hub's, and that is the canonical one."""
    article = national_article(slug, get_language())
    if article is None:
        raise Http404
    if request.node.is_national:
        return redirect(article.get_url(request), permanent=False)
    response = article.serve(request)
    national = national_node()
    response.context_data["responsible"] = article.responsible_role or national.contact_role or national.name
    response.context_data["breadcrumbs"] = crumbs(request, article.title)
    return response


@require_safe
def robots(request):
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /konto/", "Disallow: /sok/?", ""]
    lines.append(f"Sitemap: {request.node.url('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def crumbs(request, *titles: str) -> list[tuple[str, str]]:
    return [(request.node.name, get_script_prefix()), *[(title, "") for title in titles]]
