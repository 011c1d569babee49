from courses.models import SignUp
from courses.permissions import sign_off_token
from hub.addresses import plain_reverse
from hub.models import Node
from hub.services.mail import send_mail_later


def tell(place: SignUp, event: str) -> None:
    """Writes the person's e-mail in the transaction of what happened; it leaves when that is saved."""
    session = place.session
    send_mail_later(
        to=place.email,
        template=f"courses/mail/{event}",
        language=place.language,
        node=session.node,
        context={
            "session": session,
            "page_url": own_address(session.node, "courses:session", session.pk, session.slug),
            "sign_off_url": own_address(session.node, "courses:sign_off", sign_off_token(place)),
        },
    )


def own_address(node: Node, name: str, *args) -> str:
    """On the node's host, in its main language: without the language prefix of whoever signs up."""
    return node.url(plain_reverse(name, args=args))
