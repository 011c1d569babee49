"""Every address. The rooms above are named by string only, so that the floor imports none of them."""

from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from hub.feeds import NewsFeed
from hub.sitemaps import sitemap
from hub.views.about import about
from hub.views.accounts import MyDetails, MyPage, SignInInstead, demo_mail, roles
from hub.views.health import healthz, readyz
from hub.views.invitations import InvitationPage
from hub.views.log import Log, LogFile
from hub.views.media import picture
from hub.views.members import (
    ChangeMember,
    Invite,
    Members,
    RemoveMember,
    SendInvitationAgain,
    WithdrawInvitation,
)
from hub.views.my_data import DeleteAccount, LeaveNode, MyData, MyDataFile, account_deleted
from hub.views.pages import contact, read_national_article, robots
from hub.views.statements import ReportProblem, accessibility, privacy, problem_reported
from hub.views.style_guide import style_guide

hub_patterns = (
    [
        path("om-oss/", about, name="about"),
        path("konto/", MyPage.as_view(), name="my_page"),
        path("konto/endre/", MyDetails.as_view(), name="my_details"),
        path("konto/mine-data/", MyData.as_view(), name="my_data"),
        path("konto/mine-data/fil/", MyDataFile.as_view(), name="my_data_file"),
        path("konto/slett/", DeleteAccount.as_view(), name="delete_account"),
        path("konto/slettet/", account_deleted, name="account_deleted"),
        path("konto/forlat/<slug:slug>/", LeaveNode.as_view(), name="leave_node"),
        path("konto/invitasjon/<str:token>/", InvitationPage.as_view(), name="invitation"),
        path("medlemmer/", Members.as_view(), name="members"),
        path("medlemmer/inviter/", Invite.as_view(), name="invite"),
        path("medlemmer/<uuid:public_id>/", ChangeMember.as_view(), name="member"),
        path("medlemmer/<uuid:public_id>/fjern/", RemoveMember.as_view(), name="remove_member"),
        path(
            "medlemmer/invitasjon/<int:pk>/send-igjen/",
            SendInvitationAgain.as_view(),
            name="send_invitation_again",
        ),
        path(
            "medlemmer/invitasjon/<int:pk>/trekk-tilbake/",
            WithdrawInvitation.as_view(),
            name="withdraw_invitation",
        ),
        path("logg/", Log.as_view(), name="log"),
        path("logg/fil/", LogFile.as_view(), name="log_file"),
        path("roller/", roles, name="roles"),
        path("media/images/<str:name>", picture, name="picture"),
        path("demo/post/", demo_mail, name="demo_mail"),
        path("kontakt/", contact, name="contact"),
        path("nasjonalt/<slug:slug>/", read_national_article, name="national_article"),
        path("nyheter/rss/", NewsFeed(), name="news_feed"),
        path("tilgjengelighet/", accessibility, name="accessibility"),
        path("tilgjengelighet/meld-fra/", ReportProblem.as_view(), name="report_problem"),
        path("tilgjengelighet/meld-fra/takk/", problem_reported, name="problem_reported"),
        path("personvern/", privacy, name="privacy"),
        path("sitemap.xml", sitemap, name="sitemap"),
        path("robots.txt", robots, name="robots"),
        path("stil/", style_guide, name="style_guide"),
    ],
    "hub",
)

handler400 = "hub.views.errors.bad_request"
handler500 = "hub.views.errors.server_error"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    # One way in: Wagtail's own sign-in forms would go around the limits on guessing.
    path("admin/login/", SignInInstead.as_view(), name="wagtailadmin_login"),
    path("_util/login/", SignInInstead.as_view(), name="wagtailcore_login"),
    path("admin/", include(wagtailadmin_urls)),
    path("dokumenter/", include(wagtaildocs_urls)),
    path("konto/", include("hub.sign_in_urls")),
    path("kriterier/", include("criteria_library.urls")),
    path("kurs/", include("courses.urls")),
    path("eksempler/", include("good_examples.urls")),
    path("sok/", include("search.urls")),
    path("", include("network.urls")),
    path("", include(hub_patterns)),
    path("", include(wagtail_urls)),
]
