import datetime

from django.conf import settings
from django.contrib.auth.models import BaseUserManager
from django.core.cache import cache
from django.db.models import Q, QuerySet

from hub.enums import Language, NodeKind, NodeStatus

# By address, since a cache on disk outlives a start on another port.
SITES = f"hub.sites.{settings.HUB.base_url}"


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=self.normalise(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        return self.get(email=self.normalise(email))

    @staticmethod
    def normalise(email):
        """Addresses are compared without regard to case, so they are stored in lower case."""
        return (email or "").strip().lower()


class CountyQuerySet(QuerySet):
    def in_force(self, day: datetime.date):
        return self.filter(valid_from__lte=day).filter(Q(valid_to=None) | Q(valid_to__gte=day))


class NodeQuerySet(QuerySet):
    def national(self):
        return self.select_related("site").get(kind=NodeKind.NATIONAL)

    def counties(self):
        return self.filter(kind=NodeKind.COUNTY)

    def writable(self):
        return self.exclude(status=NodeStatus.CLOSED)

    def root_url_and_language(self, site_id: int) -> tuple[str, str]:
        """A site's root address and main language, from the cache until a node is saved."""
        found = cache.get(SITES)
        if found is None or site_id not in found:
            nodes = self.select_related("site")
            found = {node.site_id: (node.url(""), node.main_language) for node in nodes}
            cache.set(SITES, found, 3600)
        return found.get(site_id, ("", Language.BOKMAL))
