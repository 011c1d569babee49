"""What each person gets at each named address: one row an address, read by `test_matrix.py`.

A row names the address, says who may, and how its arguments are made:

    row("courses:list", EVERYBODY)
    row("courses:session", EVERYBODY, of("session"), elsewhere=404)
    row("network:member_page", may(Permission.SEE_MEMBER_PAGES, auditor=200))

Each row is asked on the node's own host (or the hub's, with `on=HUB`) by all seven
people, and by those who may on another node's host, where `elsewhere` is the answer.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from criteria_library.services.following import confirm_token, stop_token
from hub.enums import Permission
from tests.tenancy.people import Who
from tests.tenancy.things import INVITATION_TOKEN
from tests.tenancy.world import World

NODE, HUB = "node", "hub"
# Sent to the sign-in, with the way back.
SIGN_IN = "sign-in"
# Sent on to somewhere else.
AWAY = "away"

P = Permission
ROWS: dict[str, "Row"] = {}


@dataclass(frozen=True)
class Access:
    """The answer for each of the seven; `permission` decides who the holder and the bystander are."""

    answers: dict[Who, object]
    permission: Permission = Permission.USE_ADMIN

    def but(self, **answers) -> "Access":
        return replace(self, answers={**self.answers, **{Who(name): said for name, said in answers.items()}})


def everybody(answer=200) -> Access:
    return Access(dict.fromkeys(Who, answer))


def signed_in(answer=200) -> Access:
    return Access({**dict.fromkeys(Who, answer), Who.ANONYMOUS: SIGN_IN})


def may(permission: Permission, *, answer=200, denied=403, anonymous=SIGN_IN, **others) -> Access:
    """Those with the permission; name the administrator's or the auditor's answer where it is not 403."""
    return Access(
        {
            **dict.fromkeys(Who, denied),
            Who.ANONYMOUS: anonymous,
            Who.HOLDER: answer,
            **{Who(name): said for name, said in others.items()},
        },
        permission,
    )


EVERYBODY = everybody()
NOBODY = everybody(404)


@dataclass(frozen=True)
class Row:
    name: str
    access: Access
    arguments: Callable[[World], dict | list] = lambda world: {}
    on: str = NODE
    elsewhere: object = 200
    query: str = ""
    method: str = "get"


def row(name, access, arguments=lambda world: {}, *, on=NODE, elsewhere=None, **fields) -> None:
    """Elsewhere is 404 for an address of the hub's own or one that names a thing, else the same again."""
    made = Row(name, access, arguments, on, **fields)
    if elsewhere is None:
        elsewhere = 404 if on == HUB or arguments.__name__ == "arguments_of_thing" else 200
    ROWS[name] = replace(made, elsewhere=elsewhere)


def of(kind: str, arguments=lambda thing: {"pk": thing.pk}) -> Callable[[World], dict | list]:
    def arguments_of_thing(world):
        return arguments(world.things[kind])

    return arguments_of_thing


def file_of(document) -> list:
    return [document.pk, document.filename]


def fixed(**arguments) -> Callable[[World], dict]:
    return lambda world: arguments


def not_there(name, **fields) -> None:
    """An address that a component brings and the hub has closed."""
    row(name, NOBODY, elsewhere=404, **fields)


# Probes come by address, so they answer on every host.
row("healthz", EVERYBODY)
# No search index is built for these tests, so not everything is ready; it tells anybody alike.
row("readyz", everybody(503), elsewhere=503)

# The floor's own pages
row("hub:about", EVERYBODY)
row("hub:contact", EVERYBODY)
row("hub:picture", EVERYBODY, of("small_picture", lambda made: {"name": made.file.name.partition("/")[2]}))
row("hub:news_feed", EVERYBODY)
row("hub:accessibility", EVERYBODY)
row("hub:report_problem", EVERYBODY)
row("hub:problem_reported", EVERYBODY)
row("hub:privacy", EVERYBODY)
row("hub:sitemap", EVERYBODY)
row("hub:robots", EVERYBODY)
# No national article has this name; those that are shown are tested with the pages.
row("hub:national_article", NOBODY, fixed(slug="finnes-ikke"), elsewhere=404)
row("hub:roles", EVERYBODY)
# The demonstration's alone.
not_there("hub:style_guide")
not_there("hub:demo_mail", on=HUB)

