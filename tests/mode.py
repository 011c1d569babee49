"""Loaded before pytest-django reads the settings: the tests run in the mode made for them."""

import os

os.environ.setdefault("HUB_MODE", "test")
