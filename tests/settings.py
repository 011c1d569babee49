"""The hub's settings in the mode made for tests, unless the environment says otherwise."""

import os

os.environ.setdefault("HUB_MODE", "test")

from hub.settings import *  # noqa: E402, F403
