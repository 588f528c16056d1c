"""Written dates against the calendar and the day of publication, and what the words of a fact may mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.checks import CHECKS, Spec, mention, published_of, sort_of, start_of
from factcheck.expressions import holds, one_of, variables
from factcheck.languages.data import load
from factcheck.languages.lexicon import Lexicon
from factcheck.model import (
    MINUTES_A_DAY,
    Bound,
    Contradiction,
    Correction,
    Document,
    Fact,
    Part,
    Passage,
    Range,
    Reading,
    Span,
)
from factcheck.reading.facts import read_text
from factcheck.reading.reader import FACT_KINDS
from factcheck.solving import solve

ENGLISH = Lexicon(load("en"), kinds=FACT_KINDS)
ARABIC = Lexicon(load("ar"), kinds=FACT_KINDS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ARABIC_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


def minutes(day: date) -> int:
    return (day.toordinal() - 1) * MINUTES_A_DAY


def whole_day(day: date) -> Range:
    return Range(Fraction(minutes(day)), Fraction(minutes(day) + MINUTES_A_DAY), False, True)


def dated(text: str, days: Sequence[date], *parts: tuple[str, str, int], when: tuple[Range, ...] = ()) -> Fact:
    """A date that is the whole of ``text``, read as one of ``days``; ``parts`` are role, words, value in order."""
    found: list[Part] = []
    for role, words, value in parts:
        start = text.index(words, found[-1].span.end if found else 0)
        found.append(Part(role, Span(start, start + len(words)), value))
    readings = tuple(Reading(whole_day(day), "minute", day.isoformat()) for day in days)
    return Fact("draft@00000000", "draft", "day", Span(0, len(text)), readings, parts=tuple(found), when=when)


def full_date(weekday: int, day: int, month: int, year: int) -> tuple[Fact, str]:
    text = f"{WEEKDAYS[weekday]} {day:02}.{month:02}.{year}"
    meant = [date(year, month, day)]
    parts = (("weekday", WEEKDAYS[weekday], weekday), ("day", f"{day:02}", day), ("month", f"{month:02}", month))
    return dated(text, meant, *parts, ("year", str(year), year)), text


def checked(name: str, text: str, *facts: Fact, published: Range | None = None, words: Passage | None = None) -> Bound:
    known = {} if published is None else {"draft": published}
    said = {} if words is None else {"draft": words}
    return CHECKS[name](facts, {"draft": text}, known, Spec(f"calendar/{name}", "error"), said)


def contradictions(*bounds: Bound) -> tuple[Contradiction, ...]:
    constraints = [constraint for bound in bounds for constraint in bound.constraints]
    solution = solve(constraints, dict(sort for bound in bounds for sort in bound.sorts))
    assert solution.undecided == () and solution.solver_only == ()
    return solution.contradictions


def passages(contradiction: Contradiction) -> list[str]:
    found = {passage for constraint in contradiction.constraints for passage in constraint.passages}
    return [passage.text for passage in sorted(found, key=lambda passage: passage.span)]


def clashes(*bounds: Bound) -> list[list[str]]:
    return [passages(contradiction) for contradiction in contradictions(*bounds)]


def freed(correction: Correction) -> list[str]:
    return [constraint.passages[0].text for constraint in correction.freed]


def in_english(text: str, name: str, published: date | None = None) -> list[list[str]]:
    document = Document.of(text, "draft", "en", published)
    facts = read_text(document, ENGLISH).facts
    return clashes(checked(name, text, *facts, published=None if published is None else whole_day(published)))


def in_arabic(text: str, name: str, published: date | None = None) -> list[list[str]]:
    facts = read_text(Document.of(text, "draft", "ar", published), ARABIC).facts
    return clashes(checked(name, text, *facts, published=None if published is None else whole_day(published)))


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("The deal was signed on Tuesday, 10 November 2020, in Moscow.", []),
        ("The deal was signed on Monday, 10 November 2020, in Moscow.", [["Monday", "10", "November", "2020"]]),
        ("The court sat on Friday, March 3, 2021, and on Thursday, March 4, 2021.", [["Friday", "March", "3", "2021"]]),
        ("They met on Thursday, 29 February 2024.", []),
        ("They met on Friday, 29 February 2024.", [["Friday", "29", "February", "2024"]]),
        ("The talks ended on Monday; the agreement of 10 November 2020 was their result.", []),
        ("The battle was on Friday, 25 October 1415.", []),
        ("The stage is set up Monday to Friday, 6 to 10 January 2025.", []),
        (
            "The stage is set up Monday to Friday, 7 to 11 January 2025.",
            [["Monday", "7", "January", "2025"], ["Friday", "11", "January", "2025"]],
        ),
        ("They play on Friday and Saturday, 6 and 7 June 2025.", []),
        ("They play on Friday and Saturday, 6 and 8 June 2025.", [["Saturday", "8", "June", "2025"]]),
        ("They play on Monday and Friday, 6 to 12 June 2025.", []),
        ("They play on Friday, Saturday and Sunday, 6-8 June 2025.", []),
        ("They play from Saturday to Sunday, May 31 to June 1, 2025.", []),
        ("On Monday the 12 February 2025 ruling was struck down.", []),
        ("The lake froze on Monday the 12th of February 2025.", [["Monday", "12th", "February", "2025"]]),
        ("The boat sank on 22 June 2023, a Thursday.", []),
        ("The boat sank on 22 June 2023, a Friday.", [["22", "June", "2023", "Friday"]]),
        ("The vote of 17 May 2024 (Saturday) was close.", [["17", "May", "2024", "Saturday"]]),
        ("The vote of 17 May 2024 (a Friday) was close.", []),
        ("The 22 June 2023 was a Friday.", [["22", "June", "2023", "Friday"]]),
        ("He missed 22 June 2023, a Friday deadline.", []),
        ("The vote was on Tuesday 10/11/2020.", []),
        ("The vote was on Sunday 10/11/2020.", []),
        ("The vote was on Monday 10/11/2020.", [["Monday", "10", "11", "2020"]]),
        ("The vote was on Monday 2020-11-10.", [["Monday", "2020", "11", "10"]]),
        ("The vote was on Monday, 10.11.2020.", [["Monday", "10", "11", "2020"]]),
    ],
)
def test_a_weekday_must_be_that_of_its_date(text: str, clash: list[list[str]]) -> None:
    assert in_english(text, "weekday") == clash


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("يستمر المعرض من الاثنين إلى الجمعة 6-10 يناير 2025.", None),
        ("يُعرض الفيلم يومي الجمعة والسبت 6 و8 يونيو 2025.", ["السبت", "8", "يونيو", "2025"]),
        ("غرق القارب في 18 تشرين الأول 2022 (الثلاثاء).", None),
        ("غرق القارب في 18 تشرين الأول 2022 (الأربعاء).", ["18", "تشرين الأول", "2022", "الأربعاء"]),
        ("غرق القارب الأربعاء في الثامن عشر من أكتوبر 2022.", ["الأربعاء", "الثامن عشر", "أكتوبر", "2022"]),
        ("غرق القارب الأربعاء الواقع فيه 18 أكتوبر 2022.", ["الأربعاء", "18", "أكتوبر", "2022"]),
        ("غرق القارب في 18 أكتوبر 2022 المصادف ليوم الأربعاء.", ["18", "أكتوبر", "2022", "الأربعاء"]),
        ("غرق القارب الأربعاء 18/10/2022 ليلاً.", ["الأربعاء", "18", "10", "2022"]),
        ("غرق القارب الأحد 10/11/2020 ليلاً.", None),  # 11 October
        ("غرق القارب الأربعاء 22 ربيع الأول 1444هـ الموافق 18 أكتوبر 2022.", ["الأربعاء", "18", "أكتوبر", "2022"]),
        ("غرق القارب الثلاثاء 22 ربيع الأول 1444هـ الموافق 18 أكتوبر 2022.", None),
    ],
)
def test_a_weekday_must_be_that_of_its_date_in_arabic(text: str, clash: list[str] | None) -> None:
    assert in_arabic(text, "weekday") == ([] if clash is None else [clash])


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("غرق القارب في 31/11/2022 ليلاً.", ["31", "11"]),
        ("غرق القارب في 32 أكتوبر 2022 ليلاً.", ["32"]),
        ("صدر القرار رقم 31/11/2022 أمس.", None),
        ("تحمل الورقة تاريخ 31 نوفمبر، وهو يوم لا وجود له.", None),
    ],
)
def test_a_date_must_exist_in_arabic(text: str, clash: list[str] | None) -> None:
    assert in_arabic(text, "impossible-date") == ([] if clash is None else [clash])


@pytest.mark.parametrize(
    ("text", "published", "clash"),
    [
        ("The court will sit on Friday, March 5.", date(2021, 3, 1), []),
        ("The court will sit on Saturday, March 5.", date(2021, 3, 1), [["Saturday", "March", "5"]]),  # in 2022
        ("Next year was full. The court will sit on Saturday, March 5.", date(2021, 3, 1), []),
        ("In 1953 much changed. The court sat on Thursday, March 5.", date(2021, 3, 1), []),
        ("The court sat on Thursday, June 18.", date(2021, 1, 2), []),  # farther away than four months: in 2020
        ("The court sat on Friday, June 18.", date(2021, 1, 2), []),  # or in 2021
        ("The court sat on Monday, June 18.", date(2021, 1, 2), [["Monday", "June", "18"]]),
        ("The court will sit on Monday, March 5.", date(2021, 3, 1), [["Monday", "March", "5"]]),
        ("The court will sit on Monday, March 5.", None, []),
    ],
)
def test_a_year_left_out_may_be_any_near_the_publication(
    text: str, published: date | None, clash: list[list[str]]
) -> None:
    assert in_english(text, "weekday", published) == clash


@pytest.mark.parametrize(("weekday", "clash"), [(1, []), (5, []), (3, []), (0, [["Monday", "10"]])])
def test_a_month_left_out_may_be_that_of_the_reading_or_beside_it(weekday: int, clash: list[list[str]]) -> None:
    text = f"{WEEKDAYS[weekday]} the 10th"
    fact = dated(text, [date(2020, 11, 10)], ("weekday", WEEKDAYS[weekday], weekday), ("day", "10", 10))
    assert clashes(checked("weekday", text, fact)) == clash


def test_a_date_that_is_not_read_as_its_parts_say_is_left_alone() -> None:
    fact, text = full_date(0, 10, 11, 2020)
    elsewhere = Reading(whole_day(date(2018, 3, 4)), "minute")
    other_calendar = Fact(fact.id, fact.path, fact.kind, fact.span, (elsewhere,), parts=fact.parts)
    assert checked("weekday", text, other_calendar) == Bound()


def test_the_eve_of_a_date_keeps_its_weekday() -> None:
    fact, text = full_date(0, 10, 11, 2020)
    evening = minutes(date(2020, 11, 9)) + 18 * 60
    eve = Reading(Range(Fraction(evening), Fraction(evening + 720)), "minute")
    read = Fact(fact.id, fact.path, fact.kind, fact.span, (eve,), parts=fact.parts)
    assert clashes(checked("weekday", text, read)) == [["Monday", "10", "11", "2020"]]


def test_every_part_of_a_wrong_date_is_a_way_out_with_all_that_it_may_be() -> None:
    fact, text = full_date(0, 10, 11, 2020)
    (contradiction,) = contradictions(checked("weekday", text, fact))
    ways_out = {freed(correction)[0]: correction.allowed[0][1] for correction in contradiction.corrections}
    assert {len(correction.freed) for correction in contradiction.corrections} == {1}
    assert ways_out["Monday"] == Range.exactly(1)
    assert ways_out["10"] == Range(Fraction(2), Fraction(30))  # the Mondays of the month
    assert ways_out["11"] == Range(Fraction(2), Fraction(8))  # the months whose 10th is one
    assert ways_out["2020"] == Range(Fraction(2008), Fraction(2031))


def test_a_rule_says_what_it_was_applied_to() -> None:
    fact, text = full_date(1, 10, 11, 2020)
    (instance,) = checked("weekday", text, fact).instances
    assert (instance.id, instance.rule, instance.level) == (f"calendar/weekday@{fact.id}", "calendar/weekday", "error")
    assert instance.role("date") == (fact.id,) and instance.role("weekday") == (f"{fact.id}#weekday",)


def julian_weekday(year: int, month: int, day: int) -> int:
    """The weekday of a date of the Julian calendar, by its day number."""
    late = (14 - month) // 12
    years, months = year + 4800 - late, month + 12 * late - 3
    return (day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083) % 7


def test_a_weekday_may_be_that_of_the_julian_calendar_where_that_was_in_use() -> None:
    assert julian_weekday(1752, 9, 2) == WEEKDAYS.index("Wednesday")
    assert in_english("Wednesday 2 September 1752", "weekday") == []
    assert in_english("Friday 29 December 1899", "weekday") == []
    assert in_english("Monday 12 February 1923", "weekday") == []
    assert in_english("Monday 2 September 1752", "weekday") != []
    assert in_english("Wednesday 12 February 1925", "weekday") != []


@settings(max_examples=40)
@given(st.dates(date(1600, 1, 1), date(2400, 12, 31)), st.integers(1, 6))
@example(date(2000, 2, 29), 3)
@example(date(1896, 2, 29), 1)
@example(date(2100, 12, 31), 6)
@example(date(1903, 5, 31), 2)
def test_a_right_weekday_never_clashes_and_a_wrong_one_always_does(day: date, off: int) -> None:
    right, text = full_date(day.weekday(), day.day, day.month, day.year)
    assert clashes(checked("weekday", text, right)) == []
    weekday = (day.weekday() + off) % 7
    wrong, text = full_date(weekday, day.day, day.month, day.year)
    bound = checked("weekday", text, wrong)
    if day.year <= 1923 and weekday == julian_weekday(day.year, day.month, day.day):
        assert contradictions(bound) == ()
        return
    (contradiction,) = contradictions(bound)
    assert passages(contradiction)[0] == WEEKDAYS[weekday]
    written = {"weekday": weekday, "day": day.day, "month": day.month, "year": day.year}
    for correction in contradiction.corrections:
        ((variable, allowed),) = correction.allowed
        taken_back = correction.freed[0].id
        assert not contradictions(Bound(tuple(c for c in bound.constraints if c.id != taken_back), bound.sorts))
        repaired = written | {variable.split("#")[1]: int(allowed.low or 0)}
        meant = date(repaired["year"], repaired["month"], repaired["day"])
        assert meant.weekday() == repaired["weekday"]
    assert {"weekday", "day", "year"} <= {c.allowed[0][0].split("#")[1] for c in contradiction.corrections}


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("It was dissolved on 31 November 2019 after a debate.", [["31", "November"]]),
        ("It was dissolved on 30 November 2019 after a debate.", []),
        ("The bridge opened on February 29, 2021, two years late.", [["February", "29", "2021"]]),
        ("The bridge opened on February 29, 2020, two years late.", []),
        ("The bridge opened on 29 February, two years late.", []),
        ("The bridge opened on 30 February, two years late.", [["30", "February"]]),
        ("The bridge opened on Monday 31 November, two years late.", [["31", "November"]]),
        ("The bridge opened on 31/11/2020, two years late.", [["31", "11"]]),
        ("The bridge opened on 2021-02-30, two years late.", [["02", "30"]]),
        ("The bridge opened on 31.04.2021, two years late.", [["31", "04"]]),
        ("The bridge opened on 13/10/2020, two years late.", []),
        ("The bridge opened on 32 October 2020, two years late.", [["32"]]),
        ("The town hall saw 31 June weddings and 30 February funerals.", []),
        ("The letter is dated 31 November 2019, a day that does not exist.", []),
        ("The bill is dated 30 February. No such day exists.", []),
        ("There is no 31 June in any year.", []),
        ("In 1712 the country had a 30 February.", []),
        ("The town burned on 30 February 1712.", []),
    ],
)
def test_a_date_must_exist(text: str, clash: list[list[str]]) -> None:
    assert in_english(text, "impossible-date") == clash


def test_a_day_that_no_month_has_is_wrong_by_itself() -> None:
    text = "32 نوفمبر 2020"
    fact = dated(text, [], ("day", "32", 32), ("month", "نوفمبر", 11), ("year", "2020", 2020))
    assert clashes(checked("impossible-date", text, fact)) == [["32"]]


def test_a_leap_day_is_moved_in_the_day_the_month_or_the_year() -> None:
    text = "29.02.2021"
    fact = dated(text, [], ("day", "29", 29), ("month", "02", 2), ("year", "2021", 2021))
    (contradiction,) = contradictions(checked("impossible-date", text, fact))
    assert [freed(correction) for correction in contradiction.corrections] == [["29"], ["02"], ["2021"]]
    assert contradiction.corrections[0].allowed[0][1] == Range(Fraction(1), Fraction(28))


def paired(text: str, day: date, *parts: tuple[str, str, int]) -> Fact:
    return dated(text, [day], *parts)


@pytest.mark.parametrize(
    ("pair", "clash"),
    [
        ((("نوفمبر", 11), ("تشرين الثاني", 11)), []),
        ((("نوفمبر", 11), ("تشرين الأول", 10)), [["نوفمبر", "تشرين الأول"]]),
    ],
)
def test_two_names_of_a_month_must_name_the_same(
    pair: tuple[tuple[str, int], tuple[str, int]], clash: list[list[str]]
) -> None:
    (one, first), (two, second) = pair
    text = f"12 {one}/{two} 2020"
    fact = paired(text, date(2020, 11, 12), ("day", "12", 12), ("month", one, first), ("month", two, second))
    assert clashes(*(checked(name, text, fact) for name in CHECKS)) == clash


@pytest.mark.parametrize("weekday", range(7))
def test_a_wrong_pair_of_months_is_one_error_whatever_the_weekday(weekday: int) -> None:
    text = f"{ARABIC_WEEKDAYS[weekday]} 12 نوفمبر/تشرين الأول 2020"
    parts = (("weekday", ARABIC_WEEKDAYS[weekday], weekday), ("day", "12", 12), ("month", "نوفمبر", 11))
    more = (("month", "تشرين الأول", 10), ("year", "2020", 2020))
    fact = dated(text, [date(2020, 11, 12), date(2020, 10, 12)], *parts, *more)
    found = contradictions(*(checked(name, text, fact) for name in CHECKS))
    assert [passages(one) for one in found] == [["نوفمبر", "تشرين الأول"]]
    ways_out = [freed(correction) for correction in found[0].corrections]
    november, october = ["نوفمبر"], ["تشرين الأول"]
    # 12 November 2020 was a Thursday, 12 October a Monday: the weekday tells which name is wrong.
    assert ways_out == {3: [october], 0: [november]}.get(weekday, [november, october])


def test_a_weekday_beside_an_agreeing_pair_of_months_is_still_checked() -> None:
    text = "الاثنين 10 نوفمبر/تشرين الثاني 2020"
    parts = (("weekday", "الاثنين", 0), ("day", "10", 10), ("month", "نوفمبر", 11), ("month", "تشرين الثاني", 11))
    fact = dated(text, [date(2020, 11, 10)], *parts, ("year", "2020", 2020))
    (contradiction,) = contradictions(*(checked(name, text, fact) for name in CHECKS))
    assert passages(contradiction) == ["الاثنين", "10", "نوفمبر", "2020"]
    assert ["نوفمبر", "تشرين الثاني"] in [freed(correction) for correction in contradiction.corrections]


def months(*firsts: tuple[int, int]) -> tuple[Range, ...]:
    """The moments of these months, each the time of 'this month' for a date in it."""
    found = []
    for year, month in firsts:
        end = date(year + month // 12, month % 12 + 1, 1)
        found.append(Range(Fraction(minutes(date(year, month, 1))), Fraction(minutes(end)), False, True))
    return tuple(found)


THIS_MONTH = "15 ديسمبر الجاري"
DECEMBERS = months((2019, 12), (2020, 12), (2021, 12))


def test_words_of_this_month_must_fit_the_given_publication_day() -> None:
    fact = dated(THIS_MONTH, [], ("day", "15", 15), ("month", "ديسمبر", 12), when=DECEMBERS)
    november, december = whole_day(date(2020, 11, 10)), whole_day(date(2020, 12, 3))
    assert clashes(checked("reference", THIS_MONTH, fact, published=november)) == [[THIS_MONTH]]
    assert clashes(checked("reference", THIS_MONTH, fact, published=december)) == []
    assert clashes(checked("reference", THIS_MONTH, fact)) == []


def test_words_that_date_the_article_are_a_passage_and_may_be_the_wrong_ones() -> None:
    text = "10 نوفمبر 2020: 15 ديسمبر الجاري"
    lead = Passage("draft", Span(0, 14), text[:14], "published")
    fact = dated(text, [], when=DECEMBERS)
    (contradiction,) = contradictions(
        checked("reference", text, fact, published=whole_day(date(2020, 11, 10)), words=lead)
    )
    assert "10 نوفمبر 2020" in passages(contradiction)
    assert len(contradiction.corrections) == 2


def test_two_dates_of_which_no_day_of_publication_makes_both_true_clash_by_themselves() -> None:
    text = "20 أكتوبر الجاري ثم 15 ديسمبر الجاري"
    one = Fact("draft@00000000", "draft", "day", Span(0, 16), (), when=months((2019, 10), (2020, 10)))
    two = Fact("draft@00000020", "draft", "day", Span(20, 36), (), when=DECEMBERS)
    assert clashes(checked("reference", text, one, two)) == [["20 أكتوبر الجاري", "15 ديسمبر الجاري"]]
    same = Fact("draft@00000020", "draft", "day", Span(20, 36), (), when=months((2020, 10), (2021, 10)))
    assert clashes(checked("reference", text, one, same)) == []


def test_the_reference_check_reads_english() -> None:
    text = "The district is to be returned on 15 December of this month, the ministry said."
    assert len(in_english(text, "reference", date(2020, 11, 10))) == 1
    assert in_english(text, "reference", date(2020, 12, 10)) == []
    assert in_english(text, "reference") == []


@pytest.mark.parametrize(
    ("text", "published", "clash"),
    [
        ("The first fire was seen last month, on 4 March, in Aske.", date(2024, 3, 20), "last month, on 4 March"),
        ("The first fire was seen last month, on 4 March, in Aske.", date(2024, 4, 20), None),
        ("Talks begin next month, on 6 May, they said.", date(2024, 5, 1), None),  # written in April
        ("Talks begin next month, on 6 May, they said.", date(2024, 5, 2), "next month, on 6 May"),
        ("Talks begin next month, in May.", date(2024, 6, 20), "next month, in May"),
        ("The roof fell yesterday, 11 March, police said.", date(2024, 3, 13), None),
        ("The roof fell yesterday, 11 March, police said.", date(2024, 3, 14), "yesterday, 11 March"),
        ("The film opens tomorrow (25 March).", date(2024, 3, 20), "tomorrow (25 March)"),
        ("Fish died last year, in 2021, they said.", date(2022, 5, 5), None),
        ("Fish died last year, in 2021, they said.", date(2023, 5, 5), "last year, in 2021"),
        ("It was worse than last year, 2019 and 2018.", date(2024, 5, 5), None),
        ("They met last week, on 6 March, in Oslo.", date(2024, 3, 14), None),
        ("They met last week, on 6 March, in Oslo.", date(2024, 3, 28), "last week, on 6 March"),
        ('"I lost him last month, in March," she wrote.', date(2024, 6, 14), None),
        ("In June 2021 he said that last month, on 4 May, he slept.", date(2024, 6, 14), None),
        ("It closed on 1 September of this month.", date(2022, 10, 3), "1 September of this month"),
        ("It closed on 1 September of this month.", date(2022, 10, 2), None),
        ("It closed on 29 September of this month.", date(2022, 10, 3), None),
    ],
)
def test_words_that_count_from_the_publication_must_fit_the_date_beside_them(
    text: str, published: date, clash: str | None
) -> None:
    assert in_english(text, "reference", published) == ([] if clash is None else [[clash]])
    assert in_english(text, "reference") == []


@pytest.mark.parametrize(
    ("text", "published", "clash"),
    [
        ("انهار السقف أمس 11 مارس.", date(2024, 3, 12), None),
        ("انهار السقف أمس 11 مارس.", date(2024, 3, 20), "أمس 11 مارس"),
        ("يُفتتح المعرض غداً 25 مارس.", date(2024, 3, 20), "غداً 25 مارس"),
        ("اندلع الحريق الشهر الماضي، في 4 مارس، في المصنع.", date(2024, 3, 20), "الشهر الماضي، في 4 مارس"),
        ("اندلع الحريق الشهر الماضي، في 4 مارس، في المصنع.", date(2024, 4, 20), None),
        ("كان الإنتاج في العام الماضي (2021) وفيراً.", date(2023, 3, 20), "العام الماضي (2021)"),
        ("كان الإنتاج في العام الماضي (2022) وفيراً.", date(2023, 3, 20), None),
    ],
)
def test_such_words_in_arabic(text: str, published: date, clash: str | None) -> None:
    assert in_arabic(text, "reference", published) == ([] if clash is None else [[clash]])


def test_a_date_of_last_year_beside_it_has_the_weekday_of_that_year() -> None:
    wrong = "He fell last year, on Monday, 4 March, at home."  # in 2024
    assert in_english(wrong, "weekday", date(2024, 3, 20)) == [["Monday", "4", "March"]]
    assert in_english(wrong.replace("Monday", "Saturday"), "weekday", date(2024, 3, 20)) == []


def test_a_check_of_nothing_says_nothing() -> None:
    assert all(checked(name, "") == Bound() for name in CHECKS)


AFTER_ALL = Range(Fraction(40), None, True)


def figure(*readings: Reading, kind: str = "number") -> Fact:
    return Fact("draft@00000004", "draft", kind, Span(4, 6), readings)


def test_a_mention_is_one_of_its_readings() -> None:
    fact = figure(Reading(Range.exactly(40)), Reading(AFTER_ALL))
    (constraint,) = mention(fact, "The 40 men", ())
    assert constraint.claim == one_of(fact.id, (Range.exactly(40), AFTER_ALL))
    assert constraint.passages == (Passage("draft", Span(4, 6), "40", ""),)
    assert (constraint.id, constraint.kind, constraint.about) == (fact.id, "mention", (fact.id,))


def test_a_fact_without_readings_has_no_mention() -> None:
    assert mention(figure(), "The 40 men", ()) == ()


def test_the_start_of_a_date_is_tied_to_its_reading_where_a_rule_needs_it() -> None:
    first, second = date(2020, 11, 10), date(2020, 10, 11)
    fact = figure(Reading(whole_day(first)), Reading(whole_day(second)), Reading(Range(None, Fraction(5))), kind="day")
    start = start_of(fact.id)
    (constraint,) = mention(fact, "The 40 men", {start})
    for day, begins, true in ((first, first, True), (first, second, False), (second, second, True)):
        assignment = {fact.id: Fraction(minutes(day) + 60), start: Fraction(minutes(begins))}
        assert holds(constraint.claim, assignment) == true
    assert holds(constraint.claim, {fact.id: Fraction(3), start: Fraction(77)})
    assert start not in variables(mention(fact, "The 40 men", ())[0].claim)


def test_a_reading_holds_for_its_publication_moments_only_where_they_are_in_use() -> None:
    (november,) = months((2020, 11))
    fact = figure(Reading(whole_day(date(2020, 11, 10)), when=november), kind="day")
    published = published_of("draft")
    inside, outside = Fraction(minutes(date(2020, 11, 10))), Fraction(minutes(date(2020, 12, 10)))
    claim = mention(fact, "The 40 men", {published})[0].claim
    assert holds(claim, {fact.id: inside, published: inside})
    assert not holds(claim, {fact.id: inside, published: outside})
    assert holds(mention(fact, "The 40 men", ())[0].claim, {fact.id: inside})


@pytest.mark.parametrize(
    ("kind", "low", "high", "sort"),
    [
        ("number", Fraction(40), Fraction(40), "integer"),
        ("number", Fraction(5, 2), Fraction(7, 2), "real"),
        ("percent", Fraction(40), Fraction(40), "real"),
        ("day", Fraction(0), Fraction(MINUTES_A_DAY), "integer"),
        ("duration", Fraction(1, 60), Fraction(1, 60), "real"),
        ("number", Fraction(40), None, "integer"),
    ],
)
def test_whole_numbers_where_every_bound_is_whole(
    kind: str, low: Fraction | None, high: Fraction | None, sort: str
) -> None:
    assert sort_of(figure(Reading(Range(low, high)), kind=kind)) == sort


def test_what_a_date_means_begins_as_a_day_begins() -> None:
    assert whole_day(date(1, 1, 1)).low == 0
    assert minutes(date(2020, 11, 10) + timedelta(days=1)) - minutes(date(2020, 11, 10)) == MINUTES_A_DAY


def test_an_arabic_ordinal_after_a_weekday_may_count_it() -> None:
    assert in_arabic("يصادف الأحد الثاني من أيار/مايو 2024 عيد الأم.", "weekday") == []
    assert in_arabic("اجتمعوا يوم الأحد الثاني عشر من أيار/مايو 2024.", "weekday") == []
    assert len(in_arabic("اجتمعوا يوم السبت الثاني عشر من أيار/مايو 2024.", "weekday")) == 1
