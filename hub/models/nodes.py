"""The tenants. Everything that is somebody's belongs to a node."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, Site

from hub.enums import Language, NodeKind, NodeStatus, NodeTheme, Role, RolloutPhase
from hub.managers import NodeQuerySet
from hub.models.geography import County, Organisation


class Node(models.Model):
    """A county's hub, or the national level. Each has a Wagtail site, a page tree and two collections."""

    slug = models.SlugField(_("short name in addresses"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    tagline = models.CharField(_("line under the name"), max_length=120, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=NodeKind, default=NodeKind.COUNTY)
    site = models.OneToOneField(Site, on_delete=models.PROTECT, related_name="node")
    county = models.ForeignKey(County, on_delete=models.PROTECT, null=True, blank=True, related_name="nodes")
    host_organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="hosted_nodes",
        verbose_name=_("host organisation"),
    )
    phase = models.PositiveSmallIntegerField(_("rollout phase"), choices=RolloutPhase, null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=NodeStatus, default=NodeStatus.PLANNED)
    launched_date = models.DateField(_("launched"), null=True, blank=True)
    closed_date = models.DateField(_("closed"), null=True, blank=True)
    main_language = models.CharField(
        _("main language"), max_length=2, choices=Language, default=Language.BOKMAL
    )
    other_languages = models.JSONField(_("other languages"), default=list, blank=True)
    contact_role = models.CharField(_("contact (role)"), max_length=80, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=30, blank=True)
    theme = models.CharField(_("colour"), max_length=12, choices=NodeTheme, default=NodeTheme.BLUE)
    picture = models.ForeignKey(
        "hub.Picture",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    image_collection = models.OneToOneField(Collection, on_delete=models.PROTECT, related_name="+")
    document_collection = models.OneToOneField(Collection, on_delete=models.PROTECT, related_name="+")

    objects = NodeQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "name"]
        verbose_name = _("node")
        verbose_name_plural = _("nodes")
        constraints = [
            models.UniqueConstraint(
                fields=["kind"], condition=Q(kind=NodeKind.NATIONAL), name="one_national_node"
            ),
            models.UniqueConstraint(
                fields=["county"], condition=~Q(status=NodeStatus.CLOSED), name="one_open_node_for_a_county"
            ),
            models.CheckConstraint(
                condition=Q(kind=NodeKind.NATIONAL, county=None)
                | Q(kind=NodeKind.COUNTY, county__isnull=False),
                name="county_nodes_have_a_county",
            ),
            models.CheckConstraint(
                condition=~Q(status=NodeStatus.CLOSED) | Q(closed_date__isnull=False),
                name="closed_nodes_say_when",
            ),
        ]

    def __str__(self):
        return self.name

    def clean(self):
        unknown = set(self.other_languages) - set(Language.values)
        if unknown or self.main_language in self.other_languages:
            raise ValidationError({"other_languages": _("Choose languages other than the main one.")})

    @property
    def is_national(self) -> bool:
        return self.kind == NodeKind.NATIONAL

    @property
    def is_read_only(self) -> bool:
        return self.status == NodeStatus.CLOSED

    @property
    def host(self) -> str:
        return self.site.hostname

    def url(self, path: str = "/") -> str:
        """The absolute address of a path on this node's own host, with the port people reach it by."""
        return f"{settings.HUB.scheme}://{self.host}{settings.HUB.port_suffix}{path}"


class NodeOwned(models.Model):
    """A row that belongs to one node; lists of it are scoped by `hub.permissions`."""

    node = models.ForeignKey(
        Node, on_delete=models.PROTECT, related_name="%(class)ss", verbose_name=_("node")
    )

    class Meta:
        abstract = True


class NodeGroup(models.Model):
    """Ties a Wagtail group to what it is for, so that nothing depends on a group's name."""

    node = models.ForeignKey(Node, on_delete=models.CASCADE, related_name="groups")
    role = models.CharField(max_length=30, choices=Role)
    group = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="node_group")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["node", "role"], name="one_group_for_a_role_in_a_node")
        ]

    def __str__(self):
        return f"{self.node} – {self.get_role_display()}"
