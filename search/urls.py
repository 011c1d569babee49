from django.urls import path

from search.views import find_everything, suggestions

app_name = "search"

urlpatterns = [
    path("", find_everything, name="finder"),
    path("forslag/", suggestions, name="suggestions"),
]
