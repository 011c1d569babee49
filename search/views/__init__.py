from search.views.finder import Finder, find_everything, show_finder

__all__ = ["Finder", "find_everything", "show_finder"]
