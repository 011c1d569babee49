from collections.abc import Mapping

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from courses.enums import SessionStatus
from courses.models import Course
from courses.services.sign_ups import Participant
from courses.services.together import ask_nodes
from hub.enums import Permission
from hub.forms.choices import RowsField
from hub.forms.strangers import StrangersForm
from hub.models import Node
from hub.permissions import nodes_with_permission


class SignUpForm(StrangersForm):
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

    def participant(self, language: str) -> Participant:
        return Participant(
            name=self.cleaned_data["name"],
            email=self.cleaned_data["email"],
            organisation=self.cleaned_data["organisation"],
            language=language,
        )


class SignOffForm(forms.Form):
    """Nothing to fill in: the address says who, the button says yes."""


class NodesAskedField(RowsField):
    """Nodes by name, with what each has answered."""

    widget = forms.CheckboxSelectMultiple
    answers: Mapping[int, str] = {}

    def label_from_instance(self, node):
        answer = self.answers.get(node.pk)
        return f"{node.name} ({answer})" if answer else node.name


class SessionForm(WagtailAdminModelForm):
    """What an organiser fills in; another node's course can't be chosen, by typing its number either."""

    together_with = NodesAskedField(
        Node.objects.none(),
        label=_("Held together with"),
        help_text=_(
            "These nodes are asked, and the session stands on their sites once they say yes. "
            "They don't see who has signed up."
        ),
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        courses = Course.objects.filter(
            node__in=nodes_with_permission(self.for_user, Permission.EDIT_COURSES)
        )
        if self.instance.pk:
            # The sign-ups are the node's, so a session never moves to another.
            courses = courses.filter(node=self.instance.node)
            self.show_answers(self.fields["together_with"])
        else:
            self.initial["status"] = SessionStatus.DRAFT
        self.fields["course"].queryset = courses
        self.fields["together_with"].queryset = Node.objects.writable()

    def show_answers(self, field):
        requests = self.instance.requests.all()
        partners = set(self.instance.co_organisers.values_list("pk", flat=True))
        field.answers = {request.node_id: request.get_answer_display().lower() for request in requests}
        self.initial["together_with"] = list(partners | set(field.answers))

    def clean(self):
        cleaned = super().clean()
        course, others = cleaned.get("course"), cleaned.get("together_with")
        if course and others and course.node in others:
            self.add_error("together_with", _("The node itself is the organiser. Choose only the others."))
        return cleaned

    def save(self, commit=True):
        session = super().save(commit=commit)
        if commit:
            nodes = self.cleaned_data["together_with"]
            ask_nodes(session=session, nodes=nodes, by=self.for_user, at=timezone.now())
        return session