# Accounts: on the hub alone. Those who are signed in are led past the sign-in.
already_in = Access({**dict.fromkeys(Who, AWAY), Who.ANONYMOUS: 200})
nothing_to_do = Access({**dict.fromkeys(Who, 200), Who.ANONYMOUS: AWAY})
row("hub:my_page", signed_in(), on=HUB)
row("hub:my_details", signed_in(), on=HUB)
row("account_login", already_in, on=HUB)
row("account_signup", already_in, on=HUB)
row("account_logout", nothing_to_do, on=HUB)
row("account_inactive", EVERYBODY, on=HUB)
row("account_email_verification_sent", EVERYBODY, on=HUB)
row("account_confirm_email", EVERYBODY, fixed(key="x"), on=HUB)
row("account_change_password", signed_in(), on=HUB)
row("account_reset_password", EVERYBODY, on=HUB)
row("account_reset_password_done", EVERYBODY, on=HUB)
row("account_reset_password_from_key", EVERYBODY, fixed(uidb36="x", key="y"), on=HUB)
row("account_reset_password_from_key_done", EVERYBODY, on=HUB)

# Ways of signing in. Half way in, and on the way back from a provider, nobody is by chance.
led_away = everybody(AWAY)
row("account_request_login_code", already_in, on=HUB)
row("account_confirm_login_code", led_away, on=HUB)
row("mfa_login_webauthn", led_away, on=HUB)
row("mfa_authenticate", led_away, on=HUB)
row("socialaccount_signup", led_away, on=HUB)
row("socialaccount_login_cancelled", EVERYBODY, on=HUB)
row("socialaccount_login_error", everybody(401), on=HUB)
# No provider is set up here; one that is, is tested in tests/services.
not_there("openid_connect_login", arguments=fixed(provider_id="ukjent"), on=HUB)
not_there("openid_connect_callback", arguments=fixed(provider_id="ukjent"), on=HUB)

# How one's own account is signed in to. What changes it asks who it is once more; there is nothing set up.
row("mfa_index", signed_in(), on=HUB)
row("set_up_second_factor", signed_in(), on=HUB)
row("mfa_list_webauthn", signed_in(), on=HUB)
row("usersessions_list", signed_in(), on=HUB)
row("socialaccount_connections", signed_in(), on=HUB)
row("account_reauthenticate", signed_in(), on=HUB)
row("account_set_password", signed_in(AWAY), on=HUB)
row("mfa_reauthenticate", signed_in(AWAY), on=HUB)
row("mfa_reauthenticate_webauthn", signed_in(AWAY), on=HUB)
row("mfa_activate_totp", signed_in(AWAY), on=HUB)
row("mfa_deactivate_totp", signed_in(404), on=HUB)
row("mfa_view_recovery_codes", signed_in(404), on=HUB)
row("mfa_download_recovery_codes", signed_in(404), on=HUB)
row("mfa_generate_recovery_codes", signed_in(AWAY), on=HUB)
row("mfa_add_webauthn", signed_in(AWAY), on=HUB)
row("mfa_edit_webauthn", signed_in(AWAY), fixed(pk=1), on=HUB)
row("mfa_remove_webauthn", signed_in(AWAY), fixed(pk=1), on=HUB)
row("end_session", signed_in(404), fixed(pk=1), on=HUB, method="post")

# What the hub holds on the one who asks; it can't be asked for another.
row("account_email", signed_in(), on=HUB)
row("hub:my_data", signed_in(), on=HUB)
row("hub:my_data_file", signed_in(), on=HUB)
row("hub:delete_account", signed_in(), on=HUB)
row("hub:account_deleted", EVERYBODY, on=HUB)
row("hub:leave_node", signed_in().but(buyer=404, outsider=404), fixed(slug="hub"), on=HUB)
# The link of an invitation; those who are signed in here have another address.
row("hub:invitation", everybody(403).but(anonymous=200), fixed(token=INVITATION_TOKEN), on=HUB)

# A node's people and its log
managers = may(P.MANAGE_MEMBERS, administrator=200)
acting_managers = may(P.MANAGE_MEMBERS, answer=AWAY, administrator=AWAY)
person = of("member", lambda member: {"public_id": member.public_id})
row("hub:members", managers)
row("hub:invite", managers)
row("hub:member", managers, person, elsewhere=403)
row("hub:remove_member", managers, person, elsewhere=403)
row("hub:send_invitation_again", acting_managers, of("invitation"), elsewhere=403, method="post")
row("hub:withdraw_invitation", acting_managers, of("invitation"), elsewhere=403, method="post")
row("hub:log", may(P.READ_NODE_LOG, administrator=200, auditor=200))
row("hub:log_file", may(P.READ_NODE_LOG, administrator=200, auditor=200))

