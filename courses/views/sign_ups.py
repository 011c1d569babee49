from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from courses.forms import SignOffForm, SignUpForm
from courses.permissions import RECEIPT, SIGN_OFF, receipt_token, sign_up_pk
from courses.queries import sign_up_in
from courses.services.sign_ups import NodeClosed, SessionCancelled, SignUpRefused, sign_off, sign_up
from courses.views.sessions import OfSession
from hub.views.throttle import is_throttled


@method_decorator(never_cache, name="dispatch")
class SignUpPage(OfSession, FormView):
    """The form has its own address, so that those who only read get no cookie."""

    form_class = SignUpForm
    template_name = "courses/sign_up.html"

    def form_valid(self, form):
        email = form.cleaned_data["email"]
        if form.is_filled_by_robot or is_throttled(self.request, "sign_up", email=email):
            told = _("We could not take this sign-up now. Wait a while and try again.")
            return self.refused(form, told, 429)
        try:
            place = sign_up(session=self.session, by=form.participant(get_language()), at=self.now)
        except SignUpRefused as reason:
            return self.refused(form, why(reason), 409)
        return redirect("courses:receipt", token=receipt_token(place))

    def refused(self, form, message, status):
        form.add_error(None, message)
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def breadcrumbs(self):
        return [*super().breadcrumbs(), (_("Sign up"), None)]


def why(reason: SignUpRefused) -> str:
    if isinstance(reason, SessionCancelled):
        return _("The session has been cancelled, so nobody can sign up.")
    if isinstance(reason, NodeClosed):
        return _("This node is closed and takes no more sign-ups.")
    return _("Sign-up has closed. Contact the organiser if you still want to come.")


class OfSignUp:
    """Loads the sign-up that a signed address names."""

    salt: str

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.sign_up = sign_up_in(request.node, sign_up_pk(kwargs["token"], salt=self.salt))
        if self.sign_up is None:
            raise Http404

    def get_context_data(self, **kwargs):
        session = self.sign_up.session
        return super().get_context_data(
            sign_up=self.sign_up,
            session=session,
            course=session.course,
            breadcrumbs=[
                (_("Courses"), reverse("courses:list")),
                (session.course.title, session.get_absolute_url(), session.course.language),
            ],
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class Receipt(OfSignUp, TemplateView):
    salt = RECEIPT
    template_name = "courses/receipt.html"


@method_decorator(never_cache, name="dispatch")
class SignOffPage(OfSignUp, FormView):
    salt = SIGN_OFF
    form_class = SignOffForm
    template_name = "courses/sign_off.html"

    def form_valid(self, form):
        sign_off(sign_up=self.sign_up, at=timezone.now())
        return redirect(self.request.path)
