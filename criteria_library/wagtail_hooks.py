from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from criteria_library.models import Criterion, LocalNote
from criteria_library.permissions import CriterionPolicy, LocalNotePolicy
from criteria_library.services.notes import log_note
from criteria_library.viewsets import CriteriaGroup

register_permission_policy(Criterion, CriterionPolicy())
register_permission_policy(LocalNote, LocalNotePolicy())

register_snippet(CriteriaGroup)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def log_local_notes(request, instance):
    if isinstance(instance, LocalNote):
        log_note(note=instance, by=request.user)