# Wagtail's pages and documents; `wagtail_serve` with no path is the front page.
row("wagtail_serve", EVERYBODY, lambda world: [""])

# Search: what each may find in it is tested with the finder.
row("search:finder", EVERYBODY)
row("search:suggestions", EVERYBODY)

# Papers of a meeting are for the steering group, on its node's own host.
row(
    "wagtaildocs_serve",
    may(P.SEE_MEMBER_PAGES, denied=404, anonymous=404, auditor=200),
    of("document", file_of),
)
# Pages and collections with a password are not made here.
not_there("wagtailcore_authenticate_with_password", arguments=fixed(page_view_restriction_id=1, page_id=1))
not_there("wagtaildocs_authenticate_with_password", arguments=fixed(restriction_id=1))
row("wagtailcore_login", everybody(AWAY), elsewhere=AWAY)

# The hub's own pages in Wagtail's admin
editors = may(P.USE_ADMIN, outsider=200, administrator=200)
row("deleted_things", editors, on=HUB)
writers = may(P.EDIT_PAGES, bystander=AWAY, outsider=200, administrator=200)
row("new_from_template", writers, on=HUB)
keepers = may(P.KEEP_TAXONOMY, bystander=AWAY, outsider=AWAY, administrator=200)
row("thesaurus", keepers, on=HUB)
row("new_synonym_group", keepers, on=HUB)
row("synonym_group", keepers, of("search.synonymgroup"), on=HUB)
row("search_misses", keepers, on=HUB)
# The holder has taken it away by the time the administrator asks.
takers = may(P.KEEP_TAXONOMY, answer=AWAY, bystander=AWAY, outsider=AWAY, administrator=404)
row("remove_synonym_group", takers, of("search.synonymgroup"), on=HUB, method="post")
row("translations", writers, on=HUB)
another_nodes = may(P.USE_ADMIN, answer=404, outsider=404, administrator=404)
# A page that the node has no such language for; those of other nodes are never there.
row(
    "translate_page",
    may(P.EDIT_PAGES, answer=404, bystander=404, outsider=404, administrator=404),
    of("page", lambda page: {"pk": page.pk, "language": "sv"}),
    on=HUB,
    method="post",
)
row("bring_back", another_nodes, of("deleted"), on=HUB, method="post")

# Courses
session = of("courses.session", lambda session: {"pk": session.pk, "slug": session.slug})
organisers = may(P.SEE_SIGN_UPS, denied=404, bystander=403)
row("courses:list", EVERYBODY)
row("courses:session", EVERYBODY, session)
row("courses:sign_up", EVERYBODY, session)
row("courses:calendar_file", EVERYBODY, session)
row("courses:calendar", EVERYBODY)
row("courses:together", may(P.EDIT_COURSES), of("together"), elsewhere=403)
row("courses:participants", organisers, session)
row("courses:participants_file", organisers, session)
# Whoever holds the signed address may see it.
row("courses:receipt", EVERYBODY, of("receipt", lambda token: {"token": token}))
row("courses:sign_off", EVERYBODY, of("sign_off", lambda token: {"token": token}))

# Steering groups, reports and the network
year = of("report", lambda report: {"year": report.form.year})
row("network:steering_group", EVERYBODY)
row("network:report", EVERYBODY, year)
row("network:member_page", may(P.SEE_MEMBER_PAGES, auditor=200))
row("network:minutes", may(P.EDIT_STEERING_GROUP), of("network.meeting"), elsewhere=403)
keepers = may(P.EDIT_STEERING_GROUP)
row("network:commitment_add", keepers, elsewhere=403)
row("network:commitment", keepers, of("commitment"), elsewhere=403)
row("network:seat_add", keepers, elsewhere=403)
row("network:seat", keepers, of("seat"), elsewhere=403)
row("network:report_form", may(P.WRITE_REPORT, auditor=200), year, elsewhere=200)
# Own node's report is submitted, so its parts lead to the whole; the other node's is still to be written.
part = of("network.reportform", lambda form: {"year": form.year, "part": 1})
row("network:report_part", may(P.WRITE_REPORT, answer=AWAY), part, elsewhere=200)
row("network:nodes", EVERYBODY)
row("network:find", EVERYBODY)
row("network:rollout", EVERYBODY)
row("network:reports", may(P.READ_ALL_REPORTS, administrator=200, auditor=200), on=HUB)
row("network:report_review", may(P.READ_ALL_REPORTS, administrator=200, auditor=200), of("report"), on=HUB)
row("network:node_create", may(P.MANAGE_NETWORK, administrator=200), on=HUB)
row("network:node_close", may(P.MANAGE_NETWORK, administrator=200), fixed(slug="nordland"), on=HUB)

