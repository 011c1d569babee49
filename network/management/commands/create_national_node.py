from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from hub.enums import Language, NodeKind, NodeStatus, Role
from hub.models import User
from hub.services.memberships import grant_membership
from hub.services.nodes import NodeRefused, NodeSpec, create_node


class Command(BaseCommand):
    help = "Make the national site and its first network administrator. Twice changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("--name", default="Knutepunktene", help="What the national site is called.")
        parser.add_argument("--contact-role", required=True, help="A role, not a person's name.")
        parser.add_argument("--contact-email", required=True)
        parser.add_argument("--administrator", required=True, help="The e-mail to sign in with.")

    def handle(self, *, administrator, **options):
        email = User.objects.normalise(administrator)
        try:
            validate_email(email)
        except ValidationError:
            raise CommandError(f"“{administrator}” is no e-mail address.") from None
        with transaction.atomic():
            node = self.national_node(options)
            user = User.objects.filter(email=email).first() or self.new_user(email)
            grant_membership(user=user, node=node, role=Role.NETWORK_ADMINISTRATOR, by=None)
        self.stdout.write(f"The national site: {node.url()}")
        self.stdout.write(f"{email} chooses a password at {node.url(reverse('account_reset_password'))}")

    def national_node(self, options):
        spec = NodeSpec(
            slug="hub",
            kind=NodeKind.NATIONAL,
            name=options["name"],
            county=None,
            host_organisation=None,
            status=NodeStatus.ACTIVE,
            launched_date=timezone.localdate(),
            other_languages=[code for code in Language.values if code != Language.BOKMAL],
            contact_role=options["contact_role"],
            contact_email=options["contact_email"],
        )
        try:
            return create_node(spec, by=None, on=timezone.localdate())[0]
        except NodeRefused as refused:
            raise CommandError("\n".join(refused.reasons.values())) from None

    def new_user(self, email):
        # Whoever can run this command vouches for the address; the password comes by mail to it.
        user = User.objects.create_user(email)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
        return user
