"""Following a criterion or a product group by e-mail."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from criteria_library.forms.readers import FollowForm
from criteria_library.queries.criteria import criterion_or_404
from criteria_library.services.following import (
    confirm_following,
    follow_to_confirm,
    follow_to_stop,
    start_following,
    stop_everything,
    stop_following,
)
from hub.models import ProductGroup
from hub.views.throttle import is_throttled


@method_decorator(never_cache, name="dispatch")
class FollowCriterion(View):
    def setup(self, request, identifier):
        super().setup(request, identifier=identifier)
        self.criterion = criterion_or_404(identifier)
        self.name = self.criterion.identifier
        self.address = self.criterion.get_absolute_url()

    def followed(self) -> dict:
        return {"criterion": self.criterion}

    def get(self, request, **kwargs):
        email = request.user.email if request.user.is_authenticated else ""
        return self.show(request, FollowForm(initial={"email": email}))

    def post(self, request, **kwargs):
        form = FollowForm(request.POST)
        if form.is_filled_by_robot:
            return self.asked(request, confirmed=False)
        if not form.is_valid():
            return self.show(request, form, status=422)
        by = request.user if request.user.is_authenticated else None
        email = form.cleaned_data["email"]
        is_own = by is not None and by.email.lower() == email.strip().lower()
        if is_throttled(request, "criteria_library.follow", email="" if is_own else email):
            form.add_error(None, _("We could not take this now. Wait a while and try again."))
            return self.show(request, form, status=429)
        start_following(
            email=email,
            node=request.node,
            language=get_language(),
            at=timezone.now(),
            by=by,
            **self.followed(),
        )
        # Whether somebody else's address follows already is nobody's business.
        return self.asked(request, confirmed=is_own)

    def asked(self, request, *, confirmed: bool):
        return redirect(f"{self.address_of_thanks()}?{'ja' if confirmed else 'post'}")

    def address_of_thanks(self) -> str:
        return reverse("criteria_library:follow_asked")

    def show(self, request, form, status=200):
        context = {
            "form": form,
            "name": self.name,
            "address": self.address,
            **self.followed(),
            "breadcrumbs": [(_("Criteria"), reverse("criteria_library:list")), (self.name, self.address)],
        }
        return render(request, "criteria_library/following/form.html", context, status=status)


class FollowGroup(FollowCriterion):
    def setup(self, request, code):
        View.setup(self, request, code=code)
        self.group = get_object_or_404(ProductGroup, code=code)
        self.name = self.group.name
        self.address = reverse("criteria_library:group", args=[code])

    def followed(self) -> dict:
        return {"group": self.group}


@never_cache
def follow_asked(request):
    context = {
        "confirmed": "ja" in request.GET,
        "breadcrumbs": [(_("Criteria"), reverse("criteria_library:list"))],
    }
    return render(request, "criteria_library/following/asked.html", context)


@method_decorator(never_cache, name="dispatch")
class ConfirmFollow(View):
    """A button, since mail programs open links by themselves to look at them."""

    def get(self, request, token):
        return show_follow(request, follow_to_confirm(token), "criteria_library/following/confirm.html")

    def post(self, request, token):
        follow = follow_to_confirm(token)
        if follow:
            confirm_following(follow=follow, at=timezone.now())
        return show_follow(request, follow, "criteria_library/following/confirm.html")


@method_decorator([never_cache, csrf_exempt], name="dispatch")
class StopFollowing(View):
    """The signed address is the key; mail programs press it with no page open (RFC 8058)."""

    template_name = "criteria_library/following/stop.html"

    def get(self, request, token):
        return show_follow(request, follow_to_stop(token), self.template_name)

    def post(self, request, token):
        follow = follow_to_stop(token)
        if follow and "alt" in request.GET:
            stop_everything(follow=follow)
        elif follow:
            stop_following(follow=follow)
        if request.POST.get("List-Unsubscribe") == "One-Click":
            return HttpResponse()
        return show_follow(request, follow, self.template_name, stopped=True)


def show_follow(request, follow, template, **more):
    """An address that holds no longer says so, with what to do; whoever stopped already has stopped."""
    if follow is not None and follow.asked_on_id != request.node.pk:
        raise Http404
    context = {
        "follow": follow,
        "everything": "alt" in request.GET,
        "breadcrumbs": [(_("Criteria"), reverse("criteria_library:list"))],
        **more,
    }
    return render(request, template, context)