# The library is the national level's, and every node shows it.
criterion = of("criteria_library.criterion", lambda criterion: {"identifier": criterion.identifier})
version = of(
    "criteria_library.criterion", lambda criterion: {"identifier": criterion.identifier, "number": 1}
)
row("criteria_library:list", EVERYBODY)
row("criteria_library:group", EVERYBODY, fixed(code="tekstiler"))
row("criteria_library:compare", EVERYBODY)
row("criteria_library:detail", EVERYBODY, criterion, elsewhere=200)
row("criteria_library:version", EVERYBODY, version, elsewhere=200)
row("criteria_library:changes", EVERYBODY, version, elsewhere=200)
row("criteria_library:counties", EVERYBODY, criterion, elsewhere=200)
row("criteria_library:feedback", EVERYBODY, criterion, elsewhere=200)
row("criteria_library:give_feedback", EVERYBODY, criterion, elsewhere=200)
row("criteria_library:feedback_given", EVERYBODY, criterion, elsewhere=200)
row("criteria_library:follow", EVERYBODY, criterion, elsewhere=200)
row("criteria_library:follow_group", EVERYBODY, fixed(code="tekstiler"))
row("criteria_library:follow_asked", EVERYBODY)
# Whoever holds the signed address may confirm, or stop.
row(
    "criteria_library:confirm_follow",
    EVERYBODY,
    of("follow", lambda follow: {"token": confirm_token(follow)}),
)
row("criteria_library:stop_following", EVERYBODY, of("follow", lambda follow: {"token": stop_token(follow)}))

# The life of criteria is open to all; proposals are their senders', their nodes' and the desk's.
draft = of("draft_of_criterion")
hearing = of("hearing")
desk = may(P.EDIT_CRITERIA)
secretaries = may(P.RUN_HEARINGS)
row("criteria_library:work", EVERYBODY)
row("criteria_library:draft", EVERYBODY, draft, elsewhere=200)
row("criteria_library:hearings", EVERYBODY)
row("criteria_library:hearing", EVERYBODY, hearing, elsewhere=200)
row("criteria_library:answers_file", EVERYBODY, hearing, elsewhere=200)
row("criteria_library:answers_workbook", EVERYBODY, hearing, elsewhere=200)
row("criteria_library:comment", EVERYBODY, hearing, elsewhere=200)
row("criteria_library:comment_sent", EVERYBODY, hearing, elsewhere=200)
row(
    "criteria_library:hearing_document",
    EVERYBODY,
    of("hearing", lambda hearing: {"pk": hearing.documents.get().pk}),
    elsewhere=200,
)
row(
    "criteria_library:attachment",
    EVERYBODY,
    of("comment", lambda comment: {"pk": comment.attachments.get().pk}),
    elsewhere=200,
)
# Whoever holds the signed address may confirm.
row(
    "criteria_library:confirm_comment", EVERYBODY, of("comment_token", lambda token: {"token": token}), on=HUB
)
row("criteria_library:propose", signed_in())
row("criteria_library:proposals", signed_in())
row(
    "criteria_library:proposal",
    may(P.EDIT_LOCAL_NOTES, denied=404),
    of("proposal_on_criterion"),
    elsewhere=200,
)
row("criteria_library:desk", desk, on=HUB)
row("criteria_library:desk_draft", desk, draft, on=HUB)
row("criteria_library:new_hearing", secretaries, on=HUB)
row("criteria_library:desk_hearing", secretaries, hearing, on=HUB)
row("criteria_library:desk_comment", secretaries, of("comment"), on=HUB)

# Examples are shared: every node shows them.
row("good_examples:list", EVERYBODY)
row(
    "good_examples:detail",
    EVERYBODY,
    of("published_example", lambda example: {"pk": example.pk, "slug": example.slug}),
)
