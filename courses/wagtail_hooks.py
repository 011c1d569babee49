from django.utils import timezone
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from courses.models import Course, Session
from courses.services.sign_ups import settle_after_change
from courses.viewsets import CoursesGroup
from hub.enums import Permission
from hub.permissions import NodeOwnedPolicy

register_permission_policy(Course, NodeOwnedPolicy(Course, Permission.EDIT_COURSES))
register_permission_policy(Session, NodeOwnedPolicy(Session, Permission.EDIT_COURSES))

register_snippet(CoursesGroup)


@hooks.register("after_edit_snippet")
def settle_sign_ups(request, instance):
    if isinstance(instance, Session):
        settle_after_change(session=instance, at=timezone.now())
