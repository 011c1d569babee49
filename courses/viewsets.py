from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, ObjectList
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from courses.forms import SessionForm
from courses.models import Course, Session
from hub.viewsets import HubSnippetViewSet


class CourseViewSet(HubSnippetViewSet):
    model = Course
    icon = "openquote"
    list_display = ["title", "node", "language"]
    search_fields = ["title", "summary"]
    panels = [
        FieldPanel("node"),
        FieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("language"),
        FieldPanel("audiences", widget=forms.CheckboxSelectMultiple),
        FieldPanel("product_groups"),
        FieldPanel("for_whom"),
        FieldPanel("what_you_learn"),
        FieldPanel("held_by"),
        FieldPanel("practical"),
        InlinePanel(
            "documents", heading=_("Documents"), panels=[FieldPanel("document"), FieldPanel("label")]
        ),
    ]


class SessionViewSet(HubSnippetViewSet):
    model = Session
    icon = "date"
    list_display = ["__str__", "starts_at", "form", "place", "status", "node"]
    ordering = ["-starts_at"]
    edit_handler = ObjectList(
        [
            HelpPanel(template="courses/panels/sign_ups.html", heading=_("Sign-ups")),
            FieldPanel("course", widget=forms.Select),
            FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
            FieldRowPanel([FieldPanel("form"), FieldPanel("place")]),
            FieldRowPanel([FieldPanel("capacity"), FieldPanel("sign_up_closes_at")]),
            FieldPanel("status"),
            FieldPanel("together_with"),
        ],
        base_form_class=SessionForm,
    )

    def get_queryset(self, request):
        return Session.objects.select_related("course", "node")


class CoursesGroup(SnippetViewSetGroup):
    menu_label = _("Courses")
    menu_icon = "date"
    menu_order = 210
    items = (CourseViewSet, SessionViewSet)
