"""One mention set free -> what was seen to fit in its place, as edits or as what must be true of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import islice

from factcheck.explaining import showing
from factcheck.explaining.arithmetic_lines import days_between, rounding_matters
from factcheck.explaining.calendar_lines import days_of, fitting_times, weekday_name
from factcheck.explaining.candidates import Candidate
from factcheck.explaining.case import PUBLISHED, Case, Mention
from factcheck.explaining.counted import form_of
from factcheck.explaining.roles import role_of
from factcheck.explaining.surroundings import Fits, Surroundings, places_of
from factcheck.expressions import within
from factcheck.model import MINUTES_A_DAY, AllOf, Claim, Constraint, Linear, Range, Repair

# How many other values of one part of a date are offered: the further off, the less likely a slip of the pen.
MOST_VALUES = 3
MOST_OF_PART = {"month": 2, "month2": 2, "year": 1}
MOST_LISTED = 2
SHARE_DECIMALS = 1
# A date of which day, month and year were all wrong is no slip of the pen.
MOST_PARTS = 2
FAR = Fraction(10) ** 9
FAR_MOMENT = Fraction(400 * 366 * MINUTES_A_DAY)


def hold(case: Case, changed: Mapping[str, Claim], around: Surroundings, fits: Fits) -> bool:
    """Whether the contradiction is gone when these mentions say something else, and nothing around it falls."""
    own = case.contradiction.constraints
    news = [one._replace(claim=changed[one.id]) if one.id in changed else one for one in own]
    return bool(changed) and fits(news) and around.stand(changed)


def _smallest(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Of dates that differ in more parts than others none, and of those that differ in the same the nearest."""
    roles = [frozenset(role for role, _ in one.parts) for one in found]
    for number, (one, own) in enumerate(zip(found, roles, strict=True)):
        if own not in roles[:number] and not any(other < own for other in roles):
            yield one


