"""The national level's form for what it asks."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from network.models import ReportAnswer


class ReportFormForm(WagtailAdminModelForm):
    def clean(self):
        """A question stays while somebody's answer to it stands."""
        cleaned = super().clean()
        removed = [form.instance for form in self.formsets["questions"].deleted_forms]
        for question in removed:
            if ReportAnswer.objects.filter(question_id=question.pk).exists():
                self.add_error(
                    None,
                    _("“%(question)s” has been answered and stays. Leave it out next year.")
                    % {"question": question.name},
                )
        return cleaned
