"""What was said in a hearing, and what was answered."""

from typing import cast

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from criteria_library.enums import CommenterRole, CommentOutcome
from criteria_library.managers import CommentQuerySet
from criteria_library.models.hearings import HeardDraft, Hearing
from criteria_library.models.versions import VersionText
from hub.enums import Language


class CommentGroup(models.Model):
    """Comments about the same thing, as the secretary sorts them."""

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="groups")
    title = models.CharField(_("group"), max_length=80)

    class Meta:
        ordering = ["title"]
        verbose_name = _("group of comments")
        verbose_name_plural = _("groups of comments")
        constraints = [
            models.UniqueConstraint(fields=["hearing", "title"], name="one_group_of_a_title_in_a_hearing")
        ]

    def __str__(self):
        return self.title


class Comment(models.Model):
    """Counts and is shown from the moment it is confirmed: at once for those who are signed in."""

    hearing = models.ForeignKey(Hearing, on_delete=models.PROTECT, related_name="comments")
    heard_draft = models.ForeignKey(
        HeardDraft, on_delete=models.PROTECT, null=True, blank=True, related_name="comments"
    )
    field = models.CharField(_("part"), max_length=20, blank=True)
    text = models.TextField(_("comment"))
    role = models.CharField(_("you comment as"), max_length=12, choices=CommenterRole)
    name = models.CharField(_("name"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    # Of those without an account; the others' is in their account.
    email = models.EmailField(_("e-mail"), blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    shows_name = models.BooleanField(_("show my name and organisation with the comment"), default=False)
    language = models.CharField(max_length=2, choices=Language, default=Language.BOKMAL)
    received_at = models.DateTimeField(_("received"))
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, blank=True)
    is_late = models.BooleanField(_("after the deadline"), default=False)
    # Its number in the hearing, given when it is confirmed.
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)

    group = models.ForeignKey(
        CommentGroup, on_delete=models.SET_NULL, null=True, blank=True, related_name="comments"
    )
    outcome = models.CharField(_("answer"), max_length=10, choices=CommentOutcome, blank=True)
    answer = models.TextField(_("why"), blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    # Taken from view by the secretary. The row stays, for the log and for the count.
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True)
    removed_reason = models.CharField(_("why it was removed"), max_length=300, blank=True)
    # Counts the saves of the answer, so that two secretaries don't write over each other.
    edition = models.PositiveIntegerField(default=0)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["number", "pk"]
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        constraints = [
            models.UniqueConstraint(fields=["hearing", "number"], name="one_comment_of_each_number"),
            models.CheckConstraint(
                condition=Q(confirmed_at=None, number=None)
                | Q(confirmed_at__isnull=False, number__isnull=False),
                name="confirmed_comments_have_a_number",
            ),
            models.CheckConstraint(
                condition=Q(field="") | Q(heard_draft__isnull=False), name="parts_are_of_a_criterion"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", answered_at=None)
                | ~Q(outcome="") & ~Q(answer="") & Q(answered_at__isnull=False, confirmed_at__isnull=False),
                name="answers_say_what_why_and_when",
            ),
            models.CheckConstraint(
                condition=Q(removed_at=None, removed_reason="")
                | Q(removed_at__isnull=False) & ~Q(removed_reason=""),
                name="removed_comments_say_why",
            ),
        ]

    def __str__(self):
        return f"{self.hearing_id}/{self.number or '–'}"

    @property
    def part(self) -> str:
        """The name of the part of the criterion that it is about."""
        return (
            str(cast(models.Field, VersionText._meta.get_field(self.field)).verbose_name)
            if self.field
            else ""
        )

    @property
    def reply_to(self) -> str:
        return self.user.email if self.user else self.email


class StoredFile(models.Model):
    """A file that was checked when it came in. It is only ever handed out to be saved."""

    name = models.CharField(_("file"), max_length=120)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["pk"]

    def __str__(self):
        return self.name


def stored_as(instance, filename) -> str:
    """A name that nobody can guess; what it was called is kept in the row."""
    return f"horinger/{get_random_string(32)}"


class Attachment(StoredFile):
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="attachments")
    file = models.FileField(upload_to=stored_as, storage=default_storage)

    class Meta(StoredFile.Meta):
        abstract = False
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")


class HearingDocument(StoredFile):
    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="documents")
    file = models.FileField(upload_to=stored_as, storage=default_storage)

    class Meta(StoredFile.Meta):
        abstract = False
        verbose_name = _("hearing document")
        verbose_name_plural = _("hearing documents")
