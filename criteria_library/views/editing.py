"""Two editors on one draft: the later is told, and keeps what they typed."""

from django.utils.translation import gettext as _
from wagtail.snippets.views.snippets import EditView


class CarefulEdit(EditView):
    """Wagtail warns by script alone. Here the save itself is refused once, and what was typed stays.

    The page that comes back carries the newer revision, so that a second save is a choice.
    """

    def is_valid(self, form):
        if not self.is_out_of_date:
            return super().is_valid(form)
        self.produced_error_code = "invalid_revision"
        self.produced_error_message = _(
            "Somebody else has saved this draft while you were writing. What you typed is still here, and "
            "not saved. See under “History” what the other wrote, and save again to put your text in its "
            "place."
        )
        return False