class Trial:
    """One mention set free, and what is seen to fit in its place."""

    def __init__(
        self,
        case: Case,
        mention: Mention,
        allowed: Range | None,
        rest: Sequence[Constraint],
        around: Surroundings,
        fits: Fits,
    ) -> None:
        self.case, self.mention, self.allowed, self.rest = case, mention, allowed, rest
        self.around, self.fits = around, fits

    def holds(self, claim: Claim) -> bool:
        return self.fits((*self.rest, self.mention.constraint._replace(claim=claim)))

    def may_be(self, one: Candidate) -> bool:
        """Whether a value fits, also with what the contradiction does without: that bounds the figure too."""
        figure = not self.mention.is_moment and not self.mention.part
        if figure and self.allowed is not None and not self.allowed.holds(one.value):
            return False
        return self.holds(one.claim)

    def repairs(self, fitting: Sequence[Candidate]) -> Iterator[Repair]:
        mention = self.mention
        found: tuple[Repair, ...]
        limit = None if mention.part else self._limit(fitting)
        if mention.part == PUBLISHED:
            found = tuple(Repair(one.edits) for one in _smallest(self._working(fitting, MOST_VALUES)))
        elif mention.part:
            most = MOST_OF_PART.get(mention.part, MOST_VALUES if self._weekday else 1)
            offered = self._working(fitting, most)
            found = tuple(Repair(one.edits, self._date_with(one)) for one in offered)
        elif limit is not None:
            found = self._nearest(fitting, limit) if mention.is_moment else ()
        elif mention.is_moment:
            lasting = bool(self.case.of_role("length"))
            likely = [one for one in fitting if not lasting or len(one.parts) <= MOST_PARTS]
            offered = self._working(likely, 1 if lasting else MOST_VALUES)
            found = tuple(self._dated(one) for one in _smallest(offered))
        else:
            found = tuple(self._figures(fitting))
        lost = mention.is_moment and not mention.part and bool(self.case.of_role("length"))
        yield from found or (self._outside(None if lost else limit or self.allowed),)

    def _working(self, fitting: Iterable[Candidate], most: int) -> tuple[Candidate, ...]:
        """The first few whose edits leave everything else that is said as it was."""
        return tuple(islice((one for one in fitting if self._works(one)), most))

    def _works(self, one: Candidate) -> bool:
        fact = self.mention.fact
        places = {} if fact is None else places_of(fact, one.edits, one.parts)
        changed = {**self.around.effects(places), self.mention.constraint.id: one.claim}
        held = hold(self.case, changed, self.around, self.fits)
        return held and self.around.mended(self.case, one.edits)

    def _nearest(self, fitting: Iterable[Candidate], limit: Range) -> tuple[Repair, ...]:
        """The nearest dates inside a limit that changing the day, the month or the year alone gives."""
        words = showing.whole(self.case, self.mention)
        bounds = showing.bounds(self.case, limit, self.mention.is_moment, like=self.mention.fact)
        because = self.case.texts.text("repair.bound", words=words, bounds=bounds)
        ends = (*self.case.of_role("start"), *self.case.of_role("end"))
        taken = {one.nominal for one in ends}  # a period from a day to the same day is none
        found: dict[str, Repair] = {}
        told: dict[str, str] = {}
        for one in fitting:
            if len(one.parts) != 1 or not one.edits or one.value in taken or one.parts[0][0] in found:
                continue
            if self._works(one):
                found[one.parts[0][0]] = Repair(one.edits, told.get(one.parts[0][0], because))
            else:
                told[one.parts[0][0]] = ""  # not all dates within the bounds would do
        return tuple(found.values())[:MOST_LISTED]

    def _limit(self, fitting: Sequence[Candidate]) -> Range | None:
        """Where everything on one side fits: the half line that begins with the nearest value that does."""
        if not fitting:
            return None
        down, up = (self.holds(self._far(sign)) for sign in (-1, 1))
        if down == up or (self.allowed is not None and (self.allowed.high if up else self.allowed.low) is not None):
            return None  # what the contradiction does without may still bound it
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
        words = showing.whole(case, mention)
        if mention.is_duration and not mention.part:
            return self._length()
        if value is None or not told:
            return Repair((), case.texts.text("repair.other", words=words))
        if not mention.is_moment and value.exact == 0:
            words, role = showing.with_words_after(case, mention), role_of(case, mention)
            return Repair((), case.texts.text("repair.without", words=words, role=role))
        if mention.is_moment and value.low is not None:
            value = value._replace(low=self._from(value.low))
        limits = showing.bounds(case, value, True, like=mention.fact) if mention.is_moment else self._limits(value)
        references = [one for one in case.mentions if one.part == PUBLISHED and one.fact is not None]
        if published and len(references) == 1:
            limits = fitting_times(case, references[0])
        if published and not mention.words:
            return Repair((), case.texts.text("repair.publication", bounds=limits))
        return Repair((), case.texts.text("repair.bound", words=words, bounds=limits))

    def _from(self, low: Fraction) -> Fraction:
        """When a stretch begins that some known moment limits: at that moment as its file writes it."""
        for instance in self.case.instances:
            rule = self.case.rule_of(instance)
            written = self.case.as_written(rule)
            if written != rule and isinstance(rule.claim, Linear) and isinstance(written.claim, Linear):
                first, begins = rule.claim.value.low, written.claim.value.low
                if first is not None and begins is not None and first <= low < begins:
                    return begins
        return low

    def _limits(self, value: Range) -> str:
        """A range of figures; of a share in words, which is rounded of itself, the middle."""
        fact, middle = self.mention.fact, Range(value.low, value.high)
        if fact is not None and fact.kind == "percent" and value.low is not None and value.high is not None:
            nearest = round((value.low + value.high) / 2, SHARE_DECIMALS)
            shown = showing.figures(self.case, Range.exactly(nearest), self.mention)
            return self.case.texts.text("hedge.about", number=shown)
        return showing.figures(self.case, middle, self.mention)

    def _dated(self, one: Candidate) -> Repair:
        if one.edits:
            return Repair(one.edits)
        day = showing.moment(self.case, one.value, self.mention.fact)
        return Repair((), self.case.texts.text("repair.bound", words=self.mention.words, bounds=day))

    def _figures(self, fitting: Sequence[Candidate]) -> Iterator[Repair]:
        """The one nearest to what is known; else each of two, or of more the middle and which others it could be."""
        known = self.around.known(self.mention.variable)
        if known is not None:
            fitting = sorted(fitting, key=lambda one: (abs(one.value - known), one.value))[:1]
        values = [one.value for one in fitting]
        if len(fitting) <= MOST_LISTED:
            yield from (self._figure(one) for one in self._working(fitting, MOST_LISTED))
            return
        low, high = min(values), max(values)
        inner = sorted(fitting, key=lambda one: (abs(one.value - (low + high) / 2), one.value))
        middle = next(iter(self._working(inner, 1)), None)
        if middle is None:
            return
        others = [one for one in self.case.mentions if one != self.mention]
        exact = all(one.exact is not None for one in others) or self.mention.is_duration
        exact = exact or not rounding_matters(self.case)
        limits = showing.figures(self.case, Range(low, high), self.mention)
        yield self._figure(middle, "" if exact else self.case.texts.text("repair.fit", bounds=limits))

    def _figure(self, one: Candidate, because: str = "") -> Repair:
        """The edit, or what the figure must be where the words around it would have to change in ways not known."""
        if one.edits:
            return Repair(one.edits, because)
        value = showing.figures(self.case, Range.exactly(one.value), self.mention)
        if self.mention.is_duration:
            return self._length()
        return Repair((), self.case.texts.text("repair.value", words=self.mention.words, value=value))

    def _length(self) -> Repair:
        """How many days lie between two days, for a length in words that cannot be edited."""
        case, words = self.case, self.mention.words
        ends = [
            one for role in ("start", "end") for one in case.told(role)[:1] if one.is_day and one.nominal is not None
        ]
        days = days_between(*(one.nominal or Fraction(0) for one in ends)) if len(ends) == len(("start", "end")) else 0
        if days <= 2 or not case.of_role("length"):
            return Repair((), case.texts.text("repair.other", words=words))
        count, noun = case.numerals.plain(days), form_of(case.texts, "day", days)
        return Repair((), case.texts.text("repair.days", words=words, count=count, days=noun))

    def is_as_shown(self, one: Candidate) -> bool:
        """Whether a part of a date fits in the year that is shown, where the text leaves the year open.

        In another month such a date may be read as one of another year: no month is offered then.
        """
        given, fact = self._weekday, self.mention.fact
        yearless = fact is not None and all(part.role != "year" for part in fact.parts)
        if given is not None and yearless and self.mention.part.startswith("month"):
            return False
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
