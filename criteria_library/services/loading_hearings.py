"""Proposals, drafts and hearings from records, as the demonstration has them. Loaded once."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from criteria_library.enums import ProposalKind
from criteria_library.models import Comment, CommentGroup, Criterion, Draft, Hearing, Invitation, Proposal
from criteria_library.queries.drafts import open_draft_of, working_copy
from criteria_library.services.comments import answer_comment, count_in
from criteria_library.services.drafts import approve_draft, start_draft
from criteria_library.services.hearings import close_hearing, open_hearing
from criteria_library.services.loading import day, noon
from criteria_library.services.proposals import decline_proposal, send_proposal, take_up_proposal
from hub.models import Node, ProductGroup

Record = Mapping[str, Any]


@transaction.atomic
def load_life(records: Record, *, today: datetime.date, person: Callable) -> int:
    """`person(role)` answers who acts: "editor", "approver" or "secretary", or the owner of an address."""
    if Proposal.objects.filter(title=records["proposals"][0]["title"]).exists():
        return 0
    for proposal in records["proposals"]:
        load_proposal(proposal, today=today, person=person)
    for draft in records["drafts"]:
        load_draft(draft, today=today, by=person("editor"))
    for hearing in records["hearings"]:
        load_hearing(hearing, today=today, person=person)
    for approval in records["approvals"]:
        load_approval(approval, today=today, by=person("approver"))
    return sum(len(rows) for rows in records.values())


def load_proposal(record: Record, *, today: datetime.date, person: Callable) -> None:
    criterion = Criterion.objects.filter(identifier=record.get("criterion")).first()
    proposal = Proposal(
        kind=ProposalKind.CHANGE if criterion else ProposalKind.NEW,
        criterion=criterion,
        product_group=ProductGroup.objects.filter(code=record.get("product_group")).first(),
        node=Node.objects.filter(slug=record.get("node")).first(),
        title=record["title"],
        reason=record["reason"].strip(),
        suggested_text=record.get("suggested_text", "").strip(),
    )
    send_proposal(proposal=proposal, by=person(record["by"]), at=noon(day(today, record["sent"])))
    if "answered" not in record:
        return
    facts = {"proposal": proposal, "reason": record["answer"], "by": person("editor")}
    facts["at"] = noon(day(today, record["answered"]))
    if not record["accepted"]:
        decline_proposal(**facts)
        return
    draft = take_up_proposal(
        planned_date=day(today, record["planned"]),
        identifier=record.get("identifier", ""),
        owner_role=record.get("owner_role", ""),
        **facts,
    )
    text = draft.criterion.texts.get(language=draft.criterion.original_language)
    if not text.documentation:
        text.documentation = "Årlig oversikt over mottatt mengde i kilo og hva den ble brukt til."
        text.save()


def load_draft(record: Record, *, today: datetime.date, by) -> None:
    criterion = Criterion.objects.get(identifier=record["criterion"])
    write(criterion, record["changes"], by=by, change_note=record.get("change_note", ""))
    started, planned = noon(day(today, record["started"])), day(today, record["planned"])
    draft = start_draft(criterion=criterion, by=by, at=started)
    draft.summary, draft.planned_date = record["summary"], planned
    draft.save(update_fields=["summary", "planned_date"])


def write(criterion: Criterion, changes, *, by, change_note: str = "") -> None:
    """Each change is a field, the words to take out and those to put in."""
    if not changes:
        return
    working = working_copy(criterion)
    text = working.original_text
    for field, old, new in changes:
        before = getattr(text, field)
        setattr(text, field, before.replace(old, new) if old else new)
    working.texts.add(text)
    working.change_note = change_note or working.change_note
    working.save_revision(user=by)


def load_hearing(record: Record, *, today: datetime.date, person: Callable) -> None:
    opens = day(today, record["opens"])
    drafts = [open_draft_of(Criterion.objects.get(identifier=name)) for name in record["drafts"]]
    hearing = open_hearing(
        hearing=Hearing(title=record["title"], introduction=record["introduction"].strip()),
        opens_date=opens,
        deadline_date=day(today, record["deadline"]),
        drafts=[draft for draft in drafts if draft],
        by=person("secretary"),
        at=noon(opens),
    )
    Invitation.objects.bulk_create(
        Invitation(hearing=hearing, name=name, email=email, sent_at=noon(opens))
        for name, email in record["invited"]
    )
    for comment in record["comments"]:
        load_comment(hearing, comment, today=today, by=person("secretary"))
    for identifier, *change in record.get("after", []):
        write(Criterion.objects.get(identifier=identifier), [change], by=person("editor"))
    if "answered" in record:
        close_hearing(hearing=hearing, by=person("secretary"), at=noon(day(today, record["answered"])))


def load_comment(hearing: Hearing, record: Record, *, today: datetime.date, by) -> None:
    identifier, _colon, field = record["about"].partition(":")
    sent = noon(day(today, record["day"]))
    comment = Comment(
        hearing=hearing,
        heard_draft=hearing.heard.filter(draft__criterion__identifier=identifier).first(),
        field=field,
        received_at=sent,
        is_late=hearing.is_past_deadline(sent),
        **{
            name: record[name]
            for name in ("text", "role", "name", "organisation", "shows_name")
            if name in record
        },
    )
    count_in(comment, sent)
    if group := record.get("group"):
        comment.group = CommentGroup.objects.get_or_create(hearing=hearing, title=group)[0]
    comment.save()
    if "outcome" in record:
        chosen = {name: record[name] for name in ("outcome", "answer", "group")}
        answer_comment(comment=comment, edition=0, by=by, at=timezone.now(), **chosen)


def load_approval(record: Record, *, today: datetime.date, by) -> None:
    draft = Draft.objects.open().get(criterion__identifier=record["criterion"])
    approve_draft(
        draft=draft,
        by=by,
        role=record["role"],
        at=noon(day(today, record["day"])),
        waiver_reason=record.get("waiver", ""),
    )
