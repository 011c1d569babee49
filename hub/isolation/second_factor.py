"""Asks for a second factor before anything of the editing pages is shown."""

from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin

from hub.services.second_factor import forget_way, has_shown, page_that_asks


class SecondFactorMiddleware(MiddlewareMixin):
    def process_request(self, request):
        if not settings.HUB.asks_second_factor or not request.path_info.startswith("/admin/"):
            return None
        user = request.user
        if not user.is_authenticated or not user.has_perm("wagtailadmin.access_admin"):
            return None  # Wagtail sends them away
        if has_shown(request):
            forget_way(request)
            return None
        page = reverse(page_that_asks(user))
        way = request.get_full_path() if request.method in ("GET", "HEAD") else reverse("wagtailadmin_home")
        return redirect(f"{page}?{urlencode({'next': way})}")
