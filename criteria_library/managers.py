from django.db.models import QuerySet

from criteria_library.enums import READABLE, Status


class VersionNeverChanges(Exception):
    """A published version is what buyers have cited, so nothing may touch it."""


class CriterionQuerySet(QuerySet):
    def published(self):
        """What buyers may use today."""
        return self.filter(status=Status.PUBLISHED)

    def readable(self):
        """Published ones, and withdrawn ones, which stay readable with a banner."""
        return self.filter(status__in=READABLE)

    def in_group(self, group):
        """In the product group or in one below it."""
        placed = self.model.product_groups.through.objects.filter(productgroup__path__startswith=group.path)
        return self.filter(pk__in=placed.values("criterion"))


class DraftQuerySet(QuerySet):
    def open(self):
        """Being worked on: neither published nor put aside."""
        return self.filter(version=None, dropped_at=None)

    def with_story(self):
        """What a draft's stage and steps are read from."""
        texts = ("criterion__texts", "criterion__current_version__texts")
        rows = self.select_related("criterion__latest_revision", "proposal__node", "approval", "version")
        return rows.prefetch_related(*texts, "heard__hearing")


class CommentQuerySet(QuerySet):
    def confirmed(self):
        """Those that count. Nobody is shown the others."""
        return self.filter(confirmed_at__isnull=False)

    def unanswered(self):
        """A comment that was taken from view needs no answer."""
        return self.confirmed().filter(outcome="", removed_at=None)


class ImmutableQuerySet(QuerySet):
    """Rows that are written once."""

    def update(self, **values):
        raise VersionNeverChanges

    def bulk_update(self, *args, **options):
        raise VersionNeverChanges

    def delete(self):
        raise VersionNeverChanges
