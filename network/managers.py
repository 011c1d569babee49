import datetime

from django.db.models import QuerySet

from network.enums import HANDED_IN


class MeetingQuerySet(QuerySet):
    def coming(self, now: datetime.datetime):
        return self.filter(starts_at__gte=now).order_by("starts_at")

    def held(self, now: datetime.datetime):
        return self.filter(starts_at__lt=now).order_by("-starts_at")

    def with_published_minutes(self):
        return self.filter(minutes_published_date__isnull=False)


class ReportFormQuerySet(QuerySet):
    def opened(self, day: datetime.date):
        return self.filter(opens_date__lte=day)


class ReportQuerySet(QuerySet):
    def handed_in(self):
        return self.filter(status__in=HANDED_IN)
