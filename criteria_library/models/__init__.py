from criteria_library.models.content import Substance, Wording
from criteria_library.models.criteria import Criterion, CriterionText
from criteria_library.models.notes import LocalNote
from criteria_library.models.surroundings import KnownProblem, Relation, Review
from criteria_library.models.versions import CriterionVersion, VersionText

__all__ = [
    "Criterion",
    "CriterionText",
    "CriterionVersion",
    "KnownProblem",
    "LocalNote",
    "Relation",
    "Review",
    "Substance",
    "VersionText",
    "Wording",
]
