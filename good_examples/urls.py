from django.urls import path

from good_examples.views.pages import ExamplePage, example_list

app_name = "good_examples"
urlpatterns = [
    path("", example_list, name="list"),
    path("<int:pk>-<slug:slug>/", ExamplePage.as_view(), name="detail"),
]
