"""What the floor itself holds on a person. The rooms above say theirs in the same way, in `hub.slots`."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Comment, CommentReply, Page

from hub.addresses import plain_reverse
from hub.enums import Role
from hub.models import AuditEntry, DeletedThing, Invitation, Membership, OutgoingMail, ProblemReport, User
from hub.permissions import managing_role
from hub.queries.log import PERSON, lines_of
from hub.services.memberships import is_last_manager
from hub.slots import PersonalData


def account(user: User):
    yield {
        "name": user.name,
        "email": user.email,
        "language": user.get_language_display(),
        "organisation": str(user.organisation or ""),
        "number": user.public_id,
        "joined_at": user.date_joined,
        "last_sign_in_at": user.last_login,
        "deletion_told_at": user.deletion_told_at,
    }


def roles(user: User):
    for held in Membership.objects.filter(user=user).select_related("node").order_by("node__name", "pk"):
        yield {"node": held.node.name, "role": held.get_role_display(), "since": held.created_at}


def open_places(user: User):
    """What would be left to nobody: the people of a node, and the lead of its steering group."""
    for held in Membership.objects.filter(user=user).select_related("node__site"):
        told = {"node": held.node.name}
        if held.role == managing_role(held.node) and is_last_manager(user, held.node):
            words = _(
                "You are the only one who looks after the people of %(node)s. Give somebody else that role."
            )
            yield words % told, held.node.url(plain_reverse("hub:members"))
        elif held.role == Role.COUNTY_GOVERNOR_LEAD and is_only_one(held):
            words = _(
                "You are the only one who leads the steering group of %(node)s. Ask the node to name another."
            )
            yield words % told, held.node.url(plain_reverse("hub:contact"))


def is_only_one(held: Membership) -> bool:
    others = Membership.objects.filter(node=held.node, role=held.role, user__is_active=True)
    return not held.node.is_read_only and not others.exclude(user=held.user_id).exists()


def invitations(user: User):
    for row in Invitation.objects.filter(email=user.email).select_related("node"):
        yield {
            "node": row.node.name,
            "role": row.get_role_display(),
            "sent_at": row.sent_at,
            "state": row.state.label,
        }


def about(user: User):
    return AuditEntry.objects.filter(
        Q(actor_public_id=user.public_id) | Q(object_type=PERSON, object_label=str(user.public_id))
    ).select_related("node")


def log(user: User):
    for line in lines_of(about(user)):
        node = line.entry.node.name if line.entry.node else ""
        yield {"at": line.entry.at, "who": line.who, "what": line.what, "about": line.about, "node": node}


def mail(user: User):
    return OutgoingMail.objects.filter(to=user.email).values("subject", "created_at", "sent_at")


def problem_reports(user: User):
    return ProblemReport.objects.filter(email=user.email).values("problem", "page", "reported_at")


def written(user: User):
    for page in Page.objects.filter(owner=user).order_by("pk"):
        yield {"what": _("Page"), "text": page.title, "at": page.first_published_at}
    for model in (Comment, CommentReply):
        for row in model.objects.filter(user=user).order_by("pk"):
            yield {"what": _("Comment in the editing pages"), "text": row.text, "at": row.created_at}


def forget_written(user: User) -> None:
    """Comments are conversation and go with the account; the rest is the node's and loses its author."""
    Comment.objects.filter(user=user).delete()
    CommentReply.objects.filter(user=user).delete()
    DeletedThing.objects.filter(deleted_by=user).update(deleted_by=None)


def forget_invitations(user: User) -> None:
    Invitation.objects.filter(email=user.email).delete()


def forget_mail(user: User) -> None:
    OutgoingMail.objects.filter(to=user.email).exclude(sent_at=None).delete()


def forget_sender(user: User) -> None:
    ProblemReport.objects.filter(email=user.email).update(email="")


def nothing(user: User) -> None:
    """Goes with the account's own row, or is nobody's without it."""


NODE, ROLE, AT = gettext_lazy("Node"), gettext_lazy("Role"), gettext_lazy("When")
PERSONAL_DATA = {
    "hub.account": PersonalData(
        label=gettext_lazy("Account"),
        fields={
            "name": gettext_lazy("Name"),
            "email": gettext_lazy("E-mail address"),
            "language": gettext_lazy("Language"),
            "organisation": gettext_lazy("Where I work"),
            "number": gettext_lazy("Number in the log"),
            "joined_at": gettext_lazy("Account made"),
            "last_sign_in_at": gettext_lazy("Last sign-in"),
            "deletion_told_at": gettext_lazy("Told that it would be deleted"),
        },
        export=account,
        forget=nothing,
        order=10,
    ),
    "hub.roles": PersonalData(
        label=gettext_lazy("Roles"),
        fields={"node": NODE, "role": ROLE, "since": gettext_lazy("Since")},
        export=roles,
        forget=nothing,
        duties=open_places,
        order=15,
    ),
    "hub.invitations": PersonalData(
        label=gettext_lazy("Invitations"),
        fields={"node": NODE, "role": ROLE, "sent_at": gettext_lazy("Sent"), "state": gettext_lazy("State")},
        export=invitations,
        forget=forget_invitations,
        order=16,
    ),
    "hub.written": PersonalData(
        label=gettext_lazy("What I have written in the editing pages"),
        fields={"what": gettext_lazy("What"), "text": gettext_lazy("Text"), "at": AT},
        export=written,
        forget=forget_written,
        kept=gettext_lazy(
            "Pages, pictures and documents stay, since they are the node's. Your name is taken off them."
        ),
        order=40,
    ),
    "hub.mail": PersonalData(
        label=gettext_lazy("E-mails that we have sent"),
        fields={
            "subject": gettext_lazy("Subject"),
            "created_at": gettext_lazy("Written"),
            "sent_at": gettext_lazy("Sent"),
        },
        export=mail,
        forget=forget_mail,
        kept=gettext_lazy("An e-mail that hasn't left yet, until it has been sent."),
        order=60,
    ),
    "hub.problem_reports": PersonalData(
        label=gettext_lazy("Problems I have reported"),
        fields={
            "problem": gettext_lazy("What was difficult"),
            "page": gettext_lazy("Page"),
            "reported_at": AT,
        },
        export=problem_reports,
        forget=forget_sender,
        kept=gettext_lazy("What you wrote about the page, without your address, until it is put right."),
        order=65,
    ),
    "hub.log": PersonalData(
        label=gettext_lazy("The log of changes"),
        fields={
            "at": AT,
            "who": gettext_lazy("Who"),
            "what": gettext_lazy("What"),
            "about": gettext_lazy("About"),
            "node": NODE,
        },
        export=log,
        forget=nothing,
        kept=gettext_lazy(
            "That something was done, since the log must show what happened. "
            "It names you by a number, which leads to nobody when the account is deleted."
        ),
        order=90,
    ),
}
