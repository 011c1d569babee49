"""The way to a provider of OpenID Connect and back."""

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from requests import RequestException

from hub.accounts.providers import HubOAuth2Adapter
from hub.addresses import at_hub

# What a provider can do that allauth does not expect: be down, or answer with something else.
FAULTS = (RequestException, KeyError, TypeError, ValueError)
LANGUAGE = "hub_language_at_provider"


def go_to_provider(request, provider_id):
    """Asks whether to go there; the answer leads there.

    Not by a redirect: our policy says which hosts a form may lead to, and a
    provider's own sign-in may be at a host that only the provider knows.
    """
    answer = told_of_faults(request, provider_id, OAuth2LoginView)
    if not isinstance(answer, HttpResponseRedirect) or answer["Location"].startswith("/"):
        return answer
    request.session[LANGUAGE] = get_language()
    provider = HubOAuth2Adapter(request, provider_id).get_provider()
    context = {"provider": provider, "address": answer["Location"]}
    return render(request, "hub/accounts/to_provider.html", context)


def come_back(request, provider_id):
    """At the one address that the provider knows; goes on in the language that the person left in."""
    language = request.session.pop(LANGUAGE, get_language())
    if language != get_language():
        return redirect(at_hub(request.get_full_path_info(), language=language))
    return told_of_faults(request, provider_id, OAuth2CallbackView)


def told_of_faults(request, provider_id, view):
    adapter = HubOAuth2Adapter(request, provider_id)
    try:
        return view.adapter_view(adapter)(request)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    except FAULTS as fault:
        return render_authentication_error(request, adapter.get_provider(), exception=fault)
