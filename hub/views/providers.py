"""The way to a provider of OpenID Connect and back."""

from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.socialaccount.providers.openid_connect.views import callback as allauth_callback
from allauth.socialaccount.providers.openid_connect.views import login as allauth_login
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from requests import RequestException

# What a provider can do that allauth does not expect: be down, or answer with something else.
FAULTS = (RequestException, KeyError, TypeError, ValueError)


def go_to_provider(request, provider_id):
    """Asks whether to go there; the answer leads there.

    Not by a redirect: our policy says which hosts a form may lead to, and a
    provider's own sign-in may be at a host that only the provider knows.
    """
    answer = told_of_faults(request, provider_id, allauth_login)
    if not isinstance(answer, HttpResponseRedirect) or answer["Location"].startswith("/"):
        return answer
    provider = OpenIDConnectOAuth2Adapter(request, provider_id).get_provider()
    return render(
        request, "hub/accounts/to_provider.html", {"provider": provider, "address": answer["Location"]}
    )


def come_back(request, provider_id):
    return told_of_faults(request, provider_id, allauth_callback)


def told_of_faults(request, provider_id, view):
    try:
        return view(request, provider_id)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    except FAULTS as fault:
        provider = OpenIDConnectOAuth2Adapter(request, provider_id).get_provider()
        return render_authentication_error(request, provider, exception=fault)
