"""The least that Django can do: what the time of a page is a multiple of."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("", lambda request: HttpResponse("bare"))]
