"""Closed sets of the hub, and the sets of statuses that rules speak of."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    BOKMAL = "nb", "Bokmål"
    NYNORSK = "nn", "Nynorsk"
    SWEDISH = "sv", "Svenska"
    ENGLISH = "en", "English"


class NodeKind(TextChoices):
    NATIONAL = "national", _("National level")
    COUNTY = "county", _("County")


class NodeStatus(TextChoices):
    PLANNED = "planned", _("Planned")
    LAUNCHING = "launching", _("Launching")
    ACTIVE = "active", _("Active")
    DORMANT = "dormant", _("Dormant")
    CLOSED = "closed", _("Closed")


class RolloutPhase(IntegerChoices):
    """The action plan's two rounds of counties: from autumn 2008, and from autumn 2009."""

    FIRST = 1, _("Phase 1")
    SECOND = 2, _("Phase 2")


class OrganisationKind(TextChoices):
    MUNICIPALITY = "municipality", _("Municipality")
    COUNTY_COUNCIL = "county_council", _("County council")
    COUNTY_GOVERNOR = "county_governor", _("County governor")
    STATE_AGENCY = "state_agency", _("State agency")
    PURCHASING_COOPERATION = "purchasing_cooperation", _("Joint purchasing cooperation")


SERVES_SEVERAL_COUNTIES = {
    OrganisationKind.COUNTY_GOVERNOR,
    OrganisationKind.STATE_AGENCY,
    OrganisationKind.PURCHASING_COOPERATION,
}


class NodeTheme(TextChoices):
    """Colour combinations that pass contrast in light and dark; the CSS has one block for each."""

    BLUE = "blue", _("Blue")
    GREEN = "green", _("Green")
    TEAL = "teal", _("Teal")
    PURPLE = "purple", _("Purple")
    RED = "red", _("Red")
    BROWN = "brown", _("Brown")
    PINK = "pink", _("Pink")
    SLATE = "slate", _("Slate")


class Role(TextChoices):
    """Every role there is; `hub.permissions.ROLES` says what each may do."""

    BUYER = "buyer", _("Buyer")
    PARTICIPANT = "participant", _("Participant")
    STEERING_GROUP_MEMBER = "steering_group_member", _("Steering group member")
    COUNTY_GOVERNOR_LEAD = "county_governor_lead", _("County governor's lead")
    EDITOR = "editor", _("Editor")
    COURSE_ORGANISER = "course_organiser", _("Course organiser")
    ADVISER = "adviser", _("Adviser")
    NODE_MANAGER = "node_manager", _("Node manager")
    CRITERIA_EDITOR = "criteria_editor", _("Criteria editor")
    CRITERIA_APPROVER = "criteria_approver", _("Criteria approver")
    HEARING_SECRETARY = "hearing_secretary", _("Hearing secretary")
    NETWORK_ADMINISTRATOR = "network_administrator", _("Network administrator")
    AUDITOR = "auditor", _("Auditor")


NATIONAL_ROLES = {
    Role.CRITERIA_EDITOR,
    Role.CRITERIA_APPROVER,
    Role.HEARING_SECRETARY,
    Role.NETWORK_ADMINISTRATOR,
    Role.AUDITOR,
}


class InvitationState(TextChoices):
    OPEN = "open", _("Waits for an answer")
    ACCEPTED = "accepted", _("Accepted")
    EXPIRED = "expired", _("Expired")
    REVOKED = "revoked", _("Withdrawn")


class Permission(TextChoices):
    """What a person may do in a node. Asked with `hub.permissions.has_permission`."""

    USE_ADMIN = "use_admin", _("Sign in to the editing pages")
    EDIT_PAGES = "edit_pages", _("Write pages, news and notices of the node")
    EDIT_EXAMPLES = "edit_examples", _("Write good examples")
    EDIT_COURSES = "edit_courses", _("Write courses and sessions")
    SEE_SIGN_UPS = "see_sign_ups", _("See who has signed up")
    EDIT_LOCAL_NOTES = "edit_local_notes", _("Write the node's notes on criteria")
    PROPOSE_TAXONOMY = "propose_taxonomy", _("Propose changes to the shared lists")
    SEE_MEMBER_PAGES = "see_member_pages", _("Read the steering group's own pages")
    WRITE_REPORT = "write_report", _("Write the progress report")
    SUBMIT_REPORT = "submit_report", _("Submit the progress report")
    EDIT_STEERING_GROUP = "edit_steering_group", _("Keep the steering group's page and minutes")
    MANAGE_MEMBERS = "manage_members", _("Invite and remove people in the node")
    MANAGE_NODE = "manage_node", _("Change the node's name, contact and look")
    READ_NODE_LOG = "read_node_log", _("Read the node's log")
    EDIT_CRITERIA = "edit_criteria", _("Write criteria")
    APPROVE_CRITERIA = "approve_criteria", _("Approve and withdraw criteria")
    RUN_HEARINGS = "run_hearings", _("Run hearings and answer comments")
    KEEP_TAXONOMY = "keep_taxonomy", _("Keep product groups, themes, goals and audiences")
    MANAGE_NETWORK = "manage_network", _("Create, change and close nodes")
    READ_ALL_REPORTS = "read_all_reports", _("Read every node's reports")
    READ_ALL_LOGS = "read_all_logs", _("Read every node's log")


class LegalBasis(TextChoices):
    """Why the law lets us keep something about a person, in plain words; the article stands behind them."""

    CONSENT = "consent", _("You have said yes to it (GDPR article 6(1)(a))")
    ASKED_FOR = "asked_for", _("You have asked us for it (GDPR article 6(1)(b))")
    DUTY = "duty", _("The law obliges us to (GDPR article 6(1)(c))")
    PUBLIC_TASK = "public_task", _("It is part of our public task (GDPR article 6(1)(e))")
