"""How a person signs in, on one page, and what leads there."""

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.internal.flows.sessions import end_sessions
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import TemplateView

from hub.services.second_factor import remember_way, way_on

Type = Authenticator.Type


class Security(LoginRequiredMixin, TemplateView):
    template_name = "hub/accounts/security.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        own = Authenticator.objects.filter(user=user)
        return super().get_context_data(
            app=own.filter(type=Type.TOTP).first(),
            codes=own.filter(type=Type.RECOVERY_CODES).first(),
            passkeys=own.filter(type=Type.WEBAUTHN).count(),
            sessions=len(UserSession.objects.purge_and_list(user)),
            has_providers=bool(settings.HUB.oidc_providers),
            connected=SocialAccount.objects.filter(user=user).count(),
            way_on=way_on(self.request),
            breadcrumbs=[(_("My page"), reverse("hub:my_page")), (_("Signing in and security"), "")],
            **kwargs,
        )


class SetUpSecondFactor(LoginRequiredMixin, TemplateView):
    """Leads through setting up a second factor, and back to where the person was going."""

    template_name = "hub/accounts/set_up_second_factor.html"

    def get(self, request, *args, **kwargs):
        asked_for = request.GET.get("next", "")
        if asked_for and get_adapter().is_safe_url(asked_for):
            remember_way(request, asked_for)
        return super().get(request, *args, **kwargs)


class EndSession(LoginRequiredMixin, View):
    http_method_names = ["post"]

    def post(self, request, pk):
        session = get_object_or_404(UserSession, user=request.user, pk=pk)
        end_sessions(request, [session])
        if not request.user.is_authenticated:
            return redirect("/")
        messages.success(request, _("That device is signed out."))
        return redirect("usersessions_list")
