"""Which node a request is for, and in which language: both from the address, never from a parameter."""

import structlog
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import resolve, set_script_prefix
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.deprecation import MiddlewareMixin

from hub.addresses import at_hub
from hub.enums import Language
from hub.queries import node_at_host
from hub.views.errors import not_found_without_node
from hub.views.health import healthz, readyz

LOOPBACK = {"localhost", "127.0.0.1"}
HEALTH = {"/healthz": healthz, "/readyz": readyz}


class HealthMiddleware:
    """Answers probes before anything that needs a known host, since they come by address."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        probe = HEALTH.get(request.path)
        return probe(request) if probe else self.get_response(request)


class NodeMiddleware:
    """Sets `request.node` from the host. Any other host is 404: Wagtail would serve the default site."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        try:
            host = request.get_host().partition(":")[0]
        except DisallowedHost:  # asked for often by those who try every door, and no fault of ours
            return not_found_without_node(request)
        if host in LOOPBACK and not settings.HUB.is_production:
            return HttpResponsePermanentRedirect(settings.HUB.base_url + request.get_full_path())
        request.node = node_at_host(host)
        if request.node is None:
            return not_found_without_node(request)
        request._wagtail_site = request.node.site
        # Kept until the request's last line is written, which is after this; then all is cleared.
        structlog.contextvars.bind_contextvars(node=request.node.slug)
        return self.get_response(request)


class NodeLanguageMiddleware:
    """A node's main language has the addresses without prefix, its others stand under /en/ and the like.

    The prefix is taken off here and given to `reverse` as script prefix. Django's
    `i18n_patterns` can't do this: it keeps one prefix for a language in the whole
    process, while nynorsk is the main language of one node and a further one of the next.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        first, _, rest = request.path_info.lstrip("/").partition("/")
        has_prefix = first in prefixes_of(request.node, rest)
        if has_prefix and request.path_info == f"/{first}":
            return HttpResponsePermanentRedirect(f"/{first}/")
        language = first if has_prefix else request.node.main_language
        prefix = f"/{first}/" if has_prefix else "/"
        request.path_info = "/" + request.path_info[len(prefix) :]
        request.LANGUAGE_CODE = language
        set_script_prefix(prefix)
        try:
            with translation.override(language):
                response = self.get_response(request)
        finally:
            set_script_prefix("/")
        response.headers.setdefault("Content-Language", language)
        return response


def prefixes_of(node, path: str) -> set[str]:
    """People of every node sign in on the hub, in whichever language they come from."""
    everybodys = set(Language.values) if path.startswith("konto/") else set()
    return set(node.other_languages) | everybodys - {node.main_language}


def is_page_of_accounts(path: str) -> bool:
    """What no view of ours answers goes to the page tree, where it isn't either."""
    return path.startswith("/konto/") and resolve(path).url_name != "wagtail_serve"


class AdminOnHubOnlyMiddleware(MiddlewareMixin):
    """Editing and accounts live on the national host only. Who looks for an account's page is led there."""

    def process_request(self, request):
        if request.node.is_national or not request.path_info.startswith(("/admin/", "/konto/")):
            return None
        if request.method in ("GET", "HEAD") and is_page_of_accounts(request.path_info):
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return HttpResponseRedirect(at_hub(request.path_info, language=request.LANGUAGE_CODE) + query)
        raise Http404

    def process_response(self, request, response):
        if request.path_info.startswith("/konto/"):
            add_never_cache_headers(response)
        return response


class KeptApartMiddleware(MiddlewareMixin):
    """What somebody with a session gets is for no cache that others share, and is asked for anew each time.

    A page says who is signed in, and a paper of a meeting is served after a look at who asks. A view that
    knows better, such as a small picture's, has said so itself.
    """

    def process_response(self, request, response):
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response
