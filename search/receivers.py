"""Turns changes of rows into waiting changes of documents, and those into a job."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_save, pre_delete
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move

from hub.models import HubDocument
from search.models import FileText
from search.registry import documents
from search.services import note_changes
from search.signals import changes_noted
from search.tasks import carry_soon, read_soon


def note_row(row: Model) -> None:
    for document_type in documents:
        if isinstance(row, document_type.model):
            note_changes(kind=document_type.kind, keys=[row.pk])
        for model, keys_of in document_type.follows.items():
            if isinstance(row, model):
                note_changes(kind=document_type.kind, keys=keys_of(row))


@receiver(post_save)
def note_saved(sender: Any, instance: Model, **kwargs: Any) -> None:
    note_row(instance)
    for document_type in documents:
        for model, field in document_type.attachments.items():
            if isinstance(instance, model):
                read_soon(getattr(instance, f"{field}_id"))


@receiver(post_save, sender=HubDocument)
def read_changed_file(sender: Any, instance: HubDocument, **kwargs: Any) -> None:
    """Only of those that something findable has attached; the words of others are nobody's to keep."""
    if FileText.objects.filter(document=instance).exists():
        read_soon(instance.pk)


@receiver(pre_delete)
def note_deleted(sender: Any, instance: Model, **kwargs: Any) -> None:
    """Before, while the rows that follow it can still be found."""
    note_row(instance)


@receiver(m2m_changed)
def note_relations(
    sender: Any, instance: Model, action: str, model: type[Model], pk_set: Iterable | None, **kwargs: Any
) -> None:
    if not action.startswith("post_") and action != "pre_clear":
        return
    note_row(instance)
    for document_type in documents:
        if issubclass(document_type.model, model) and kwargs["reverse"]:
            note_changes(kind=document_type.kind, keys=pk_set or ())


@receiver([page_slug_changed, post_page_move])
def note_pages_below(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Their addresses changed with it, and nobody saved them."""
    note_changes(kind="page", keys=instance.get_descendants(inclusive=True).values_list("pk", flat=True))


@receiver(changes_noted)
def have_them_carried(sender: Any, **kwargs: Any) -> None:
    carry_soon()
