from django.urls import path, register_converter
from django.urls.converters import StringConverter

from criteria_library.views import comparison, criteria, feedback, following, library, notes
from criteria_library.views.hearings import answers, comments, desk, proposals, public, running, work


class IdentifierConverter(StringConverter):
    """In small letters too: people type them so, and are led on."""

    regex = "[A-Za-z]{2,5}-[0-9]{1,4}"


register_converter(IdentifierConverter, "criterion")

app_name = "criteria_library"

# The life of a criterion in the open, and the desk behind it, which is on the hub alone.
life = [
    path("arbeid/", work.work, name="work"),
    path("arbeid/<int:pk>/", work.draft, name="draft"),
    path("forslag/", proposals.ProposalList.as_view(), name="proposals"),
    path("forslag/nytt/", proposals.Propose.as_view(), name="propose"),
    path("forslag/<int:pk>/", proposals.ProposalPage.as_view(), name="proposal"),
    path("horinger/", public.hearings, name="hearings"),
    path("horinger/<int:pk>/", public.hearing, name="hearing"),
    path("horinger/<int:pk>/svar.csv", answers.answers_file, name="answers_file"),
    path("horinger/<int:pk>/svar.xlsx", answers.answers_workbook, name="answers_workbook"),
    path("horinger/<int:pk>/kommentar/", comments.CommentPage.as_view(), name="comment"),
    path("horinger/<int:pk>/takk/", comments.comment_sent, name="comment_sent"),
    path("horinger/bekreft/<str:token>/", comments.ConfirmComment.as_view(), name="confirm_comment"),
    path("horinger/dokument/<int:pk>/", public.document, name="hearing_document"),
    path("horinger/vedlegg/<int:pk>/", public.attachment, name="attachment"),
    path("redaksjon/", desk.Desk.as_view(), name="desk"),
    path("redaksjon/utkast/<int:pk>/", desk.DraftDesk.as_view(), name="desk_draft"),
    path("redaksjon/horinger/ny/", running.NewHearing.as_view(), name="new_hearing"),
    path("redaksjon/horinger/<int:pk>/", running.HearingDesk.as_view(), name="desk_hearing"),
    path("redaksjon/kommentarer/<int:pk>/", running.AnswerPage.as_view(), name="desk_comment"),
]

urlpatterns = [
    path("", library.criteria_list, name="list"),
    path("grupper/<slug:code>/", library.product_group, name="group"),
    path("sammenlign/", comparison.compare, name="compare"),
    *life,
    path("grupper/<slug:code>/folg/", following.FollowGroup.as_view(), name="follow_group"),
    path("folg/", following.follow_asked, name="follow_asked"),
    path("folg/<str:token>/", following.ConfirmFollow.as_view(), name="confirm_follow"),
    path("folg-ikke/<str:token>/", following.StopFollowing.as_view(), name="stop_following"),
    path("<criterion:identifier>/", criteria.detail, name="detail"),
    path("<criterion:identifier>/fylker/", notes.counties, name="counties"),
    path("<criterion:identifier>/folg/", following.FollowCriterion.as_view(), name="follow"),
    path("<criterion:identifier>/erfaringer/", feedback.all_feedback, name="feedback"),
    path("<criterion:identifier>/erfaringer/ny/", feedback.GiveFeedback.as_view(), name="give_feedback"),
    path("<criterion:identifier>/erfaringer/takk/", feedback.feedback_given, name="feedback_given"),
    path("<criterion:identifier>/v<int:number>/", criteria.version, name="version"),
    path("<criterion:identifier>/v<int:number>/endringer/", criteria.changes, name="changes"),
]
