from django.core.management import BaseCommand, CommandError

from hub.services.encryption import renew_secrets


class Command(BaseCommand):
    help = (
        "Encrypts with the first of HUB_ENCRYPTION_KEYS the secrets of second factors that lie under an "
        "older key or under none. Run it when the key is changed; each night does so too."
    )

    def handle(self, **options):
        renewal = renew_secrets()
        self.stdout.write(
            f"second factors: {renewal.kept} were under the first key, {renewal.renewed} are encrypted anew"
        )
        if renewal.unreadable:
            raise CommandError(
                f"{renewal.unreadable} can't be read with any of HUB_ENCRYPTION_KEYS: is an old key missing?"
            )
