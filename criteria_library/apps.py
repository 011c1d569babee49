from django.apps import AppConfig


class CriteriaLibraryConfig(AppConfig):
    name = "criteria_library"
