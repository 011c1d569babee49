"""What followers of a criterion hear of. Sent inside the transaction of the act."""

from django.dispatch import Signal

version_published = Signal()  # version
criterion_withdrawn = Signal()  # criterion
