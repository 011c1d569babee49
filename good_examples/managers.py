from django.db.models import QuerySet


class ExampleQuerySet(QuerySet):
    def published(self):
        return self.filter(live=True)

    def newest(self):
        return self.order_by("-first_published_at", "-pk")

    def in_group(self, group):
        """In the product group or in one below it."""
        return self.filter(product_group__path__startswith=group.path)

    def from_counties(self, county_pks):
        return self.filter(county__in=county_pks)

    def from_abroad(self):
        return self.filter(county=None)

    def with_row(self):
        """With all that a list shows."""
        return self.select_related("node__site", "product_group", "county").prefetch_related("criteria")
