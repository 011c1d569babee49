from django.urls import path

from courses.views.calendar import calendar
from courses.views.listing import session_list
from courses.views.participants import Participants, ParticipantsFile
from courses.views.sessions import CalendarFile, SessionPage
from courses.views.sign_ups import Receipt, SignOffPage, SignUpPage
from courses.views.together import TogetherView

app_name = "courses"
urlpatterns = [
    path("", session_list, name="list"),
    path("kalender.ics", calendar, name="calendar"),
    path("pamelding/<str:token>/", Receipt.as_view(), name="receipt"),
    path("avmelding/<str:token>/", SignOffPage.as_view(), name="sign_off"),
    path("sammen/<int:pk>/", TogetherView.as_view(), name="together"),
    path("<int:pk>-<slug:slug>/", SessionPage.as_view(), name="session"),
    path("<int:pk>-<slug:slug>/pamelding/", SignUpPage.as_view(), name="sign_up"),
    path("<int:pk>-<slug:slug>/kalender.ics", CalendarFile.as_view(), name="calendar_file"),
    path("<int:pk>-<slug:slug>/deltakere/", Participants.as_view(), name="participants"),
    path("<int:pk>-<slug:slug>/deltakere.csv", ParticipantsFile.as_view(), name="participants_file"),
]
