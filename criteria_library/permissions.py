"""Who may do what with criteria in the editing pages. Publishing asks for more than writing."""

from criteria_library.models import Criterion, LocalNote
from hub.enums import Permission
from hub.permissions import NationalPolicy, NodeOwnedPolicy, nodes_with_permission

APPROVERS_ONLY = {"publish", "unpublish", "lock", "unlock"}


class CriterionPolicy(NationalPolicy):
    """Editors write drafts, approvers publish. Nobody deletes: what was cited is withdrawn instead."""

    def __init__(self):
        super().__init__(Criterion, Permission.EDIT_CRITERIA)

    def user_has_permission(self, user, action):
        if action == "delete":
            return False
        if action in APPROVERS_ONLY:
            return nodes_with_permission(user, Permission.APPROVE_CRITERIA).exists()
        return super().user_has_permission(user, action)


class LocalNotePolicy(NodeOwnedPolicy):
    def __init__(self):
        super().__init__(LocalNote, Permission.EDIT_LOCAL_NOTES)
