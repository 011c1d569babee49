from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from courses.enums import PUBLIC, SignUpStatus


class SessionQuerySet(QuerySet):
    def public(self):
        return self.filter(status__in=PUBLIC)

    def coming(self, at):
        return self.filter(ends_at__gte=at).order_by("starts_at", "pk")

    def past(self, at):
        return self.filter(ends_at__lt=at).order_by("-starts_at", "-pk")

    def held_by(self, node):
        """The node's own sessions and those it holds together with another."""
        return self.filter(Q(node=node) | Q(pk__in=node.co_organised_sessions.values("pk")))

    def with_seats(self):
        """Counted beside the rows and not by a join, so that a list counts only what it shows."""
        return self.annotate(
            confirmed_count=self.how_many(SignUpStatus.CONFIRMED),
            waiting_count=self.how_many(SignUpStatus.WAITING),
        )

    def how_many(self, status):
        sign_ups = self.model._meta.get_field("sign_ups").related_model.objects
        found = sign_ups.filter(session=OuterRef("pk"), status=status).order_by().values("session")
        counted = found.annotate(count=Count("pk")).values("count")
        return Coalesce(Subquery(counted, output_field=IntegerField()), 0)

    def with_page(self):
        """With all that a row in a list and a session's page show."""
        return (
            self.with_seats()
            .select_related("course", "node__site", "node__county")
            .prefetch_related("co_organisers__county", "course__audiences")
        )


class SignUpQuerySet(QuerySet):
    def standing(self):
        return self.exclude(status=SignUpStatus.CANCELLED)

    def in_turn(self):
        """In the order in which they signed up, which is the order of the waiting list."""
        return self.order_by("signed_up_at", "pk")
