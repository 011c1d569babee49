"""Who may do what with criteria in the editing pages. Publishing asks for more than writing."""

from criteria_library.enums import Status
from criteria_library.models import Criterion, Feedback, LocalNote, SpreadsheetImport
from hub.enums import Permission
from hub.permissions import NationalPolicy, NodeOwnedPolicy, nodes_with_permission

# Whoever locked a draft opens it again, by Wagtail's own rule; an approver opens what somebody left locked.
APPROVERS_ONLY = {"approve", "unlock"}
# What was cited is withdrawn and what is new is approved, by services that ask why.
NOBODY = {"delete", "publish", "unpublish"}


class CriterionPolicy(NationalPolicy):
    """Editors write drafts, approvers approve them, and what is withdrawn stays as it was."""

    def __init__(self):
        super().__init__(Criterion, Permission.EDIT_CRITERIA)

    def user_has_permission(self, user, action):
        if action in NOBODY:
            return False
        if action in APPROVERS_ONLY:
            return nodes_with_permission(user, Permission.APPROVE_CRITERIA).exists()
        return super().user_has_permission(user, action)

    def user_has_permission_for_instance(self, user, action, instance):
        if instance.status == Status.WITHDRAWN and action != "view":
            return False
        return super().user_has_permission_for_instance(user, action, instance)


class LocalNotePolicy(NodeOwnedPolicy):
    def __init__(self):
        super().__init__(LocalNote, Permission.EDIT_LOCAL_NOTES)


class FeedbackPolicy(NationalPolicy):
    """Readers send it in, so nobody adds it here, and what was told is not deleted."""

    def __init__(self):
        super().__init__(Feedback, Permission.EDIT_CRITERIA)

    def user_has_permission(self, user, action):
        return action not in {"add", "delete"} and super().user_has_permission(user, action)


class ImportPolicy(NationalPolicy):
    def __init__(self):
        super().__init__(SpreadsheetImport, Permission.EDIT_CRITERIA)

    def user_has_permission(self, user, action):
        return action != "delete" and super().user_has_permission(user, action)
