from hub.models import AuditEntry


def record(*, action: str, by=None, node=None, about=None, detail: dict | None = None) -> AuditEntry:
    """Writes one line of the log. Call it inside the transaction of the act itself.

    `action` is a noun and a verb, like "membership.granted". People are named by their opaque id.
    """
    return AuditEntry.objects.create(
        action=action,
        actor_public_id=getattr(by, "public_id", None),
        node=node,
        object_type=about._meta.label_lower if about is not None else "",
        object_id=str(getattr(about, "public_id", about.pk)) if about is not None else "",
        object_label=label(about),
        detail=detail or {},
    )


def label(about) -> str:
    if about is None:
        return ""
    public_id = getattr(about, "public_id", None)
    return str(public_id) if public_id else str(about)[:200]
