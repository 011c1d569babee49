"""Sessions can be found. Those held stay out until somebody looks back for them."""

import datetime
from collections.abc import Iterable, Mapping

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from courses.enums import Form, SignUpState
from courses.models import Course, CourseDocument, Session, SignUp
from hub.enums import Language
from hub.models import Audience, Node, ProductGroup
from hub.templatetags.hub import month, when
from search.documents import LANGUAGE, PRODUCT_GROUP
from search.models import FileText
from search.queries.files import words_of
from search.registry import Document, DocumentType, Facet


def audience_names(codes: Iterable[str]) -> Mapping[str, str]:
    return {audience.code: audience.name for audience in Audience.objects.filter(code__in=list(codes))}


def choices_of(enum):
    def labels(codes: Iterable[str]) -> Mapping[str, str]:
        wanted = set(codes)
        return {choice.value: str(choice.label) for choice in enum if choice.value in wanted}

    return labels


SEATS = {
    SignUpState.OPEN.value: _("Free seats"),
    SignUpState.FULL.value: _("Waiting list"),
    SignUpState.CLOSED.value: _("Sign-up closed"),
    SignUpState.CANCELLED.value: _("Cancelled"),
    SignUpState.PAST.value: _("Held"),
}


def seat_names(codes: Iterable[str]) -> Mapping[str, str]:
    wanted = set(codes)
    return {code: str(name) for code, name in SEATS.items() if code in wanted}


def month_names(codes: Iterable[str]) -> Mapping[str, str]:
    days = {code: datetime.date.fromisoformat(f"{code}-01") for code in sorted(codes) if is_month(code)}
    return {code: month(day) for code, day in days.items()}


def is_month(code: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(f"{code}-01"))
    except ValueError:
        return False


def organiser_names(keys: Iterable[str]) -> Mapping[str, str]:
    ids = [key for key in keys if key.isascii() and key.isdigit() and len(key) < 18]
    return {str(node.pk): node.name for node in Node.objects.filter(pk__in=ids).order_by("name")}


HELD = SignUpState.PAST.value


class SessionDocuments(DocumentType):
    kind = "session"
    model = Session
    label = _("Course")
    label_plural = _("Courses")
    finder = "courses:list"
    facets = (
        PRODUCT_GROUP,
        Facet("audience", _("Audience"), labels=audience_names, ordered=True),
        Facet("form", _("Form"), labels=choices_of(Form), ordered=True),
        Facet("month", _("When"), labels=month_names, ordered=True),
        Facet("organiser", _("Organiser"), labels=organiser_names, ordered=True),
        Facet("seats", _("Seats"), labels=seat_names, ordered=True, left_out=(HELD,)),
        LANGUAGE,
    )
    plain_lookups = ("course__title", "course__summary", "place")
    attachments = {CourseDocument: "document"}
    follows = {
        CourseDocument: lambda row: sessions_of([row.course_id]),
        FileText: lambda kept: sessions_of(courses_with(kept.document_id)),
        Course: lambda course: sessions_of([course.pk]),
        SignUp: lambda sign_up: [sign_up.session_id],
    }

    def queryset(self):
        # Once for each batch of rows, not for each session.
        self.codes_by_path = dict(ProductGroup.objects.values_list("path", "code"))
        sessions = Session.objects.public().order_by("-starts_at", "-pk").with_seats()
        return sessions.select_related("course", "node").prefetch_related(
            "course__audiences",
            "course__product_groups",
            "course__documents__document__file_text",
            "co_organisers",
        )

    def document(self, session):
        course, language = session.course, session.course.language
        texts = [course.for_whom, course.what_you_learn, course.held_by, course.practical, session.place]
        return Document(
            key=str(session.pk),
            title={language: course.title},
            summary={language: course.summary},
            body={language: "\n".join(texts)},
            attached=attached_to(course),
            route=("courses:session", {"pk": session.pk, "slug": session.slug}),
            node_id=session.node_id,
            facets={
                "product_group": [
                    code for group in course.product_groups.all() for code in self.with_ancestors(group)
                ],
                "audience": [audience.code for audience in course.audiences.all()],
                "form": [session.form],
                "month": months_of(session),
                "organiser": [str(session.node_id), *(str(node.pk) for node in session.co_organisers.all())],
                "seats": [session.state_at(timezone.now()).value],
                "language": [language],
            },
            # Until the evening of the last day it is one that is coming.
            day=timezone.localdate(session.ends_at),
            note={code: when_and_where(session, code) for code in Language.values},
        )

    def with_ancestors(self, group) -> list[str]:
        step = ProductGroup.steplen
        return [self.codes_by_path[group.path[:end]] for end in range(step, len(group.path) + 1, step)]


def attached_to(course: Course) -> dict[str, str]:
    texts = [words_of(row.document) for row in course.documents.all()]
    return {course.language: "\n".join(texts)} if any(texts) else {}


def courses_with(document_id: int) -> list[int]:
    rows = CourseDocument.objects.filter(document=document_id)
    return list(rows.values_list("course_id", flat=True))


def sessions_of(course_ids: Iterable[int]) -> list[int]:
    rows = Session.objects.filter(course__in=list(course_ids))
    return list(rows.values_list("pk", flat=True))


def months_of(session: Session) -> list[str]:
    days = (timezone.localdate(moment) for moment in (session.starts_at, session.ends_at))
    return list(dict.fromkeys(f"{day:%Y-%m}" for day in days))


def when_and_where(session: Session, language: str) -> str:
    with override(language):
        moment = str(when(session.starts_at, session.ends_at))
        return f"{moment[:1].upper()}{moment[1:]} · {session.place or session.get_form_display()}"
