"""Accounts: where a person may be sent, what the mails are, and in which language."""

from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hub.accounts.words import ERRORS, MESSAGES, NOTICES, TOO_MANY, TOO_MANY_CODES
from hub.addresses import at_hub, on_hub, without_prefix
from hub.models import Node, User
from hub.services.mail import send_mail_later


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | ERRORS

    def is_safe_url(self, url):
        """A person may be sent back to the hub or to one of its nodes, and nowhere else."""
        hosts = {f"{node.host}{settings.HUB.port_suffix}" for node in Node.objects.select_related("site")}
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts=hosts, require_https=settings.HUB.scheme == "https"
        )

    def send_mail(self, template_prefix, email, context):
        """In the person's language where the address is somebody's, else in the page's."""
        user = context.get("user") or User.objects.filter(email__iexact=email).first()
        language = user.language if user else get_language()
        links = {
            name: in_mail(url, language)
            for name, url in context.items()
            if name.endswith("_url") and isinstance(url, str)
        }
        send_mail_later(
            to=email,
            template=template_prefix,
            context={**context, **links, "user": user, "email": email},
            language=language,
        )

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        """Tells that somebody changed how the account is signed in to: one mail for all such changes."""
        self.send_mail(
            "account/email/security_notice",
            email or user.email,
            {
                "user": user,
                "what": NOTICES[template_prefix],
                "at": timezone.now(),
                "security_url": reverse("mfa_index"),
                "password_reset_url": reverse("account_reset_password"),
            },
        )

    def add_message(
        self, request, level, message_template=None, message_context=None, extra_tags="", message=None
    ):
        if message == TOO_MANY:  # of codes, which a new one is at hand for
            message = TOO_MANY_CODES
        said = message or MESSAGES.get(message_template)
        if said:
            messages.add_message(request, level, said)

    def get_login_redirect_url(self, request):
        return on_hub("hub:my_page", language=request.user.language).removeprefix(settings.HUB.base_url)

    def get_password_change_redirect_url(self, request):
        return reverse("mfa_index")

    def get_reauthentication_methods(self, user):
        return [
            {**method, "description": REAUTHENTICATION[method["id"]]}
            for method in super().get_reauthentication_methods(user)
        ]


REAUTHENTICATION = {
    "reauthenticate": _("Use your password"),
    "mfa_reauthenticate": _("Use a code from your app, or a recovery code"),
    "mfa_reauthenticate:webauthn": _("Use a passkey"),
}


def in_mail(url: str, language: str) -> str:
    """A link in a mail has the settings' host, whatever host a request claimed, and the mail's language."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return at_hub(without_prefix(parts.path), language=language) + query
