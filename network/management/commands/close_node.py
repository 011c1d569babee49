from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation

from courses.models import Session
from hub.models import Membership, Node
from hub.services.nodes import close_node
from network.enums import ReportStatus
from network.models import Report


class Command(BaseCommand):
    help = (
        "Close a county's node: its pages stay readable and say so, and nobody can write in it any more. "
        "Exit code 0 when it is closed, also when it was before; 1 when there is no such node to close."
    )

    def add_arguments(self, parser):
        parser.add_argument("slug", help="Short name in addresses, like troms or more-og-romsdal.")
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would be closed, and close nothing."
        )

    def handle(self, *, slug, dry_run, **options):
        node = self.node(slug)
        if node.is_read_only:
            self.stdout.write(f"{node} was closed on {node.closed_date}: nothing changed.")
            return
        if dry_run:
            self.tell(node)
            return
        with translation.override("en"):
            close_node(node, by=None, on=timezone.localdate())
        self.stdout.write(f"{node} is closed. Its pages can still be read at {node.url()}")

    def node(self, slug) -> Node:
        node = Node.objects.counties().select_related("site").filter(slug=slug).first()
        if node is None:
            known = ", ".join(Node.objects.counties().writable().values_list("slug", flat=True))
            raise CommandError(
                f"There is no county's node “{slug}”. Write one of: {known or 'none is open'}."
            )
        return node

    def tell(self, node):
        people = Membership.objects.filter(node=node).values("user").distinct().count()
        sessions = Session.objects.public().filter(node=node).coming(timezone.now()).count()
        drafts = Report.objects.filter(node=node, status=ReportStatus.DRAFT).count()
        self.stdout.write(f"Would be closed: {node}, {node.url()}")
        self.stdout.write(f"  people who could no longer write: {people}")
        self.stdout.write(f"  coming sessions that nobody could sign up for: {sessions}")
        self.stdout.write(f"  reports that would stay drafts: {drafts}")
        self.stdout.write("This was a dry run: nothing is saved.")
