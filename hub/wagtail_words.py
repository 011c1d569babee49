"""Words on every editing page that Wagtail has no Norwegian for. To stand here is to be in our catalogues."""

from django.utils.translation import gettext_noop as _

WORDS = [_("Search…"), _("Search all pages…")]
