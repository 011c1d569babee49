"""What the hub adds to Wagtail's admin."""
