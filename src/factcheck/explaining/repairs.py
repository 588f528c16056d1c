"""The corrections of a contradiction -> repairs: edits in the article's own words that were seen to make it fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from factcheck.explaining import showing
from factcheck.explaining.ages import fits_birthday
from factcheck.explaining.calendar import day_at
from factcheck.explaining.candidates import Candidate, candidates
from factcheck.explaining.case import Case, Mention
from factcheck.explaining.dates import changed_parts, date_edits
from factcheck.explaining.surroundings import Fits, Place, Surroundings, places_of
from factcheck.explaining.trials import Trial, hold
from factcheck.model import Constraint, Correction, Edit, Range, Repair

MOST_COMBINATIONS = 400


def repairs(case: Case, around: Surroundings, fits: Fits) -> tuple[Repair, ...]:
    """Every way out with its nearest values, in the order of the corrections, then the ends of a period swapped.

    Each was tried with ``fits``, and with all that is said ``around`` of the same dates and figures.
    """
    sensible = (one for one in case.contradiction.corrections if not _counts_less_than_none(case, one))
    ways = [_of(case, correction, around, fits) for correction in sensible]
    found = dict.fromkeys((*(one for way in ways for one in way.repairs), *_swapped(case, around, fits)))
    if any(one.edits for one in found):
        vain = {*_telling_nothing(case), *(one for way in ways if way.vain for one in way.repairs)}
        return tuple(one for one in found if one not in vain)
    return tuple(found)


def _telling_nothing(case: Case) -> Iterator[Repair]:
    """That some words must be something else is told only where nothing better can be told of others."""
    for mention in case.mentions:
        for words in (mention.words, showing.whole(case, mention)):
            yield Repair((), case.texts.text("repair.other", words=words))


class _Way(NamedTuple):
    """The repairs of one correction; ``vain`` when each edit that would do breaks something else."""

    repairs: tuple[Repair, ...]
    vain: bool = False


def _counts_less_than_none(case: Case, correction: Correction) -> bool:
    """Whether what is counted would have to be fewer than none: no way out, though arithmetic knows it."""
    for name, allowed in correction.allowed:
        fact = case.facts.get(name)
        if fact is not None and fact.kind == "number" and allowed.high is not None and allowed.high < 0:
            return True
    return False


def _swapped(case: Case, around: Surroundings, fits: Fits) -> Iterator[Repair]:
    """A period that begins with its end."""
    start, end = case.of_role("start"), case.of_role("end")
    if len(start) != 1 or len(end) != 1 or case.of_role("length"):
        return
    (one, *_), (other, *_) = start, end
    if one.fact is None or other.fact is None or one.nominal is None or other.nominal is None:
        return
    first, last = day_at(one.nominal), day_at(other.nominal)
    if first is None or last is None:
        return
    edits: list[Edit] = []
    places: dict[Place, int] = {}
    for fact, old, new in ((one.fact, first, last), (other.fact, last, first)):
        own = date_edits(fact, old, new, case.documents[fact.path], case.texts_in(fact.path))
        if not own:
            return
        edits += own
        places |= places_of(fact, own, changed_parts(old, new))
    distinct = tuple(dict.fromkeys(edits))
    apart = len({edit.span for edit in distinct}) == len(distinct)
    held = apart and hold(case, around.effects(places), around, fits)
    if held and around.mended(case, distinct):
        yield Repair(tuple(sorted(distinct, key=lambda edit: edit.span)), case.texts.text("repair.swap"))


def _of(case: Case, correction: Correction, around: Surroundings, fits: Fits) -> _Way:
    freed = [one for one in case.mentions if one.constraint in correction.freed]
    if len(freed) != sum(not _moves_along(one, correction.freed) for one in correction.freed):
        return _Way(())
    allowed = dict(correction.allowed)
    rest = [case.as_written(one) for one in case.contradiction.constraints if one not in correction.freed]
    if len(freed) > 1:
        return _Way(tuple(_together(case, freed, allowed, rest, around, fits)))
    trial = Trial(case, freed[0], allowed.get(freed[0].variable), rest, around, fits)
    likely = (one for one in candidates(case, freed[0], allowed) if fits_birthday(case, freed[0], one.value))
    found = (one for one in likely if trial.may_be(one))
    fitting = _coarsest(one for one in found if trial.is_as_shown(one))
    repairs = around.best(case, tuple(trial.repairs(fitting)))
    tried = any(one.edits for one in fitting)
    return _Way(repairs, tried and not any(one.edits for one in repairs))


def _moves_along(one: Constraint, freed: Sequence[Constraint]) -> bool:
    """Whether it is the second name of a month that is freed as well: an edit of the first one changes both."""
    return one.id.endswith("#month2") and one.id.removesuffix("2") in [other.id for other in freed]


def _coarsest(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those of the written precision if there are any, else those with one more place, and so on."""
    kept = tuple(found)
    least = min((one.places for one in kept), default=0)
    return tuple(one for one in kept if one.places == least)


def _together(
    case: Case,
    freed: Sequence[Mention],
    allowed: dict[str, Range],
    rest: list[Constraint],
    around: Surroundings,
    fits: Fits,
) -> Iterator[Repair]:
    """Several mentions must change at once: the nearest values that do."""
    options = [candidates(case, mention, allowed) for mention in freed]
    for chosen in islice(product(*options), MOST_COMBINATIONS):
        new = [m.constraint._replace(claim=one.claim) for m, one in zip(freed, chosen, strict=True)]
        edits = tuple(edit for one in chosen for edit in one.edits)
        if all(one.edits for one in chosen) and fits((*rest, *new)) and around.mended(case, edits):
            yield Repair(edits)
            return
    for mention in freed:
        yield Repair((), case.texts.text("repair.other", words=mention.words))
