from django.http import HttpResponse
from django.urls import path

app_name = "network"
urlpatterns = [path("knutepunkter/", lambda request: HttpResponse(), name="nodes"), path("styringsgruppe/", lambda request: HttpResponse(), name="steering_group"), path("finn-knutepunkt/", lambda request: HttpResponse(), name="find"), path("utrulling/", lambda request: HttpResponse(), name="rollout")]
