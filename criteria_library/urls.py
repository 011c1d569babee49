from django.http import HttpResponse
from django.urls import path

app_name = "criteria_library"
urlpatterns = [path("", lambda request: HttpResponse(), name="list")]
