from search.views.finder import Finder, Scope
from search.views.showing import find_everything, show_finder
from search.views.suggestions import suggestions

__all__ = ["Finder", "Scope", "find_everything", "show_finder", "suggestions"]
