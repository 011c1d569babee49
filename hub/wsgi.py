import os

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application
from django.utils.http import parse_header_parameters

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hub.settings")


class Request(WSGIRequest):
    """All text that comes here is UTF-8.

    Django reads even the address by any codec of Python's that the sender names as charset of the body, and
    one that can't read it ends the request before anything is there to answer.
    """

    def _set_content_type_params(self, meta):
        self.content_type, self.content_params = parse_header_parameters(meta.get("CONTENT_TYPE", ""))


application = get_wsgi_application()
application.request_class = Request
