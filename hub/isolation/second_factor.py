"""Leads to the second factor: before anything of the editing pages, and from where a view demands it."""

from urllib.parse import urlencode

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin

from hub.addresses import on_hub
from hub.services.second_factor import SecondFactorFirst, demand_second_factor, page_that_asks


class SecondFactorMiddleware(MiddlewareMixin):
    def process_request(self, request):
        if not request.path_info.startswith("/admin/"):
            return None
        user = request.user
        if not user.is_authenticated or not user.has_perm("wagtailadmin.access_admin"):
            return None  # Wagtail sends them away
        try:
            return demand_second_factor(request)
        except SecondFactorFirst:
            return self.lead(request, otherwise=reverse("wagtailadmin_home"))

    def process_exception(self, request, exception):
        if not isinstance(exception, SecondFactorFirst):
            return None
        return self.lead(request, otherwise=on_hub("hub:my_page"))

    def lead(self, request, *, otherwise: str):
        """And back to the page, or to another where what was asked for can't be asked for again."""
        page = page_that_asks(request.user)
        way = request.get_full_path() if request.method in ("GET", "HEAD") else otherwise
        if request.node.is_national:
            return redirect(f"{reverse(page)}?{urlencode({'next': way})}")
        return redirect(on_hub(page, next_url=request.node.url(way) if way != otherwise else way))
