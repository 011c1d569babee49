"""One group of the thesaurus, as the national level writes it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hub.enums import Language
from search.analysis.stems import STOPPED
from search.analysis.thesaurus import LONGEST_PHRASE, words_by_comma
from search.analysis.words import clean, folded_words
from search.models import SynonymGroup
from search.queries.thesaurus import groups_with, key_of

LONGEST_FIELD, LONGEST_WORD, MOST_WORDS = 400, 60, 20


class SynonymsForm(forms.Form):
    """`cleaned_data["words"]` are the words by language, each once."""

    def __init__(self, *args: Any, group: SynonymGroup | None = None, **options: Any) -> None:
        super().__init__(*args, **options)
        self.group = group
        for language in Language:
            self.fields[language.value] = forms.CharField(
                label=language.label,
                required=False,
                max_length=LONGEST_FIELD,
                widget=forms.Textarea(attrs={"rows": 2}),
                initial=", ".join(group.words.get(language.value, ())) if group else "",
            )
        self.fields["nb"].help_text = gettext_lazy(
            "Words and expressions of up to three words, with a comma between: “glove, examination glove”."
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        # A field with a fault of its own stands as it was typed, and the rest is not judged without it.
        if self.errors:
            return cleaned
        words = {language.value: self.words_in(cleaned[language.value]) for language in Language}
        for language, said in words.items():
            self.judge(language, said)
        if not self.errors:
            self.judge_together(words)
        return {**cleaned, "words": {language: said for language, said in words.items() if said}}

    @staticmethod
    def words_in(text: str) -> list[str]:
        said = (clean(word, longest=LONGEST_FIELD) for word in words_by_comma(text.replace("\n", ",")))
        return list({key_of(word) or word: word for word in said if word}.values())

    def judge(self, language: str, said: list[str]) -> None:
        for word in said:
            if len(word) > LONGEST_WORD:
                self.add_error(language, _("“%s…” is too long. Is a comma missing?") % word[:LONGEST_WORD])
            elif len(folded_words(word)) > LONGEST_PHRASE:
                self.add_error(language, _("“%s” has more than three words. Is a comma missing?") % word)
            elif not folded_words(word) or set(folded_words(word)) <= STOPPED:
                self.add_error(language, _("“%s” is not a word that search looks for.") % word)

    def judge_together(self, words: dict[str, list[str]]) -> None:
        keys = {key_of(word) for said in words.values() for word in said}
        count = sum(map(len, words.values()))
        if len(keys) < 2:
            raise forms.ValidationError(
                _("Write at least two words for the same thing. Inflections of one word are known already.")
            )
        if count > MOST_WORDS:
            raise forms.ValidationError(
                ngettext(
                    "Write at most %d word in a group.", "Write at most %d words in a group.", MOST_WORDS
                )
                % MOST_WORDS
            )
        for word, other in groups_with(words, apart_from=self.group).items():
            text = _("“%(word)s” stands in the group “%(group)s” already. Write all the words there instead.")
            self.add_error(None, text % {"word": word, "group": other})
