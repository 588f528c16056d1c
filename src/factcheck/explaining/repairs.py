"""The corrections of a contradiction -> repairs: edits in the article's own words that were seen to make it fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import islice, product

from factcheck.explaining import showing
from factcheck.explaining.calendar_lines import days_of, fitting_times, weekday_name
from factcheck.explaining.candidates import Candidate, candidates
from factcheck.explaining.case import PUBLISHED, Case, Mention
from factcheck.expressions import within
from factcheck.model import MINUTES_A_DAY, AllOf, Claim, Constraint, Correction, Range, Repair

Fits = Callable[[Sequence[Constraint]], bool]

# How many other values of one part of a date are offered: the further off, the less likely a slip of the pen.
MOST_VALUES = 3
MOST_OF_PART = {"month": 2, "month2": 2, "year": 1}
MOST_LISTED = 2
MOST_COMBINATIONS = 400
FAR = Fraction(10) ** 9
FAR_MOMENT = Fraction(400 * 366 * MINUTES_A_DAY)


def repairs(case: Case, fits: Fits) -> tuple[Repair, ...]:
    """Every way out with its nearest values, in the order of the corrections; each was tried with ``fits``."""
    found = (repair for correction in case.contradiction.corrections for repair in _of(case, correction, fits))
    return tuple(dict.fromkeys(found))


def _of(case: Case, correction: Correction, fits: Fits) -> Iterator[Repair]:
    freed = [one for one in case.mentions if one.constraint in correction.freed]
    if len(freed) != len(correction.freed):
        return
    allowed = dict(correction.allowed)
    rest = [one for one in case.contradiction.constraints if one not in correction.freed]
    if len(freed) > 1:
        yield from _together(case, freed, allowed, rest, fits)
        return
    trial = _Trial(case, freed[0], allowed.get(freed[0].variable), rest, fits)
    found = (one for one in candidates(case, freed[0], allowed) if trial.holds(one.claim))
    yield from trial.repairs(_coarsest(one for one in found if trial.is_as_shown(one)))


def _coarsest(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those of the written precision if there are any, else those with one more place, and so on."""
    kept = tuple(found)
    least = min((one.places for one in kept), default=0)
    return tuple(one for one in kept if one.places == least)


def _together(
    case: Case, freed: Sequence[Mention], allowed: dict[str, Range], rest: list[Constraint], fits: Fits
) -> Iterator[Repair]:
    """Several mentions must change at once: the nearest values that do."""
    options = [candidates(case, mention, allowed) for mention in freed]
    for chosen in islice(product(*options), MOST_COMBINATIONS):
        new = [replace(m.constraint, claim=one.claim) for m, one in zip(freed, chosen, strict=True)]
        if all(one.edits for one in chosen) and fits((*rest, *new)):
            yield Repair(tuple(edit for one in chosen for edit in one.edits))
            return
    for mention in freed:
        yield Repair((), case.texts.text("repair.other", words=mention.words))


