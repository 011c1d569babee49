"""Editorial pages. Structured things (criteria, courses, examples) are models of their rooms instead."""

from hub.models.pages.articles import ArticlePage
from hub.models.pages.base import HubPage
from hub.models.pages.bin import BinPage
from hub.models.pages.contact import ContactPage
from hub.models.pages.front import FrontPage
from hub.models.pages.news import NewsIndexPage, NewsPage

__all__ = ["ArticlePage", "BinPage", "ContactPage", "FrontPage", "HubPage", "NewsIndexPage", "NewsPage"]
