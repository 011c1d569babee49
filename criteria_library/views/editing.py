"""Two editors on one draft: the later is told, and keeps what they typed."""

from django.utils.translation import gettext as _
from wagtail.admin.utils import get_user_display_name
from wagtail.locks import BasicLock
from wagtail.snippets.views.snippets import EditView


class DraftLock(BasicLock):
    """Wagtail's lock, which says in the page's language who holds it and what to do."""

    def get_message(self, user):
        if self.object.locked_by is None or not self.for_user(user):
            return super().get_message(user)
        told = _("The draft is locked by %s, who is writing in it. Ask them to open it, or ask an approver.")
        return told % get_user_display_name(self.object.locked_by)


class CarefulEdit(EditView):
    """Wagtail warns by script alone. Here the save itself is refused once, and what was typed stays.

    The page that comes back carries the newer revision, so that a second save is a choice.
    """

    def get_lock(self):
        return DraftLock(self.object) if self.object.locked else super().get_lock()

    def is_valid(self, form):
        if self.locked_for_user:
            self.produced_error_code = "locked"
            self.produced_error_message = " ".join(
                [self.lock.get_message(self.request.user), _("What you typed is still here, and not saved.")]
            )
            return False
        if not self.is_out_of_date:
            return super().is_valid(form)
        self.produced_error_code = "invalid_revision"
        self.produced_error_message = _(
            "Somebody else has saved this draft while you were writing. What you typed is still here, and "
            "not saved. See under “History” what the other wrote, and save again to put your text in its "
            "place."
        )
        return False
