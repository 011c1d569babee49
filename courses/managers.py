from django.db.models import Count, Q, QuerySet

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
        together = self.model.co_organisers.through.objects.filter(node_id=node.pk)
        return self.filter(Q(node=node) | Q(pk__in=together.values("session_id")))

    def with_seats(self):
        return self.annotate(
            confirmed_count=Count("sign_ups", filter=Q(sign_ups__status=SignUpStatus.CONFIRMED)),
            waiting_count=Count("sign_ups", filter=Q(sign_ups__status=SignUpStatus.WAITING)),
        )

    def with_page(self):
        """With all that a row in a list and a session's page show."""
        return self.with_seats().select_related("course", "node__site").prefetch_related(
            "co_organisers", "course__audiences"
        )


class SignUpQuerySet(QuerySet):
    def standing(self):
        return self.exclude(status=SignUpStatus.CANCELLED)

    def in_turn(self):
        """In the order in which they signed up, which is the order of the waiting list."""
        return self.order_by("signed_up_at", "pk")
