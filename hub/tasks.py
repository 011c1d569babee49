from django.utils import timezone
from django_tasks import task

from hub.services.mail import deliver_due_mail


@task()
def deliver_mail() -> None:
    """Asks for itself again when a mail has to wait, since the job queue doesn't retry."""
    again_at = deliver_due_mail(now=timezone.now())
    if again_at is not None and deliver_mail.get_backend().supports_defer:
        deliver_mail.using(run_after=again_at).enqueue()
