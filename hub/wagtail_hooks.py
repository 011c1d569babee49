"""What the hub tells Wagtail. Registration only."""

from wagtail import hooks

from hub.isolation.hooks import choose_own_files, explore_own_pages, list_own_pages, serve_on_own_host_only

hooks.register("construct_page_chooser_queryset", list_own_pages)
hooks.register("construct_explorer_page_queryset", explore_own_pages)
hooks.register("construct_image_chooser_queryset", choose_own_files)
hooks.register("construct_document_chooser_queryset", choose_own_files)
hooks.register("before_serve_document", serve_on_own_host_only)
