from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from courses.models import Course
from courses.services.sign_ups import Participant
from hub.enums import Permission
from hub.models import Node
from hub.permissions import nodes_with_permission


class SignUpForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name, so that the organiser knows who comes.")},
    )
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        help_text=_("We send the confirmation here, and a link to sign off."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Write your e-mail address, so that we can confirm."),
            "invalid": _("Write the e-mail address like this: name@municipality.no."),
        },
    )
    organisation = forms.CharField(
        label=_("Where you work"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    # Hidden from people: what fills it in is not one.
    website = forms.CharField(
        required=False, label=_("Leave this empty"), widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    @property
    def is_filled_by_robot(self) -> bool:
        return bool(self.data.get("website"))

    def participant(self, language: str) -> Participant:
        return Participant(
            name=self.cleaned_data["name"],
            email=self.cleaned_data["email"],
            organisation=self.cleaned_data["organisation"],
            language=language,
        )


class SignOffForm(forms.Form):
    """Nothing to fill in: the address says who, the button says yes."""


class SessionForm(WagtailAdminModelForm):
    """What an organiser fills in; another node's course can't be chosen, by typing its number either."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        courses = Course.objects.filter(
            node__in=nodes_with_permission(self.for_user, Permission.EDIT_COURSES)
        )
        if self.instance.pk:
            # The sign-ups are the node's, so a session never moves to another.
            courses = courses.filter(node=self.instance.node)
        self.fields["course"].queryset = courses
        self.fields["co_organisers"].queryset = Node.objects.writable()

    def clean(self):
        cleaned = super().clean()
        course, others = cleaned.get("course"), cleaned.get("co_organisers")
        if course and others and course.node in others:
            self.add_error("co_organisers", _("The node itself is the organiser. Choose only the others."))
        return cleaned
