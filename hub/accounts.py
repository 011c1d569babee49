"""How allauth is fitted to the hub."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.utils.http import url_has_allowed_host_and_scheme

from hub.models import Node


class AccountAdapter(DefaultAccountAdapter):
    def is_safe_url(self, url):
        """A person may be sent back to the hub or to one of its nodes, and nowhere else."""
        hosts = {f"{node.host}{settings.HUB.port_suffix}" for node in Node.objects.select_related("site")}
        return url_has_allowed_host_and_scheme(
            url, allowed_hosts=hosts, require_https=settings.HUB.scheme == "https"
        )

    def send_mail(self, template_prefix, email, context):
        context["hub"] = settings.HUB
        super().send_mail(template_prefix, email, context)
