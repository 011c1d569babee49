"""Rules of form for single values."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, validate_email
from django.utils.translation import gettext_lazy as _

LONGEST_EMAIL = 254
WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)

RESERVED_SLUGS = {
    "admin", "api", "demo", "dokumenter", "eksempler", "en", "finn-knutepunkt", "healthz", "htmx",
    "kart", "knutepunkter", "konto", "kriterier", "kurs", "logg", "media", "medlemmer", "nasjonalt",
    "nb", "nettverk", "nn", "om-oss", "personvern", "rapporter", "readyz", "robots.txt", "roller", "rss",
    "sitemap.xml", "sok", "static", "stil", "styringsgruppe", "sv", "tilgjengelighet", "utrulling",
}  # fmt: skip


def validate_organisation_number(value: str) -> None:
    """Nine digits; the last is the control digit by modulus 11, as Brønnøysundregistrene assign them."""
    digits = [int(character) for character in value if character.isdigit()]
    if len(digits) != 9 or len(value) != 9:
        raise ValidationError(
            _("Write the organisation number with nine digits, like 974760673."), code="length"
        )
    remainder = sum(weight * digit for weight, digit in zip(WEIGHTS, digits, strict=False)) % 11
    if (11 - remainder) % 11 != digits[8]:
        raise ValidationError(
            _("The organisation number's last digit does not match the others. Check the number."),
            code="control_digit",
        )


def validate_page_slug(slug: str) -> None:
    """Sections have fixed addresses on every site, so a page beside them can't take theirs."""
    if slug in RESERVED_SLUGS:
        raise ValidationError(
            _("The address “%(slug)s” belongs to a fixed section. Choose another.") % {"slug": slug},
            code="reserved",
        )


def validate_kept_email(value: str) -> None:
    """An address as our columns hold it: Django lets longer ones pass, which PostgreSQL refuses."""
    validate_email(value)
    if len(value) > LONGEST_EMAIL:
        raise ValidationError(EmailValidator.message, code="invalid")


class LongEnough(MinimumLengthValidator):
    """Django's rule, whose words it doesn't have in Norwegian."""

    def get_error_message(self):
        return _("The password is too short. Use at least %d characters.") % self.min_length
