"""What comes along when somebody pastes from a word processor, read into our few marks."""

import re
from html.parser import HTMLParser

from criteria_library.markup import STRONG

MARKUP = re.compile(r"</?(?:p|div|span|table|tr|td|th|ul|ol|li|h[1-6]|o:p|b|i|strong|em|font)\b[^>]*>", re.I)
# Word writes conditions as comments and half-comments.
CONDITIONS = re.compile(r"<!--.*?-->|<!\[[^\]]*\]>|<\?xml[^>]*>", re.S)
# Soft hyphens, and marks of no width that hide in what was copied from a PDF.
UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
CONTROL = re.compile(r"[\x00-\x08\x0c\x0e-\x1f\x7f]")
# Word's bullets, some of them letters of a font of symbols.
BULLET = re.compile(r"^\s*[·•▪▫◦‣➢➤\uf0b7\uf0a7§]\s+", re.M)
LETTER_BULLET = re.compile(r"^o\s{2,}", re.M)
LEFT_OUT = {"style", "script", "head", "title", "xml"}
BOLD = {"b", "strong"}
PARAGRAPHS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol"}


def cleaned(text: str) -> str:
    """The same for a text that needs nothing, whitespace at line ends apart."""
    if MARKUP.search(text):
        text = read_markup(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\u2028", "\n")
    text = CONTROL.sub("", UNSEEN.sub("", text.replace("\u00a0", " ")))
    text = LETTER_BULLET.sub("- ", BULLET.sub("- ", text))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def read_markup(text: str) -> str:
    reader = MarkupReader()
    reader.feed(CONDITIONS.sub("", text))
    reader.close()
    return reader.text()


class MarkupReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.written: list[str] = []
        self.lists: list[list] = []
        self.cells: list[str] | None = None
        self.silent = 0
        self.bold = 0
        self.in_first_row = False

    def handle_starttag(self, tag, attrs):
        if tag in LEFT_OUT:
            self.silent += 1
        elif tag in BOLD:
            self.bold += 1
        elif tag in ("ul", "ol"):
            self.lists.append([tag, 0])
            self.written.append("\n")
        elif tag == "li":
            self.begin_item()
        elif tag == "tr":
            self.cells = []
        elif tag in ("td", "th") and self.cells is not None:
            self.cells.append("")
        elif tag == "br":
            self.write("\n")
        elif tag in PARAGRAPHS and self.cells is None and not self.lists:
            self.in_first_row = tag == "table"
            self.written.append("\n\n")

    def begin_item(self) -> None:
        kind = self.lists[-1] if self.lists else ["ul", 0]
        kind[1] += 1
        self.written.append("\n- " if kind[0] == "ul" else f"\n{kind[1]}. ")

    def handle_endtag(self, tag):
        if tag in LEFT_OUT:
            self.silent = max(0, self.silent - 1)
        elif tag in BOLD:
            self.bold = max(0, self.bold - 1)
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.written.append("\n\n")
        elif tag == "tr" and self.cells is not None:
            cells = (" ".join(cell.split()) for cell in self.cells)
            self.written.append(f"\n| {' | '.join(cells)} |")
            self.cells = None
            self.in_first_row = False
        elif tag in PARAGRAPHS and self.cells is None and not self.lists:
            self.written.append("\n\n")

    def handle_data(self, data):
        if not self.silent:
            # Where lines broke in the source says nothing of where they break on the page.
            words = re.sub(r"[ \t\r\n]+", " ", data)
            # A table's first row is its heading, bold or not.
            self.write(made_bold(words) if self.bold and not self.in_first_row else words)

    def write(self, words: str) -> None:
        if self.cells:
            self.cells[-1] += words
        elif self.cells is None:
            self.written.append(words)

    def text(self) -> str:
        # Word cuts one bold phrase into several.
        lines = "".join(self.written).replace("****", "").split("\n")
        return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in lines)).strip()


def made_bold(words: str) -> str:
    """The marks stand close to the words, and a space outside them."""
    core = words.strip()
    marked = f"**{core}**"
    return words.replace(core, marked) if STRONG.fullmatch(marked) else words
