"""How allauth is fitted to the hub."""

from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from hub.models import Node
from hub.services.mail import send_mail_later

# The others that allauth knows say what the page says anyhow.
MESSAGES = {
    "account/messages/logged_out.txt": _("You have signed out."),
    "account/messages/password_changed.txt": _("Your password is changed."),
    "account/messages/email_confirmed.txt": _("Your e-mail address is confirmed. Sign in to go on."),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "The e-mail address and the password do not belong together. Try again."
        ),
        "too_many_login_attempts": _("Too many attempts. Wait five minutes and try again."),
        "enter_current_password": _("This is not your current password."),
        "invalid_password_reset": _("This link has been used or is too old. Ask for a new one."),
        "rate_limited": _("Too many attempts. Wait five minutes and try again."),
    }

    def is_safe_url(self, url):
        """A person may be sent back to the hub or to one of its nodes, and nowhere else."""
        hosts = {f"{node.host}{settings.HUB.port_suffix}" for node in Node.objects.select_related("site")}
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts=hosts, require_https=settings.HUB.scheme == "https"
        )

    def send_mail(self, template_prefix, email, context):
        user = context.get("user")
        links = {name: on_hubs_host(url) for name, url in context.items() if name.endswith("_url")}
        send_mail_later(
            to=email,
            template=template_prefix,
            context={**context, **links, "email": email},
            language=user.language if user else get_language(),
        )

    def add_message(self, request, level, message_template=None, *args, **kwargs):
        if message_template in MESSAGES:
            messages.add_message(request, level, MESSAGES[message_template])

    def get_login_redirect_url(self, request):
        return reverse("hub:my_page")

    def get_password_change_redirect_url(self, request):
        return reverse("hub:my_page")


def on_hubs_host(url: str) -> str:
    """A link in a mail has the host of the settings, whatever host a request claimed."""
    return settings.HUB.base_url + urlsplit(url)._replace(scheme="", netloc="").geturl()
