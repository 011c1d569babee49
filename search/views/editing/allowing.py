from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from hub.enums import Permission
from hub.permissions import has_permission_anywhere


def for_keepers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For those who keep what all nodes share."""

    @wraps(view)
    def allowed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not has_permission_anywhere(request.user, Permission.KEEP_TAXONOMY):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return allowed
