from django.http import HttpResponse
from django.urls import path

app_name = "good_examples"
urlpatterns = [path("", lambda request: HttpResponse(), name="list")]
