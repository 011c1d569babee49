from search.views.finder import Finder, find_everything, show_finder
from search.views.suggestions import suggestions

__all__ = ["Finder", "find_everything", "show_finder", "suggestions"]
