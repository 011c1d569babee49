"""Coming sessions can be found; those held are left to the calendar's look back."""

from collections.abc import Iterable, Mapping

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from courses.enums import Form
from courses.models import Course, Session
from hub.enums import Language
from hub.models import Audience, ProductGroup
from hub.templatetags.hub import when
from search.documents import PRODUCT_GROUP
from search.registry import Document, DocumentType, Facet


def audience_names(codes: Iterable[str]) -> Mapping[str, str]:
    return {audience.code: audience.name for audience in Audience.objects.filter(code__in=list(codes))}


def form_names(codes: Iterable[str]) -> Mapping[str, str]:
    wanted = set(codes)
    return {form.value: str(form.label) for form in Form if form.value in wanted}


class SessionDocuments(DocumentType):
    kind = "session"
    model = Session
    label = _("Course")
    label_plural = _("Courses")
    facets = (
        PRODUCT_GROUP,
        Facet("audience", _("Audience"), labels=audience_names, ordered=True),
        Facet("form", _("Form"), labels=form_names, ordered=True),
    )
    plain_lookups = ("course__title", "course__summary", "place")
    follows = {Course: lambda course: course.sessions.values_list("pk", flat=True)}

    def queryset(self):
        # Once for each batch of rows, not for each session.
        self.codes_by_path = dict(ProductGroup.objects.values_list("path", "code"))
        sessions = Session.objects.public().coming(timezone.now())
        return sessions.select_related("course").prefetch_related(
            "course__audiences", "course__product_groups"
        )

    def document(self, session):
        course, language = session.course, session.course.language
        texts = [course.for_whom, course.what_you_learn, course.held_by, course.practical, session.place]
        return Document(
            key=str(session.pk),
            title={language: course.title},
            summary={language: course.summary},
            body={language: "\n".join(texts)},
            route=("courses:session", {"pk": session.pk, "slug": session.slug}),
            node_id=session.node_id,
            facets={
                "product_group": [
                    code for group in course.product_groups.all() for code in self.with_ancestors(group)
                ],
                "audience": [audience.code for audience in course.audiences.all()],
                "form": [session.form],
            },
            day=timezone.localdate(session.starts_at),
            note={code: when_and_where(session, code) for code in Language.values},
        )

    def with_ancestors(self, group) -> list[str]:
        step = ProductGroup.steplen
        return [self.codes_by_path[group.path[:end]] for end in range(step, len(group.path) + 1, step)]


def when_and_where(session: Session, language: str) -> str:
    with override(language):
        moment = str(when(session.starts_at, session.ends_at))
        return f"{moment[:1].upper()}{moment[1:]} · {session.place or session.get_form_display()}"
