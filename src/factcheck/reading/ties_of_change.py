"""What is said of a change, and two figures -> whether the figures may be of something else."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.languages.nodes import END
from factcheck.reading import changes
from factcheck.reading.breakdowns import concept
from factcheck.reading.changes import FIGURES, NEAR, side_of
from factcheck.reading.lines import Draft, Line
from factcheck.reading.oldnew import POINTS, Pair, Told, Words, figures_of
from factcheck.reading.pieces import Marks, has_prefix
from factcheck.reading.places import noun_end
from factcheck.reading.sentences import bounds

# Words of so few letters tell little.
SHORT = 3
SAYING_LITTLE = ("function", "cap", "timeunit", "trend", "reported", "dateunit")
# So near to its beginning a sentence says that it goes on with what was told.
START = 4
# The time of a change stands so near to its verb and its amount; one more amount so near behind the first.
REACH, BESIDE = 8, 3
# Times of which a change may be without a doubt: rose by a quarter last year.
YEARS = ("year", "period")


def has_own(line: Line, words: Words, told: Told, pair: Pair, amounts: frozenset[int]) -> bool:
    """Whether the sentences of two figures tell of another change, or their own which way they moved."""
    own = told.at if told.by is None else told.by.start
    places = [bounds(line, at) for at in (told.at, pair.old.start, pair.new.start)]
    first, stop = min(places)[0], max(places)[1]
    if any(first <= at < stop for at in amounts if at != own):
        return True
    if told.by is not None and told.by.kind == "number" and _count_others(told.by, pair):
        return True
    if _is_parted(line, words, told, pair):
        return True
    return any(
        place != places[0] and _is_moved(line, words, place, one)
        for place, one in zip(places[1:], (pair.old, pair.new), strict=True)
    )


def _count_others(by: Draft, pair: Pair) -> bool:
    """Whether an amount counts other things than two figures: passed by 38 votes to 22; has lost 19,000 jobs."""
    names = [concept(one) or "".join(getattr(one.data.get("subject"), "words", ())[:1]) for one in (by, *pair[:2])]
    points = by.readings[0].unit in POINTS if by.readings else False
    return not points and bool(names[0]) and any(name and name != names[0] for name in names[1:])


def _is_parted(line: Line, words: Words, told: Told, pair: Pair) -> bool:
    """Whether another verb of rising or falling stands between two figures and what is said of a change."""
    end = told.at + 1 if told.by is None else told.by.end
    start, stop = min(pair.old.start, pair.new.start), max(pair.old.end, pair.new.end)
    between = (stop, told.at) if stop <= told.at else (end, start)
    if not line.lexicon.characters("semicolon").isdisjoint(line.line[slice(*between)]):
        return True
    if any(line.lexicon.words_of("contrasting").finditer(line.base, *between)):
        return True
    if bounds(line, told.at) != bounds(line, start):
        between = (0, 0)
    return any(words.trend.finditer(line.base, *between)) or (
        side_of(line, changes.Words.of(line.lexicon), pair.old) == "changefrom"
        and bounds(line, start)[0] > told.at
        and any(words.noun.finditer(line.base, bounds(line, start)[0], start))
    )


def _is_moved(line: Line, words: Words, place: tuple[int, int], one: Draft) -> bool:
    """Whether a verb right before a figure tells which way it went: then fell to 310."""
    small = changes.Words.of(line.lexicon).small
    verbs = words.trend.finditer(line.base, place[0], one.start)
    return any(
        one.start - verb.end() <= NEAR and all(c in small for c in line.base[verb.end() : one.start]) for verb in verbs
    )


def are_tied(line: Line, words: Words, told: Told, pair: Pair) -> bool:
    """Whether figures of another sentence are of what has changed: it tells of nothing new, or the change is "this"."""
    own = bounds(line, told.at)
    others = {bounds(line, one.start) for one in pair[:2]} - {own}
    if not others:
        return True
    if max(others) < own and _is_definite(line, own, told):
        return True
    known, measure = _content(line, own), _measures(line, own)
    for place in others:
        last = max(one.end for one in pair[:2] if place[0] <= one.start < place[1])
        theirs = _measures(line, (place[0], last))
        if theirs != measure and theirs and measure:
            return False
        counted = {concept(one) for one in pair[:2]} - {""}
        if not (theirs & measure or known & (_content(line, place) | counted) or _is_pronoun(line, place)):
            return False
    return True


def _is_definite(line: Line, own: tuple[int, int], told: Told) -> bool:
    """Whether a change is one that was told before: the decline of 25, this rise by half."""
    lexicon, definite = line.lexicon, line.lexicon.characters("definite-word")
    if lexicon.has_capitals:
        return not definite.isdisjoint(line.base[max(told.at - 2, own[0]) : told.at])
    these = lexicon.characters("this-word")
    return not these.isdisjoint(line.base[max(told.at - 3, own[0]) : told.at])


def _is_pronoun(line: Line, place: tuple[int, int]) -> bool:
    """Whether a sentence begins with a pronoun, a time or "the figure", and so goes on with what was told."""
    lexicon = line.lexicon
    pronouns = lexicon.characters("theyit|heshe|explaining")
    words = lexicon.words_of("former-time"), lexicon.words_of("figure-word")
    if _is_said_of_it(line, place):
        return True
    found = (
        one.start() - place[0]
        for some in words
        for one in some.finditer(line.base, place[0], min(place[0] + START + 3, place[1]))
    )
    return line.base[place[0]] in pronouns or any(start <= START for start in found)


def _is_said_of_it(line: Line, place: tuple[int, int]) -> bool:
    """Whether a sentence begins with "was" and has no subject of its own: was in the quarter before 14.2 percent."""
    lexicon = line.lexicon
    at = place[0] + (line.base[place[0]] in lexicon.characters("conjunction"))
    after = line.base[at + 1 : at + 2]
    return line.base[at] in lexicon.characters("was-word") and (
        at + 1 in line.drafts or after in lexicon.characters("preposition")
    )


def _content(line: Line, place: tuple[int, int]) -> frozenset[str]:
    """The words of a sentence that are no names and say more than when or how much, with what they count."""
    lexicon = line.lexicon
    left = frozenset[str]().union(
        *map(lexicon.characters, ("function", "cap", "timeunit", "trend", "reported", "dateunit"))
    )
    told = {at for one in line.drafts_between(*place) for at in range(one.start, one.end)}
    word = lexicon.characters("word")
    keys = {
        line.key(at, at + 1)
        for at in range(*place)
        if at not in told and line.base[at] in word and line.base[at] not in left
    }
    articles = tuple(lexicon.values.get("article-attached", {}))
    bare = {next((key.removeprefix(one) for one in articles if key.startswith(one)), key) for key in keys}
    nouns = {lexicon.value("noun", key) or "" for key in keys}
    return frozenset(one for one in bare | nouns if len(one) > SHORT - (not lexicon.has_capitals))


def _measures(line: Line, place: tuple[int, int]) -> frozenset[str]:
    """Of what a sentence tells: profit, revenue, output."""
    found = line.lexicon.words_of("measured-as").finditer(line.base, *place)
    return frozenset(line.lexicon.value("measured-as", line.key(*one.span())) or "" for one in found)


def is_of_any_time(line: Line, words: Words, told: Told, pair: Pair) -> bool:
    """Whether a verb tells by how much something rose, not since when: 2 percent to 81, compared with 70 in June.

    Whoever tells of earnings means the same time a year before; of prices, tolls and rates any time may be meant.
    """
    if told.by is None or not words.trend.match(line.base, told.at) or _is_named(line, words, told):
        return False
    if any(one.kind not in FIGURES for one in line.drafts_between(max(told.at - REACH, 0), told.at)):
        return False  # after a month in which it fell by 43
    own, theirs = bounds(line, told.at), bounds(line, pair.old.start)
    end = noun_end(told.by)
    if any(one.kind in YEARS for one in line.drafts_between(end, min(own[1], end + BESIDE - 1))):
        return False  # rose by a quarter last year
    timed = any(one.kind not in FIGURES for place in (own, theirs) for one in line.drafts_between(*place))
    sides = [side_of(line, changes.Words.of(line.lexicon), one) for one in (pair.old, pair.new)]
    if sides == ["changefrom", "changeto"] and own != theirs and not timed:
        return False  # cut its rate by half a point. It goes from 8.5 to 8 percent.
    places = {bounds(line, at) for at in (told.at, pair.old.start, pair.new.start)}
    measured = any(any(line.lexicon.words_of("measured-as").finditer(line.base, *place)) for place in places)
    first, last = sorted((pair.old, pair.new), key=lambda one: one.start)
    again = any(words.trend.finditer(line.base, first.end, last.start))
    stop = bounds(line, pair.old.start)[1]
    times = (one.kind for one in line.drafts_between(pair.old.end, min(stop, pair.old.end + REACH)))
    return not measured or again or any(kind not in (*FIGURES, "year", "duration") for kind in times)


def _is_named(line: Line, words: Words, told: Told) -> bool:
    """Whether a word that may be a verb is a noun here: the drop of 57."""
    articles = line.lexicon.characters("article|definite-word")
    return bool(words.noun.match(line.base, told.at)) and line.base[max(told.at - 1, 0)] in articles


def is_cut(line: Line, words: Words, told: Told, pair: Pair) -> bool:
    """Whether what is doubled is told apart from the figures: twice as much as its rival, and 640 the year before."""
    if told.by is not None:
        return False
    marks = Marks.of(line.lexicon)
    cuts = marks.comma | marks.conjunction | line.lexicon.characters("semicolon|clausal")
    if told.direct:
        return any(line.line[at] in cuts for at in range(told.at, pair.old.start))
    first, last = sorted((pair.old, pair.new), key=lambda one: one.start)
    both = bounds(line, first.start) == bounds(line, last.start) == bounds(line, told.at)
    return both and (
        any(words.trend.finditer(line.base, told.at + 1, last.start))
        or any(
            any(words.trend.finditer(line.base, one.end(), min(one.end() + BESIDE, first.start)))
            for one in line.lexicon.words_of("lead-apart").finditer(line.base, told.at, first.start)
        )
    )


def is_beside_another(line: Line, told: Told, pair: Pair, some: Sequence[Draft]) -> bool:
    """Whether a figure between a change and the pair is what has changed: rose 4 percent to 8.5, and profit to 1.2."""
    if told.by is None:
        return False
    start = min(pair.old.start, pair.new.start)
    if bounds(line, start) != bounds(line, told.at) or start < told.by.end:
        return False
    apart = line.lexicon.words_of("lead-apart").finditer(line.base, told.by.end, start)
    between = (one for one in some if told.by.end <= one.start < start)
    return any(one.kind == pair.old.kind for one in between) or any(one.end() < start - 1 for one in apart)


def is_one_of_several(line: Line, by: Draft) -> bool:
    """Whether several changes are told of: by 10 and 20 percent respectively; by 8 schools and 5 colleges."""
    start, stop = bounds(line, by.start)
    if any(line.lexicon.words_of("respective").finditer(line.base, start, stop)):
        return True
    marks, end = Marks.of(line.lexicon), noun_end(by)
    after = next((one for one in figures_of(line, by.end, stop) if one.start - end <= BESIDE), None)
    between = range(end, after.start + 1 if after is not None else end)
    return any(line.base[at] in marks.conjunction or has_prefix(line, marks, at) for at in between)


def is_narrowed(line: Line, pair: Pair) -> bool:
    """Whether counts of two sentences say of which they are: 40,000 pilgrims by air, 50,000 pilgrims before."""
    if pair.old.kind != "number" or bounds(line, pair.old.start) == bounds(line, pair.new.start):
        return False
    ends = Marks.of(line.lexicon).comma | Marks.of(line.lexicon).open | {END}
    after = (noun_end(one) for one in (pair.old, pair.new))
    return not all(at >= len(line.line) or line.line[at] in ends or at in line.drafts for at in after)
