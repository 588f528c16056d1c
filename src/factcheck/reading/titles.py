"""A line -> numbers with the list of titles in quotes that they announce: two films, "The River" and "Night Shift"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.languages.lexicon import Lexicon
from factcheck.languages.matching import Matcher
from factcheck.languages.nodes import END
from factcheck.languages.phrases import parse
from factcheck.model import Passage, Relation
from factcheck.reading.breakdowns import COUNTS, counts_something
from factcheck.reading.lines import Draft, Line
from factcheck.reading.lists import MOST_ANNOUNCED
from factcheck.reading.pieces import Marks
from factcheck.reading.sentences import bounds

LONGEST_TITLE = 12
# What a title is followed by: whose it is.
LONGEST_BYLINE = 6
# Between what is counted and its list: a comma or a colon, or words such as "namely" with one.
OPENING = "([{comma}] ({opener}|{copula}) [{colon}|{comma}]|{comma}|{colon})"


def titles(path: str, line: Line, lexicon: Lexicon) -> Iterator[Relation]:
    """The relation ``list`` of each number whose things are named in quotes right after them."""
    quotes = lexicon.characters("quote!apostrophe")
    opening: Matcher = lexicon.once("opening of titles", lambda: lexicon.matcher(parse(OPENING)))
    for draft in line.drafts_between(0, len(line.line)):
        if not _is_announced(draft):
            continue
        if quotes.isdisjoint(line.base[draft.end : bounds(line, draft.start)[1] + LONGEST_BYLINE]):
            continue
        match = opening.match(line.line, int(str(draft.data.get("noun end", draft.end))))
        items = _quoted(line, match.end(), quotes) if match is not None else []
        if line.base[draft.start] in lexicon.characters("dualconstruct"):
            items = _pair(line, _quoted(line, draft.end, quotes))
        items = items or _quoted(line, _after_dash(line, draft), quotes)
        for at in (match.end() if match is not None else len(line.line), _after_dash(line, draft)):
            items = items or _quoted(line, at, quotes, LONGEST_BYLINE)  # "Salt" by Tom Bell and "Dust" by Ann Hay
        if items:
            passages = tuple(Passage(path, line.span(*one), line.text(*one), "item") for one in items)
            members = tuple(f"{path}@{passage.span.start:08d}" for passage in passages)
            roles = (("announced", (str(draft.data["id"]),)), ("item", members))
            yield Relation("list", path, line.span(draft.start, items[-1][1]), roles, "titles", passages)


def _is_announced(draft: Draft) -> bool:
    """Whether a small number counts things that have titles."""
    if draft.kind != "number" or draft.number is None or "hedges" in draft.data:
        return False
    if not (counts_something(draft) or draft.data.get("unit")):
        return False
    return 2 <= draft.number.value <= MOST_ANNOUNCED


def _pair(line: Line, items: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """What a dual stands right before: names of one word each, since longer ones may be of something else."""
    return items if all(end == start + 1 for start, end in items) else []


def _after_dash(line: Line, draft: Draft) -> int:
    """The token after the first dash or colon behind the only count of a sentence: four songs were taped - "Lime" ...

    The end of the line where there is none.
    """
    start, stop = bounds(line, draft.start)
    dash = line.lexicon.characters("dash!glued")
    if line.lexicon.characters("reported").isdisjoint(line.base[start:stop]):
        dash |= line.lexicon.characters("colon")
    at = next((at for at in range(draft.end, stop) if line.base[at] in dash), stop)
    alone = [one.kind in COUNTS for one in line.drafts_between(start, at)].count(True) == 1
    return at + 1 if alone and at < stop else len(line.line)


def _after_byline(line: Line, marks: Marks, at: int, most: int) -> int:
    """The sign or conjunction after the words that say whose a title is; ``at`` where there is none near."""
    quotes = line.lexicon.characters("quote")
    ends = marks.comma | marks.conjunction | quotes | marks.open
    end = next((one for one in range(at, most + 1) if one >= len(line.line) or line.base[one] in ends | {END}), at)
    return at if end < len(line.line) and line.base[end] in quotes else end


def _quoted(line: Line, at: int, quotes: frozenset[str], byline: int = 0) -> list[tuple[int, int]]:
    """What stands in quotes from ``at`` on, joined by commas and at last a conjunction; nothing if more follows.

    Up to ``byline`` words may stand after each.
    """
    marks, (_, stop) = Marks.of(line.lexicon), bounds(line, at)
    signs = marks.comma | {END}  # "The River," and "Night Shift."
    found: list[tuple[int, int]] = []
    joints: list[bool] = []
    while at < stop and line.base[at] in quotes:
        most = min(len(line.line), at + LONGEST_TITLE + 2)
        end = next((place for place in range(at + 1, most) if line.base[place] in quotes), at)
        last = end - (line.base[end - 1] in signs)
        if last <= at + 1:
            return []
        found.append((at + 1, last))
        at = _after_byline(line, marks, end + 1, min(end + 1 + byline, stop))
        comma = last < end or line.base[at : at + 1] in marks.comma
        at += line.base[at : at + 1] in marks.comma
        joined = line.base[at : at + 1] in marks.conjunction and at < stop
        at += joined
        joints.append(joined)
        if not (comma or joined):
            break
    closed = len(found) > 1 and not joints[-1] and joints[-2] and (all(joints[:-1]) or not any(joints[:-2]))
    return found if closed else []
