"""An offset of a text in; its line and column out, both from 1, columns in code points."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.model import Document

# What ends a line in an editor. Form feeds and other controls do not.
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")


class Place(NamedTuple):
    line: int
    column: int


class Places:
    """The line starts of one text, found once."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]

    def at(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)


class PlacesOf:
    """Places in several documents by path; a path that is not there has place 0:0."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._texts = {document.path: document.text for document in documents}
        self._places: dict[str, Places] = {}

    def at(self, path: str, offset: int) -> Place:
        if path not in self._texts:
            return Place(0, 0)
        if path not in self._places:
            self._places[path] = Places(self._texts[path])
        return self._places[path].at(offset)

    def words(self, path: str, start: int, end: int) -> str:
        return self._texts.get(path, "")[start:end]
