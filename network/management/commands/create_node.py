import datetime

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from hub.enums import Language, NodeStatus, NodeTheme
from hub.models import County, Organisation
from hub.services.nodes import NodeRefused, NodeSpec, create_node
from network.services.nodes import preview_node


class Command(BaseCommand):
    help = "Make a county's node: site, pages, collections, groups and workflow. Twice changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="Short name in addresses, like troms or more-og-romsdal.")
        parser.add_argument("--county", help="The county's short name. Same as the node's where left out.")
        parser.add_argument("--name", help="“Knutepunkt” and the county where left out.")
        parser.add_argument(
            "--host-organisation", required=True, help="The name of the body that runs the node."
        )
        parser.add_argument("--language", choices=Language.values, default=Language.BOKMAL)
        parser.add_argument("--status", choices=NodeStatus.values, default=NodeStatus.PLANNED)
        parser.add_argument("--theme", choices=NodeTheme.values, default=NodeTheme.BLUE)
        parser.add_argument("--phase", type=int, choices=[1, 2])
        parser.add_argument("--launched", type=datetime.date.fromisoformat, help="Like 2026-11-16.")
        parser.add_argument("--contact-role", default="")
        parser.add_argument("--contact-email", default="")
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be made, and make nothing."
        )

    def handle(self, *, dry_run, **options):
        today = timezone.localdate()
        with translation.override("en"):
            spec = self.spec(options, today)
            try:
                if dry_run:
                    self.tell(preview_node(spec, by=None, on=today))
                    return
                node, is_new = create_node(spec, by=None, on=today)
            except NodeRefused as refused:
                raise CommandError("\n".join(refused.reasons.values())) from None
        self.stdout.write(
            f"{node} is made: {node.url()}" if is_new else f"{node} stood there already: nothing changed."
        )

    def spec(self, options, today):
        county = self.county(options["county"] or options["slug"], today)
        return NodeSpec(
            slug=options["slug"],
            name=options["name"] or f"Knutepunkt {county}",
            county=county,
            host_organisation=self.host(options["host_organisation"], county),
            main_language=options["language"],
            status=options["status"],
            theme=options["theme"],
            phase=options["phase"],
            launched_date=options["launched"],
            contact_role=options["contact_role"],
            contact_email=options["contact_email"],
        )

    def county(self, slug, today):
        """Today's county, or a former one, which the service refuses with the names of its heirs."""
        counties = County.objects.filter(slug=slug) | County.objects.filter(name__iexact=slug)
        county = counties.in_force(today).first() or counties.order_by("-valid_from").first()
        if county is None:
            known = ", ".join(County.objects.in_force(today).values_list("slug", flat=True))
            raise CommandError(f"There is no county “{slug}”. Write one of: {known}.")
        return county

    def host(self, name, county):
        found = Organisation.objects.filter(name__iexact=name)
        host = found.filter(county=county).first() or found.first()
        if host is None:
            raise CommandError(
                f"There is no organisation “{name}”. Register it in the admin first, then try again."
            )
        return host

    def tell(self, preview):
        if not preview.is_new:
            self.stdout.write("It is there already: nothing would change.")
            return
        self.stdout.write(f"Would be made at {preview.address}")
        self.stdout.write(f"  collections: {', '.join(preview.collections)}")
        self.stdout.write(f"  groups: {', '.join(preview.roles)}")
        self.stdout.write("This was a dry run: nothing is saved.")