class _Trial:
    """One mention set free, and what is seen to fit in its place."""

    def __init__(
        self, case: Case, mention: Mention, allowed: Range | None, rest: Sequence[Constraint], fits: Fits
    ) -> None:
        self.case, self.mention, self.allowed, self.rest, self.fits = case, mention, allowed, rest, fits

    def holds(self, claim: Claim) -> bool:
        return self.fits((*self.rest, replace(self.mention.constraint, claim=claim)))

    def repairs(self, fitting: Sequence[Candidate]) -> Iterator[Repair]:
        mention = self.mention
        if mention.part and fitting:
            yield from (
                Repair(one.edits, self._date_with(one))
                for one in fitting[: MOST_OF_PART.get(mention.part, MOST_VALUES)]
            )
        elif mention.part:
            yield self._outside(self.allowed)
        elif (limit := self._limit(fitting)) is not None:
            yield self._outside(limit)
        elif not fitting:
            yield self._outside(self.allowed)
        elif mention.is_moment:
            yield from (self._dated(one) for one in fitting[:MOST_VALUES])
        else:
            yield from self._figures(fitting)

    def _limit(self, fitting: Sequence[Candidate]) -> Range | None:
        """Where everything on one side fits: the half line that begins with the nearest value that does."""
        if not fitting:
            return None
        down, up = (self.holds(self._far(sign)) for sign in (-1, 1))
        if down == up:
            return None
        values = [one.value for one in fitting]
        return Range(min(values), None) if up else Range(None, max(values))

    def _far(self, sign: int) -> Claim:
        mention = self.mention
        distance = FAR_MOMENT if mention.is_moment else FAR
        value = Range.exactly((mention.nominal or 0) + sign * distance)
        own = within(mention.variable, value)
        if not mention.is_moment or mention.fact is None:
            return own
        return AllOf((own, within(f"{mention.fact.id}#start", value)))

    def _outside(self, value: Range | None) -> Repair:
        """No edit can be offered, only what must be true of the words."""
        mention, case = self.mention, self.case
        published = mention.part == PUBLISHED and mention.fact is None
        told = value is not None and value[:2] != (None, None) and (not mention.part or published)
        if value is None or not told or (mention.is_duration and not mention.part):
            return Repair((), case.texts.text("repair.other", words=mention.words))
        limits = showing.bounds(case, value, mention.is_moment, like=mention.fact)
        references = [one for one in case.mentions if one.part == PUBLISHED and one.fact is not None]
        if published and len(references) == 1:
            limits = fitting_times(case, references[0])
        if published and not mention.words:
            return Repair((), case.texts.text("repair.publication", bounds=limits))
        return Repair((), case.texts.text("repair.bound", words=mention.words, bounds=limits))

    def _dated(self, one: Candidate) -> Repair:
        if one.edits:
            return Repair(one.edits)
        day = showing.moment(self.case, one.value, self.mention.fact)
        return Repair((), self.case.texts.text("repair.bound", words=self.mention.words, bounds=day))

    def _figures(self, fitting: Sequence[Candidate]) -> Iterator[Repair]:
        """Each of two values; of more the middle one, and between which others it could be."""
        values = [one.value for one in fitting]
        if len(fitting) <= MOST_LISTED:
            yield from (Repair(one.edits) for one in fitting)
            return
        low, high = min(values), max(values)
        middle = min(fitting, key=lambda one: (abs(one.value - (low + high) / 2), one.value))
        others = [one for one in self.case.mentions if one != self.mention]
        exact = all(one.exact is not None for one in others) or self.mention.is_duration
        limits = showing.bounds(self.case, Range(low, high), moments=False)
        yield Repair(middle.edits, "" if exact else self.case.texts.text("repair.fit", bounds=limits))

    def is_as_shown(self, one: Candidate) -> bool:
        """Whether a part of a date fits in the year that is shown, where the text leaves the year open."""
        given = self._weekday
        if given is None or given.exact is None or (day := self._day_with(one)) is None:
            return given is None
        return day.weekday() == (one.value if self.mention.part == "weekday" else given.exact)

    @property
    def _weekday(self) -> Mention | None:
        own = (self.mention, *self.case.mentions)
        return next((other for other in own if other.part == "weekday" and other.fact == self.mention.fact), None)

    def _day_with(self, one: Candidate) -> date | None:
        """The repaired date, of the likeliest reading; ``None`` where the calendar has no such day."""
        fact = self.mention.fact
        if fact is None or not (days := days_of(fact)):
            return None
        values = {"day": days[0].day, "month": days[0].month, "year": days[0].year}
        if self.mention.part in values:
            values[self.mention.part] = int(one.value)
        try:
            return date(**values)
        except ValueError:
            return None

    def _date_with(self, one: Candidate) -> str:
        """The weekday of the repaired date, where weekdays are what it is about."""
        weekday, day, case = self._weekday, self._day_with(one), self.case
        if weekday is None or day is None:
            return ""
        words, name = showing.day_words(case, day, self.mention.fact), weekday_name(case, day.weekday(), weekday)
        return case.texts.text("because.is-weekday", date=words, right=name)
