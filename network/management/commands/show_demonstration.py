from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import translation

from hub.models import Node
from network.services.demonstration.people import PASSWORD, sign_ins


class Command(BaseCommand):
    help = "Print the demonstration's addresses and sign-ins."

    def handle(self, **options):
        if settings.HUB.is_production:
            self.stderr.write("There is no demonstration in production.")
            return
        with translation.override("en"):
            self.show_addresses()
            self.show_sign_ins()

    def show_addresses(self):
        nodes = Node.objects.select_related("site")
        national = nodes.national()
        self.stdout.write(f"\nThe hub      {national.url()}")
        for node in nodes.counties().order_by("slug"):
            self.stdout.write(f"  {node.slug:<16} {node.get_status_display():<10} {node.url()}")

    def show_sign_ins(self):
        address = settings.HUB.base_url + reverse("account_login")
        self.stdout.write(f"\nSign in at {address} with the password {PASSWORD}")
        for entry in sign_ins():
            place = "national" if entry.place == "hub" else entry.place
            self.stdout.write(f"  {entry.email:<42} {entry.role}{f', {place}' if place else ''}")
