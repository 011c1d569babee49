from django.apps import AppConfig


class GoodExamplesConfig(AppConfig):
    name = "good_examples"
