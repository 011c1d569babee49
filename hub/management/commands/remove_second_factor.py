from django.core.management import BaseCommand, CommandError

from hub.models import User
from hub.services.second_factor import remove_second_factor


class Command(BaseCommand):
    help = "Takes away the app, passkeys and recovery codes of one who has lost them. Make sure it is they."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *, email, **options):
        user = User.objects.filter(email__iexact=email).first()
        if user is None:
            raise CommandError(f"Nobody has an account with {email}.")
        count = remove_second_factor(user=user, by=None)
        self.stdout.write(f"{count} taken away. They sign in with password or code, and set up a new one.")
