"""The hub's settings in the mode made for tests, with files of this process's own."""

import atexit
import os
import shutil
import tempfile

os.environ.setdefault("HUB_MODE", "test")

# Several runs, and the workers of one, go on side by side: each has its database, index, mail and media.
if "HUB_VAR_DIR" not in os.environ or "PYTEST_XDIST_WORKER" in os.environ:
    os.environ["HUB_VAR_DIR"] = tempfile.mkdtemp(prefix="hub-test-")
    atexit.register(shutil.rmtree, os.environ["HUB_VAR_DIR"], ignore_errors=True)

# A Redis server has sixteen databases; a worker that clears its cache leaves the others theirs.
worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
if cache_url := os.environ.get("HUB_CACHE_URL"):
    os.environ["HUB_CACHE_URL"] = f"{cache_url.rpartition('/')[0]}/{int(worker) + 1}"

from hub.settings import *  # noqa: E402, F403

# The admin's own search is asked for in no test, and following each saved row costs a fifth of making a node.
WAGTAILSEARCH_BACKENDS = {"default": {**WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": False}}  # noqa: F405
