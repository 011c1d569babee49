from hub.models.audit import AuditEntry
from hub.models.geography import County, Organisation
from hub.models.mail import OutgoingMail
from hub.models.media import HubDocument, Picture, Rendition
from hub.models.nodes import Node, NodeGroup, NodeOwned
from hub.models.notices import Notice
from hub.models.pages import FrontPage, HubPage
from hub.models.people import Membership, User
from hub.models.taxonomy import (
    Audience,
    CpvCode,
    Goal,
    NamedInLanguages,
    ProductGroup,
    TaxonomyProposal,
    Theme,
)

__all__ = [
    "Audience",
    "AuditEntry",
    "County",
    "CpvCode",
    "FrontPage",
    "Goal",
    "HubDocument",
    "HubPage",
    "Membership",
    "NamedInLanguages",
    "Node",
    "NodeGroup",
    "NodeOwned",
    "Notice",
    "Organisation",
    "OutgoingMail",
    "Picture",
    "ProductGroup",
    "Rendition",
    "TaxonomyProposal",
    "Theme",
    "User",
]
