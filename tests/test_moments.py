"""Dates, times and references to them: what they mean by the calendar, and the laws that they keep."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck.model import MINUTES_A_DAY, Range, Reading
from factcheck.reading.calendar import civil, containing, day_number, range_of
from factcheck.reading.clock import DAYPARTS, PARTS
from factcheck.reading.hijri import hijri_of, solar_of, solar_period
from factcheck.reading.moments import (
    Context,
    Slots,
    day_range,
    duration,
    from_minutes,
    impossible,
    iso,
    resolve,
    to_minutes,
    weekday_ranges,
    zone_shift,
)
from factcheck.reading.named import full_years

ANNOUNCED = date(2020, 11, 10)
ARTICLE = Context(anchors=(ANNOUNCED,), years=(2020,))
FRIDAY = Context(published=date(2020, 11, 13))

DAYS = st.dates(date(3, 1, 1), date(9997, 12, 31))
MODERN = st.dates(date(1850, 1, 1), date(2150, 12, 31))
REFERENCES = st.sampled_from([None, "this", "last", "next"])


def shown(reading: Reading) -> str:
    low, high = reading.value.low, reading.value.high
    assert low is not None and high is not None
    return iso(low) if low == high else f"{iso(low)} {iso(high)}"


def first(slots: Slots, context: Context = ARTICLE) -> str:
    return shown(resolve(slots, context)[0])


def names(slots: Slots, context: Context = FRIDAY) -> list[str | None]:
    return [reading.timex for reading in resolve(slots, context)]


def days_of(slots: Slots, context: Context) -> set[date]:
    return {as_day(reading) for reading in resolve(slots, context)}


def as_day(reading: Reading) -> date:
    assert reading.value.low is not None
    found = from_minutes(reading.value.low)
    assert found is not None and found[1] == 0
    return found[0]


def test_an_article_without_publication_day() -> None:
    dawn = resolve(Slots(day=10, month=11, year=2020, weekday=1, daypart="dawn"), ARTICLE)
    assert [r.timex for r in dawn] == ["2020-11-10TMO"]
    assert first(Slots(weekdays=(0, 1), daypart="midnight")) == "2020-11-10T00:00"
    assert first(Slots(day=20, reference="same", unit="month")) == "2020-11-20T00:00 2020-11-21T00:00"
    assert first(Slots(year=1992)) == "1992-01-01T00:00 1993-01-01T00:00"
    assert first(Slots(decade=90, part="early")) == "1990-01-01T00:00 1994-01-01T00:00"


@pytest.mark.parametrize(
    ("slots", "when"),
    [
        (Slots(day=15, month=11, reference="this"), "2020-11-01 2020-12-01"),
        (Slots(day=1, month=12, reference="next"), "2019-12-01 2020-12-01"),
        (Slots(day=27, month=9, reference="last"), "2020-09-28 2021-10-01"),
        (Slots(month=9, unit="year", reference="last"), "2021-01-01 2022-01-01"),
    ],
)
def test_when_an_article_must_have_appeared(slots: Slots, when: str) -> None:
    reading = resolve(slots, ARTICLE)[0]
    assert reading.timex is not None and reading.timex.startswith("2020-")
    assert reading.when and reading.when.low is not None and reading.when.high is not None
    assert f"{iso(reading.when.low)[:10]} {iso(reading.when.high)[:10]}" == when


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        (Slots(weekday=1), ["2020-11-10", "2020-11-17"]),
        (Slots(weekday=4), ["2020-11-13"]),
        (Slots(weekday=1, reference="last"), ["2020-11-10", "2020-11-03"]),
        (Slots(weekday=1, reference="next"), ["2020-11-17"]),
        (Slots(weekday=1, unit="week", reference="last"), ["2020-11-03"]),
        (Slots(day=2, month=11, reference="last"), ["2020-11-02", "2019-11-02"]),
        (Slots(day=2, month=12, reference="this"), []),
        (Slots(day=2, month=12), ["2020-12-02"]),
        (Slots(day=18, month=6), ["2020-06-18", "2021-06-18"]),
        (Slots(day=29, month=2), ["2020-02-29", "2024-02-29"]),
        (Slots(day=15, unit="month", reference="next"), ["2020-12-15"]),
        (Slots(day=15), ["2020-11-15", "2020-10-15", "2020-12-15"]),
        (Slots(month=3, reference="next"), ["2021-03"]),
        (Slots(month=3, reference="last"), ["2020-03", "2019-03"]),
        (Slots(month=11, unit="year", reference="last"), ["2019-11"]),
        (Slots(month=11, unit="year", count=-2), ["2018-11"]),
        (Slots(quarter=4, unit="year", reference="last"), ["2019-Q4"]),
        (Slots(offset_days=-1), ["2020-11-12"]),
        (Slots(offset_days=-1, weekday=2), ["2020-11-11"]),  # "yesterday, Wednesday" in an article dated a day late
        (Slots(offset_days=-1, daypart="evening"), ["2020-11-12TEV"]),
        (Slots(reference="last", daypart="night"), ["2020-11-12TNI"]),
        (Slots(unit="week", reference="this"), ["2020-W46"]),
        (Slots(unit="week", count=-3), ["2020-W43", "2020-10-23"]),
        (Slots(unit="weekend", reference="last"), ["2020-W45-WE"]),
        (Slots(unit="month", reference="last", part="late"), ["2020-10"]),
        (Slots(unit="quarter", reference="this"), ["2020-Q4"]),
        (Slots(unit="year", reference="next"), ["2021"]),
        (Slots(unit="year", reference="this", part="first-half"), ["2020-H1"]),
        (Slots(unit="decade", reference="last"), ["201"]),
        (Slots(unit="century", reference="last"), ["19"]),
        (Slots(unit="week", reference="last", count=2), ["P2W", "P2W", "P2W"]),
        (Slots(season="SU", reference="last"), ["2020-SU", "2019-SU"]),
        (Slots(season="WI", year=2020), ["2020-WI", "2019-WI"]),
        (Slots(century=20), ["19"]),
        (Slots(century=20, decade=90), ["199"]),
        (Slots(decade=1990), ["199"]),
        (Slots(decade=10), ["201", "191"]),
        (Slots(week=46, year=2020), ["2020-W46"]),
        (Slots(week=53, year=2021), []),
        (Slots(month=3, year=44, era="bc"), ["BC0044-03"]),
        (Slots(hour=14, minute=30), ["2020-11-13T14:30"]),
        (Slots(hour=8, meridiem="12h"), ["2020-11-13T08:00", "2020-11-13T20:00"]),
        (Slots(hour=8, daypart="evening"), ["2020-11-13T20:00"]),
        (Slots(hour=12, meridiem="am"), ["2020-11-13T00:00"]),
        (Slots(hour=24), ["2020-11-13T24:00"]),
        (Slots(hour=11, daypart="eve"), ["2020-11-12T23:00"]),
        (Slots(daypart="midnight"), ["2020-11-13T00:00", "2020-11-13T24:00"]),
    ],
)
def test_on_friday_13_november_2020(slots: Slots, expected: list[str]) -> None:
    assert names(slots) == expected


def test_the_date_named_before_counts_for_same_following_and_previous() -> None:
    assert names(Slots(unit="day", reference="same"), ARTICLE) == ["2020-11-10"]
    assert names(Slots(unit="day", reference="following", count=2), ARTICLE) == ["2020-11-12"]
    assert names(Slots(unit="month", reference="previous"), ARTICLE) == ["2020-10"]
    assert names(Slots(weekday=4, reference="following"), ARTICLE) == ["2020-11-13"]
    assert names(Slots(day=5, month=3, unit="year", reference="same"), ARTICLE) == ["2020-03-05"]
    assert resolve(Slots(unit="day", reference="same"), FRIDAY) == ()


def test_a_year_left_out_may_be_the_one_named_before() -> None:
    memories = Context(published=date(2020, 11, 13), anchors=(date(1992, 5, 9), date(2020, 1, 3)))
    assert names(Slots(day=18, month=5), memories) == ["2020-05-18", "2021-05-18", "1992-05-18"]
    assert names(Slots(day=18, month=5, reference="last"), memories) == ["2020-05-18"]
    unknown = resolve(Slots(day=18, month=5), Context(anchors=(date(1992, 5, 9),)))
    assert [(r.timex, r.when is None) for r in unknown] == [
        ("1992-05-18", True),
        ("1991-05-18", False),
        ("1993-05-18", False),
    ]


def test_years_of_two_digits() -> None:
    assert full_years(92, ARTICLE) == (1992, 2092) and full_years(21, FRIDAY) == (2021, 1921)
    assert full_years(20, Context()) == (1920, 2020) and full_years(100, FRIDAY) == ()


def test_the_date_beside_a_pair_of_weekdays_may_be_of_either() -> None:
    for day in (9, 10):
        midnight = Slots(day=day, month=11, year=2020, weekdays=(0, 1), daypart="midnight")
        assert first(midnight) == "2020-11-10T00:00"
    night = resolve(Slots(weekdays=(0, 1), daypart="night"), ARTICLE)
    assert [(shown(r), r.timex) for r in night] == [("2020-11-09T17:00 2020-11-10T06:00", "2020-11-09TNI")]


def test_without_a_publication_day_relative_words_stay_open_unless_the_window_settles_them() -> None:
    yesterday = Slots(offset_days=-1)
    assert resolve(yesterday, ARTICLE) == ()
    one_day = Context(window=day_range(date(2020, 11, 12)))
    assert names(yesterday, one_day) == ["2020-11-11"]
    november = Context(window=range_of(day_number(2020, 11, 3) * 1440, day_number(2020, 11, 20) * 1440))
    (month,) = resolve(Slots(unit="month", reference="last"), november)
    assert month.timex == "2020-10" and month.when is None
    assert len(resolve(Slots(unit="week", reference="last"), november)) == 3
    weeks = resolve(Slots(unit="week", count=-2), november)
    assert [r.timex for r in weeks] == ["2020-W43", "2020-W44", "2020-W45"]
    assert names(Slots(day=15, month=11, reference="this"), november) == ["2020-11-15"]
    assert resolve(yesterday, Context(window=Range(None, None))) == ()


def test_a_written_weekday_puts_the_year_that_it_fits_first() -> None:
    assert names(Slots(day=10, month=11, weekday=6), ARTICLE)[0] == "2019-11-10"


def test_weeks_and_weekends_may_begin_on_other_days() -> None:
    context = Context(published=date(2020, 11, 13), week_start=6, weekend=4)
    assert first(Slots(unit="week", reference="this"), context) == "2020-11-08T00:00 2020-11-15T00:00"
    assert first(Slots(unit="weekend", reference="this"), context) == "2020-11-13T00:00 2020-11-15T00:00"


def test_clock_times_keep_wall_time_and_name_their_zone() -> None:
    (reading,) = resolve(Slots(day=10, month=11, year=2020, hour=0, minute=0, zone=180))
    assert (shown(reading), reading.note) == ("2020-11-10T00:00", "UTC+03:00")
    assert iso(zone_shift(reading.value, 180).low or 0) == "2020-11-09T21:00"
    (unknown,) = resolve(Slots(hour=14, minute=30, second=15))
    assert unknown.timex == "T14:30:15" and unknown.value == Range(None, None)


def test_hijri_days_may_be_off_by_one_and_months_have_a_margin() -> None:
    day = resolve(Slots(day=24, month=3, year=1442, calendar="hijri"))
    assert [r.timex for r in day] == ["2020-11-10", "2020-11-11", "2020-11-09"]
    (ramadan,) = resolve(Slots(month=9, year=1442, calendar="hijri"))
    assert shown(ramadan) == "2021-04-12T00:00 2021-05-14T00:00"
    assert resolve(Slots(day=1, month=1, year=900, calendar="hijri")) == ()
    assert names(Slots(day=1, month=1, year=1400, calendar="solar-hijri")) == ["2021-03-21"]


@pytest.mark.parametrize(
    ("slots", "code"),
    [
        (Slots(day=31, month=4), "day-not-in-month"),
        (Slots(day=30, month=2, year=2020), "day-not-in-month"),
        (Slots(day=29, month=2, year=2021), "not-a-leap-year"),
        (Slots(day=29, month=2, year=2020), None),
        (Slots(day=29, month=2), None),
        (Slots(day=29, month=2, year=1500), None),
        (Slots(day=1, month=13), "month-out-of-range"),
        (Slots(day=0, month=1), "day-not-in-month"),
        (Slots(hour=25), "hour-out-of-range"),
        (Slots(hour=24, minute=1), "hour-out-of-range"),
        (Slots(hour=12, minute=60), "minute-out-of-range"),
        (Slots(day=31, month=3, calendar="hijri"), "day-not-in-month"),
        (Slots(day=31, month=7, calendar="solar-hijri"), "day-not-in-month"),
        (Slots(day=30, month=12, year=1400, calendar="solar-hijri"), "not-a-leap-year"),
        (Slots(year=0), "year-out-of-range"),
    ],
)
def test_what_no_calendar_has(slots: Slots, code: str | None) -> None:
    assert impossible(slots) == code
    assert code is None or resolve(slots, FRIDAY) == ()


def test_durations_are_minutes() -> None:
    assert duration(Fraction(44), Fraction(44), "day") == Reading(Range.exactly(44 * 1440), "minute", "P44D")
    month = duration(Fraction(1), Fraction(1), "month")
    assert month == Reading(Range(Fraction(28 * 1440), Fraction(31 * 1440)), "minute", "P1M")
    year = duration(Fraction(1), Fraction(1), "year")
    assert year == Reading(Range(Fraction(365 * 1440), Fraction(366 * 1440)), "minute", "P1Y")
    assert duration(Fraction(3, 2), Fraction(3, 2), "hour").timex == "PT1.5H"
    assert duration(Fraction(2), Fraction(3), "week").timex is None
    assert duration(Fraction(29), Fraction(31), "day", Fraction(30)).timex == "P30D"


@given(st.integers(1, 700), st.integers(0, 4799))
def test_so_many_months_from_any_month_on_are_within_their_duration(count: int, start: int) -> None:
    index = 1600 * 12 + start
    ends = [day_number(i // 12, i % 12 + 1) for i in (index, index + count)]
    assert duration(Fraction(count), Fraction(count), "month").value.holds(Fraction((ends[1] - ends[0]) * 1440))


@given(DAYS)
def test_every_day_written_out_is_itself(day: date) -> None:
    (reading,) = resolve(Slots(day=day.day, month=day.month, year=day.year, weekday=day.weekday()))
    assert reading.value == day_range(day) and reading.timex == day.isoformat()
    assert as_day(reading) == day
    assert to_minutes(day, 5, 6) - to_minutes(day) == 306 and from_minutes(to_minutes(day, 5, 6)) == (day, 306)


@given(st.integers(-(10**7), 10**7))
def test_day_numbers_and_civil_dates_are_the_same(number: int) -> None:
    assert day_number(*civil(number)) == number


@given(DAYS, st.sampled_from(["month", "quarter", "season"]), DAYS)
def test_last_is_before_and_next_is_after_publication(day: date, kind: str, published: date) -> None:
    context = Context(published=published)
    slots: dict[str, dict[str, int | str]] = {
        "month": {"day": day.day, "month": day.month},
        "quarter": {"quarter": (day.month + 2) // 3},
        "season": {"season": "WI"},
    }
    for chosen in (slots[kind], {"weekday": day.weekday()}, {"month": day.month}, {"unit": "week"}):
        last = resolve(Slots(reference="last", **chosen), context)
        assert last and all((r.value.high or 0) <= to_minutes(published) for r in last)
        following = resolve(Slots(reference="next", **chosen), context)
        assert following and all((r.value.low or 0) > to_minutes(published) for r in following)


@given(DAYS)
def test_periods_nest(day: date) -> None:
    number = day.toordinal() - 1
    for inner, outer in (
        ("day", "week"),
        ("day", "month"),
        ("month", "quarter"),
        ("quarter", "half"),
        ("half", "year"),
        ("year", "decade"),
        ("decade", "century"),
        ("day", "season"),
    ):
        small, large = containing(inner, number), containing(outer, number)
        assert small and large and large.low <= small.low < small.high <= large.high


@given(DAYS, st.sampled_from(sorted(PARTS)), st.sampled_from(["week", "month", "year", "decade", "century"]))
def test_parts_lie_in_their_whole(day: date, part: str, unit: str) -> None:
    context = Context(published=day)
    (whole,) = resolve(Slots(unit=unit, reference="this"), context)
    (piece,) = resolve(Slots(unit=unit, reference="this", part=part), context)
    assert whole.value.meet(piece.value) == piece.value and whole.value != piece.value
    assert not piece.value.is_empty()


@given(DAYS)
def test_timex_of_days_months_years_weeks_reads_back(day: date) -> None:
    (month,) = resolve(Slots(month=day.month, year=day.year))
    (year,) = resolve(Slots(year=day.year))
    assert month.timex == day.isoformat()[:7] and year.timex == day.isoformat()[:4]
    (found,) = resolve(Slots(unit="week", reference="this"), Context(published=day))
    iso_year, iso_week, _ = day.isocalendar()
    assert found.timex == f"{iso_year:04d}-W{iso_week:02d}"
    (again,) = resolve(Slots(year=iso_year, week=iso_week))
    assert again == found


@given(st.dates(date(1924, 8, 3), date(2077, 11, 14)))
def test_hijri_days_read_back(day: date) -> None:
    found = hijri_of(day.toordinal() - 1)
    assert found is not None
    readings = resolve(Slots(year=found[0], month=found[1], day=found[2], calendar="hijri"))
    assert [as_day(r) - day for r in readings] == [timedelta(0), timedelta(1), timedelta(-1)]


@given(st.dates(date(1866, 1, 1), date(2093, 1, 1)))
def test_solar_hijri_days_read_back(day: date) -> None:
    found = solar_of(day.toordinal() - 1)
    assert found is not None
    period = solar_period(*found)
    assert period is not None and period.timex == day.isoformat()


@given(MODERN, st.integers(-400, 400), REFERENCES, st.sampled_from(["day", "month", "quarter", "season"]))
def test_a_year_holds_for_the_days_on_which_it_would_be_understood(
    day: date, gap: int, reference: str | None, kind: str
) -> None:
    """Known and unknown publication day agree: ``when`` is exactly the days that list the reading."""
    season = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    slots = {
        "day": Slots(day=day.day, month=day.month, reference=reference),
        "month": Slots(month=day.month, reference=reference),
        "quarter": Slots(quarter=(day.month + 2) // 3, reference=reference),
        "season": Slots(season=season, reference=reference),
    }[kind]
    assume((day.month, day.day) != (2, 29))
    published = day + timedelta(gap)
    now = Fraction(to_minutes(published))
    years = (published.year - 1, published.year, published.year + 1)
    unknown = resolve(slots, Context(years=years))
    held = {r.value for r in unknown if r.when is not None and r.when.holds(now)}
    assert held == {r.value for r in resolve(slots, Context(published=published))}


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(1, 12), st.integers(1, 29), REFERENCES)
def test_the_same_for_hijri_days(published: date, month: int, day: int, reference: str | None) -> None:
    slots = Slots(day=day, month=month, calendar="hijri", reference=reference)
    now = Fraction(to_minutes(published))
    years = (published.year - 1, published.year, published.year + 1)
    unknown = resolve(slots, Context(years=years))
    held = {r.value for r in unknown if r.when is not None and r.when.holds(now)}
    assert held == {r.value for r in resolve(slots, Context(published=published))}


@given(DAYS, st.integers(0, 6), st.integers(0, 20))
def test_weekday_ranges_have_that_weekday_and_are_near(day: date, weekday: int, radius: int) -> None:
    readings = resolve(Slots(day=day.day, month=day.month, year=day.year))
    found = weekday_ranges(readings, weekday, radius)
    expected = [day + timedelta(n) for n in range(-radius, radius + 1)]
    assert found == tuple(day_range(d) for d in expected if d.weekday() == weekday)


WILD = st.none() | st.integers(-3, 70) | st.integers(1200, 2100) | st.integers()
INTEGERS = (
    *("day", "month", "year", "weekday", "count", "offset_days", "hour", "minute"),
    *("second", "zone", "week", "quarter", "half", "decade", "century"),
)
UNITS = ("minute", "hour", "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade")
REFERRING = ("this", "last", "next", "same", "following", "previous", "coming-or-past")
CODES = {
    "era": ["bc"],
    "calendar": ["gregorian", "hijri", "solar-hijri"],
    "reference": [*REFERRING, "unheard-of"],
    "unit": [*UNITS, "century", "unheard-of"],
    "part": [*PARTS, "unheard-of"],
    "daypart": [*DAYPARTS, "unheard-of"],
    "meridiem": ["am", "pm", "12h"],
    "season": ["SP", "SU", "FA", "WI", "unheard-of"],
}
ANY_SLOTS = st.builds(
    Slots,
    **dict.fromkeys(INTEGERS, WILD),
    **{name: st.none() | st.sampled_from(codes) for name, codes in CODES.items()},
    weekdays=st.none() | st.tuples(st.integers(), st.integers()),
)
ANY_CONTEXT = st.builds(
    Context,
    published=st.none() | st.dates(),
    window=st.none() | st.builds(range_of, st.integers(0, 10**9), st.integers(0, 10**9)),
    anchors=st.lists(st.dates(), max_size=3).map(tuple),
    years=st.lists(st.integers() | st.integers(1990, 2030), max_size=3).map(tuple),
)


@given(ANY_SLOTS, ANY_CONTEXT)
def test_any_slots_give_readings_that_hold_something(slots: Slots, context: Context) -> None:
    impossible(slots)
    for reading in resolve(slots, context):
        assert not reading.value.is_empty() and reading.unit == "minute"
        assert reading.when is None or not reading.when.is_empty()
        if reading.value.low is not None and reading.value.high is not None:
            iso(reading.value.low), iso(reading.value.high)
            from_minutes(reading.value.low)
        weekday_ranges([reading], 0, 7)


def test_years_without_a_datetime_have_a_name() -> None:
    assert from_minutes(-1) is None
    assert iso(-1) == "0000-12-31T23:59"
    assert iso(day_number(-43, 3, 15) * MINUTES_A_DAY) == "-0043-03-15T00:00"
