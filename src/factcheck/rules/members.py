"""A word that a phrase caught -> the member of an index that it names, whatever language spells it."""

from __future__ import annotations

import unicodedata

from factcheck.languages.folding import fold
from factcheck.rules.values import Pack

# Letters that Arabic writes onto the front of a word: and, so, by, for, as; and the article.
_ATTACHED = ("و", "ف", "ب", "ل", "ك")
_ARTICLE = "ال"
_EDGES = " \t\r\n\"'«»“”‘’()[].,;:،؛"


def fold_member(word: str) -> str:
    """The form under which spellings are compared: case, vowel signs, forms of letters, blanks and edges."""
    return " ".join(fold(unicodedata.normalize("NFKC", word).strip(_EDGES)).casefold().split())


class Members:
    """The members of one pack's indexes."""

    def __init__(self, pack: Pack) -> None:
        self._listed = {(index, folded): member for index, folded, member in pack.members}

    def member(self, index: str, word: str) -> tuple[str, bool]:
        """The member that ``word`` names and whether it is listed; an unlisted word is its own member."""
        folded = fold_member(word)
        for form in _forms(folded):
            if (index, form) in self._listed:
                return self._listed[index, form], True
        return folded, False


def _forms(folded: str) -> list[str]:
    forms = [folded]
    if folded[:1] in _ATTACHED and len(folded) > 3:
        forms.append(folded[1:])
    forms += [form.removeprefix(_ARTICLE) for form in forms if form.startswith(_ARTICLE) and len(form) > 4]
    if folded.startswith("لل") and len(folded) > 4:
        forms.append(folded[2:])
    return forms
