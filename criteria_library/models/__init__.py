from criteria_library.models.comments import Attachment, Comment, CommentGroup, HearingDocument
from criteria_library.models.content import Substance, Wording
from criteria_library.models.criteria import Criterion, CriterionText
from criteria_library.models.drafts import Approval, Draft
from criteria_library.models.feedback import Feedback
from criteria_library.models.following import Follow, FollowedChange
from criteria_library.models.hearings import HeardDraft, Hearing, Invitation
from criteria_library.models.imports import SpreadsheetImport
from criteria_library.models.notes import LocalNote, NoteLink
from criteria_library.models.proposals import Proposal
from criteria_library.models.surroundings import KnownProblem, Relation, Review
from criteria_library.models.versions import CriterionVersion, VersionText

__all__ = [
    "Approval",
    "Attachment",
    "Comment",
    "CommentGroup",
    "Criterion",
    "CriterionText",
    "CriterionVersion",
    "Draft",
    "Feedback",
    "Follow",
    "FollowedChange",
    "HeardDraft",
    "Hearing",
    "HearingDocument",
    "Invitation",
    "KnownProblem",
    "LocalNote",
    "NoteLink",
    "Proposal",
    "Relation",
    "Review",
    "SpreadsheetImport",
    "Substance",
    "VersionText",
    "Wording",
]
