from django.dispatch import Signal

# After a commit that left something in the outbox.
changes_noted = Signal()
