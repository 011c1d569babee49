from hub.models.audit import AuditEntry
from hub.models.deleted import DeletedThing
from hub.models.geography import County, Organisation
from hub.models.invitations import Invitation
from hub.models.mail import OutgoingMail
from hub.models.media import AttachedDocument, HubDocument, Picture, Rendition
from hub.models.nodes import Node, NodeGroup, NodeOwned
from hub.models.notices import Notice
from hub.models.pages import (
    ArticlePage,
    BinPage,
    ContactPage,
    FrontPage,
    HubPage,
    NewsIndexPage,
    NewsPage,
)
from hub.models.people import Membership, User
from hub.models.problems import ProblemReport
from hub.models.taxonomy import (
    Audience,
    CpvCode,
    Goal,
    NamedInLanguages,
    ProductGroup,
    TaxonomyProposal,
    Theme,
)
from hub.models.templates import PageTemplate

__all__ = [
    "ArticlePage",
    "AttachedDocument",
    "Audience",
    "AuditEntry",
    "BinPage",
    "ContactPage",
    "County",
    "CpvCode",
    "DeletedThing",
    "FrontPage",
    "Goal",
    "HubDocument",
    "HubPage",
    "Invitation",
    "Membership",
    "NamedInLanguages",
    "NewsIndexPage",
    "NewsPage",
    "Node",
    "NodeGroup",
    "NodeOwned",
    "Notice",
    "Organisation",
    "OutgoingMail",
    "PageTemplate",
    "Picture",
    "ProblemReport",
    "ProductGroup",
    "Rendition",
    "TaxonomyProposal",
    "Theme",
    "User",
]
