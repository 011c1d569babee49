from django.db import transaction

from hub.models import Node, ProblemReport
from hub.queries import national_node
from hub.services.mail import send_mail_later


class NodeIsClosed(Exception):
    """Nobody reads what is sent to a closed node."""


@transaction.atomic
def report_problem(*, node: Node, problem: str, page: str, email: str, language: str) -> ProblemReport:
    """Keeps what a reader could not use, and tells the contact of the node, or else of the national level."""
    if node.is_read_only:
        raise NodeIsClosed
    report = ProblemReport.objects.create(
        node=node, problem=problem, page=page, email=email, language=language
    )
    to = node.contact_email or national_node().contact_email
    if to:
        send_mail_later(
            to=to,
            template="hub/mail/problem",
            context={"report": report},
            language=node.main_language,
            node=node,
            reply_to=email,
        )
    return report
