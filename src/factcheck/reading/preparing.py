"""A language's code and the words of rule files -> its lexicon, with what reading makes of its patterns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from factcheck.languages.data import FOLDER, RELATIONS, LanguageDataError, load
from factcheck.languages.indexed import Calls
from factcheck.languages.kept import kept
from factcheck.languages.lexicon import Lexicon
from factcheck.languages.phrases import Sequence
from factcheck.languages.tables import Tables
from factcheck.reading import phrased, reader, relations
from factcheck.reading.builders import BUILDERS

Ready = tuple[Tables, Calls, Calls]


def lexicon_of(code: str, extra: Iterable[Sequence] = ()) -> Lexicon:
    """The lexicon of a language; ``extra`` are phrases of rule files. Without any, it is loaded ready-made."""
    data, phrases = load(code), tuple(extra)
    if phrases:
        return Lexicon(data, phrases, reader.FACT_KINDS)
    ready: Ready = kept(code, _sources(code), lambda: _ready(Lexicon(data, (), reader.FACT_KINDS)))
    lexicon = Lexicon(data, (), reader.FACT_KINDS, ready[0])
    reader.indexed(lexicon, ready[1])
    relations.indexed(lexicon, ready[2])
    return lexicon


def _ready(lexicon: Lexicon) -> Ready:
    must_be_sound(lexicon)
    return lexicon.tables, reader.indexed(lexicon).calls, relations.indexed(lexicon).calls


def must_be_sound(lexicon: Lexicon) -> None:
    """Raises ``LanguageDataError`` where a pattern names a builder, class or phrase that is not there."""
    from factcheck.languages.faults import must_be_possible

    data = lexicon.data
    for pattern in data.patterns:
        if pattern.builder not in BUILDERS:
            raise LanguageDataError(f"{pattern.place}: there is no builder '{pattern.builder}' ({', '.join(BUILDERS)})")
    tied = [one for one in data.named if f"/{RELATIONS}:" in one.place]
    plain = [one for one in data.named if one not in tied]
    must_be_possible(lexicon, (*plain, *data.patterns), {}, reader.FACT_KINDS)
    must_be_possible(lexicon, (*tied, *data.relations), phrased.KINDS, reader.FACT_KINDS)


def _sources(code: str) -> Iterator[Path]:
    """All that a lexicon depends on: the data, the code that makes it, and the kinds that reading gives it."""
    yield from load(code).files
    yield from sorted(FOLDER.glob("*.py"))
    yield from (Path(module.__file__ or "") for module in (reader, phrased, relations))
