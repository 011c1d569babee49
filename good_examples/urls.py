from django.urls import path

from good_examples.views.pages import ExampleList, ExamplePage

app_name = "good_examples"
urlpatterns = [
    path("", ExampleList.as_view(), name="list"),
    path("<int:pk>-<slug:slug>/", ExamplePage.as_view(), name="detail"),
]
