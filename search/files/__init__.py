"""Words out of attached files. Nothing here knows Django: `reading` runs in a process of its own."""
