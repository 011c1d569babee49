"""Mail to those who proposed, were invited or commented."""

from criteria_library.models import Comment, CriterionVersion, Draft, Hearing, Invitation, Proposal
from hub.addresses import plain_reverse
from hub.queries import national_node
from hub.services.mail import send_mail_later


def address(name: str, *args) -> str:
    """On the national site, where hearings and proposals are at home."""
    return national_node().url(plain_reverse(f"criteria_library:{name}", args=args))


def send(to: str, event: str, language: str, **context) -> None:
    send_mail_later(to=to, template=f"criteria_library/mail/{event}", language=language, context=context)


def tell_of_answer(proposal: Proposal) -> None:
    if proposal.proposer:
        link = address("proposal", proposal.pk)
        send(
            proposal.proposer.email,
            "proposal_answered",
            proposal.proposer.language,
            proposal=proposal,
            url=link,
        )


def invite_by_mail(invitation: Invitation) -> None:
    hearing = invitation.hearing
    link = address("hearing", hearing.pk)
    send(
        invitation.email,
        "hearing_invitation",
        hearing.language,
        invitation=invitation,
        hearing=hearing,
        url=link,
    )


def ask_to_confirm(comment: Comment, token: str) -> None:
    link = address("confirm_comment", token)
    send(comment.email, "confirm_comment", comment.language, hearing=comment.hearing, url=link)


def tell_of_answers(hearing: Hearing) -> None:
    link = address("hearing", hearing.pk)
    for to, language in commenters(hearing.comments.confirmed()):
        send(to, "hearing_answered", language, hearing=hearing, url=link)


def tell_of_version(draft: Draft, version: CriterionVersion) -> None:
    """Those who commented on it, or on the hearing as a whole, and whoever proposed it."""
    link = address("changes", draft.criterion.identifier, version.number)
    hearing = draft.approval.hearing if draft.approval else None
    people: dict[str, str] = {}
    if hearing:
        comments = hearing.comments.confirmed()
        about_this = comments.filter(heard_draft__draft=draft) | comments.filter(heard_draft=None)
        people |= dict(commenters(about_this))
    if draft.proposal and draft.proposal.proposer:
        people[draft.proposal.proposer.email] = draft.proposal.proposer.language
    for to, language in people.items():
        send(to, "version_published", language, version=version, hearing=hearing, url=link)


def commenters(comments) -> list[tuple[str, str]]:
    """Each address once, with its language."""
    rows = comments.select_related("user")
    return list({comment.reply_to: comment.language for comment in rows if comment.reply_to}.items())
