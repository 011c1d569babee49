from django.urls import path

from network.views.administration import NodeCloseView, NodeCreateView
from network.views.minutes import MinutesView
from network.views.nodes import find, nodes, rollout_page
from network.views.report_form import ReportFormView
from network.views.report_part import ReportPartView
from network.views.reports import ReportReviewView, ReportsView
from network.views.steering import MemberPageView, report, steering_group
from network.views.steering_rows import CommitmentView, SeatView

app_name = "network"
urlpatterns = [
    path("styringsgruppe/", steering_group, name="steering_group"),
    path("styringsgruppe/rapporter/<int:year>/", report, name="report"),
    path("styringsgruppe/medlem/", MemberPageView.as_view(), name="member_page"),
    path("styringsgruppe/medlem/rapport/<int:year>/", ReportFormView.as_view(), name="report_form"),
    path(
        "styringsgruppe/medlem/rapport/<int:year>/<int:part>/", ReportPartView.as_view(), name="report_part"
    ),
    path("styringsgruppe/medlem/referat/<int:pk>/", MinutesView.as_view(), name="minutes"),
    path("styringsgruppe/medlem/lofter/ny/", CommitmentView.as_view(), name="commitment_add"),
    path("styringsgruppe/medlem/lofter/<int:pk>/", CommitmentView.as_view(), name="commitment"),
    path("styringsgruppe/medlem/plasser/ny/", SeatView.as_view(), name="seat_add"),
    path("styringsgruppe/medlem/plasser/<int:pk>/", SeatView.as_view(), name="seat"),
    path("knutepunkter/", nodes, name="nodes"),
    path("finn-knutepunkt/", find, name="find"),
    path("utrulling/", rollout_page, name="rollout"),
    path("rapporter/", ReportsView.as_view(), name="reports"),
    path("rapporter/<int:pk>/", ReportReviewView.as_view(), name="report_review"),
    path("nettverk/ny-node/", NodeCreateView.as_view(), name="node_create"),
    path("nettverk/<slug:slug>/lukk/", NodeCloseView.as_view(), name="node_close"),
]
