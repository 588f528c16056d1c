"""What the accuracy command takes for found, exact and right, and which files it accepts."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

import accuracy
import accuracy_duckling
import accuracy_recognizers
from accuracy_amounts import Amount
from accuracy_cases import NOT_READ, OTHER_KIND, OVER_READ, WRONG_SPAN, WRONG_VALUE, Case, Verdict
from accuracy_resolutions import values
from accuracy_table import share
from accuracy_times import length, named
from factcheck.model import Range, Reading

REFERENCE = "2013-02-12T04:30:00-02:00"


def duckling(dimension: str, text: str, value: object, group: str = "allExamples", language: str = "en") -> Case | None:
    line = {"id": "one", "lang": language, "dim": dimension, "group": group, "text": text, "value": value}
    return accuracy_duckling.case(json.loads(json.dumps(line | {"expr": "", "ref": REFERENCE}), parse_float=Fraction))


def recognizers(spec: str, text: str, *words: tuple[str, str, object], ignored: bool = False) -> Case | None:
    expected = [
        {"text": one, "start": text.find(one), "end": text.find(one) + len(one), "type": what, "resolution": value}
        for one, what, value in words
    ]
    line = {"id": "one", "lang": "en", "spec": spec, "text": text, "ref": "2016-11-07T16:12:00", "expected": expected}
    return accuracy_recognizers.case(line | {"ignore_resolution": ignored})


def verdict(case: Case | None) -> Verdict:
    assert case is not None
    return next(accuracy.verdicts([case]))


def amount(low: str, high: str, *units: str, loose: bool = False) -> Amount:
    return Amount(Fraction(low), Fraction(high), frozenset(units), loose)


def reading(low: str | None, high: str | None, unit: str = "", note: str = "") -> Reading:
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    return Reading(Range(ends[0], ends[1]), unit, note=note)


def test_a_rounded_number_is_the_one_that_was_written() -> None:
    rounded = reading("3.45", "3.55", note="rounded")
    assert amount("3.5", "3.5").fits("number", rounded)
    assert not amount("3.46", "3.46").fits("number", rounded)


def test_a_bound_is_a_number_only_for_data_without_bounds() -> None:
    more = reading("20", None, note="more")
    assert amount("20", "20", loose=True).fits("number", more)
    assert not amount("20", "20").fits("number", more)
    assert Amount(Fraction(20), None).fits("number", more)
    assert not Amount(Fraction(20), None, low_open=True).fits("number", more)


def test_a_range_wants_both_of_its_ends() -> None:
    between = reading("10", "20", note="range")
    assert amount("10", "20").fits("number", between)
    assert amount("0.10", "0.20").fits("percent", between)
    assert not amount("10", "21").fits("number", between)
    assert not amount("15", "15").fits("number", between)
    assert amount("20", "20", loose=True).fits("number", between)
    assert not amount("10", "20").fits("number", reading("10", "20", note="rounded"))


def test_a_range_to_one_decimal_reaches_half_of_it_beyond() -> None:
    assert amount("3.5", "4.5").fits("percent", reading("3.45", "4.55", note="range"))
    assert not amount("3.5", "4.5").fits("percent", reading("3.40", "4.55", note="range"))


def test_units_must_be_the_same_or_of_known_size() -> None:
    assert amount("2", "2", "foot").fits("quantity", reading("24", "24", "inch"))
    assert not amount("2", "2", "foot").fits("quantity", reading("2", "2", "metre"))
    assert not amount("2", "2", "foot").fits("number", reading("2", "2"))


def test_a_third_is_the_decimal_that_stands_for_it() -> None:
    assert amount("0.333333333333333", "0.333333333333333").fits("number", Reading(Range.exactly(Fraction(1, 3))))
    assert not amount("0.333", "0.333").fits("number", Reading(Range.exactly(Fraction(1, 3))))


@pytest.mark.parametrize(
    ("one", "other"),
    [("PT90M", "PT1H30M"), ("P2W", "P14D"), ("P1Y6M", "P1.5Y"), ("PT0.5H", "PT30M"), ("P1DE", "P10Y")],
)
def test_lengths_are_compared_and_not_their_spelling(one: str, other: str) -> None:
    assert length(one) == length(other) is not None


@pytest.mark.parametrize("timex", ["2016", "P", "PT", "P1X", "P1", "PRESENT_REF"])
def test_what_is_no_length_is_none(timex: str) -> None:
    assert length(timex) is None


def test_timex_is_spelled_in_one_way() -> None:
    assert named("2016-11-07T17") == named("2016-11-07T17:00:00") == "2016-11-07T17:00"
    assert named("T17:30Z") == named("T17:30+03:00") == "T17:30"
    assert named("SU") == "XXXX-SU"
    assert named("PT17H") == "PT17H"
    assert named("2016-11-07TMO") == "2016-11-07TMO"


DAY = {"kind": "instant", "start": "2013-03-05T00:00:00", "grain": "day"}


def test_a_day_is_the_whole_day() -> None:
    case = duckling("Time", "5 March 2013", DAY)
    assert verdict(case)[3:] == (True, True, True, "", "")
    assert verdict(duckling("Time", "5 March 2013", DAY | {"grain": "month"})).cause == WRONG_VALUE
    assert verdict(duckling("Time", "6 March 2013", DAY)).cause == WRONG_VALUE
    assert verdict(duckling("Time", "March 2013", DAY | {"start": "2013-03-01T00:00:00"})).cause == WRONG_VALUE


def test_an_hour_is_its_point_of_time_as_well() -> None:
    hour = {"kind": "instant", "start": "2013-02-12T15:00:00", "grain": "hour"}
    assert verdict(duckling("Time", "3 pm", hour)).right is True
    assert verdict(duckling("Time", "4 pm", hour)).right is False


def test_ends_by_convention_are_right_by_their_name() -> None:
    early = {"kind": "interval", "start": "2013-03-01T00:00:00", "end_excl": "2013-03-11T00:00:00", "grain": "day"}
    assert verdict(duckling("Time", "early March 2013", early)).right is True
    assert verdict(duckling("Time", "March 2013", early)).right is False
    assert verdict(duckling("Time", "late March 2013", early)).right is False


def test_the_end_of_a_year_is_right_by_its_name() -> None:
    end = {"kind": "interval", "start": "2012-09-01T00:00:00", "end_excl": "2013-01-01T00:00:00", "grain": "month"}
    assert verdict(duckling("Time", "the end of 2012", end)).right is True
    assert verdict(duckling("Time", "2012", end)).right is False


def test_an_open_interval_is_right_by_the_name_of_what_it_begins_or_ends_with() -> None:
    after = {"kind": "open", "dir": "after", "start": "2014-01-01T00:00:00", "grain": "year"}
    assert verdict(duckling("Time", "after 2014", after)).right is True
    assert verdict(duckling("Time", "after 2015", after)).right is False


def test_times_are_counted_from_the_moment_of_reference() -> None:
    later = {"kind": "instant", "start": "2013-02-12T06:30:00", "grain": "minute"}
    assert verdict(duckling("Time", "2 hours from now", later)).right is True
    eight = {"kind": "instant", "start": "2013-02-12T06:00:00", "grain": "minute"}
    assert verdict(duckling("Time", "8:00 GMT", eight)).right is True


def test_the_last_unit_of_a_range_may_be_given_by_its_beginning() -> None:
    years = {"values": [{"timex": "(2015-05-01,2018-01-01,P32M)", "start": "2015-05-01", "end": "2018-01-01"}]}
    text = "between May 2015 and 2018"
    assert verdict(recognizers("DateTimeModel", text, (text, "daterange", years))).right is True
    assert verdict(recognizers("DateTimeModel", f"{text}0", (f"{text}0", "daterange", years))).right is not True


def test_what_the_text_leaves_open_has_no_value() -> None:
    that = {"values": [{"timex": "XXXX-WXX-WE", "Mod": "ref_undef", "start": "2016-11-12", "end": "2016-11-14"}]}
    assert verdict(recognizers("DateTimeModel", "that weekend", ("that weekend", "daterange", that))).right is None


def test_a_few_are_three_where_the_data_have_no_word_for_it() -> None:
    few = {"values": [{"timex": "PT3H", "value": "10800"}]}
    assert verdict(recognizers("DateTimeModel", "for a few hours", ("a few hours", "duration", few))).right is True
    assert verdict(recognizers("DateTimeModel", "for a few days", ("a few days", "duration", few))).right is False


def test_latent_phrases_are_left_aside_and_negative_ones_expect_nothing() -> None:
    assert duckling("Time", "7", DAY, group="withLatent") is None
    assert verdict(duckling("Time", "a lamp", None, group="negative")).found is False
    assert verdict(duckling("Time", "on 5 March", None, group="negative")).cause == OVER_READ


def test_each_cause_of_failure() -> None:
    ten = {"kind": "number", "value": 10}
    assert verdict(duckling("Numeral", "a lamp", ten)).cause == NOT_READ
    assert verdict(duckling("Ordinal", "10", ten | {"kind": "ordinal"})).cause == OTHER_KIND
    assert verdict(duckling("Numeral", "11", ten)).cause == WRONG_VALUE
    assert verdict(duckling("Numeral", "of 10", ten)).cause == WRONG_SPAN
    assert verdict(duckling("Numeral", " 10 ", ten)).cause == ""


def test_money_is_of_its_currency() -> None:
    euros = {"kind": "quantity", "unit": ["EUR"], "product": None, "values": [7.5]}
    assert verdict(duckling("AmountOfMoney", "7.50 euros", euros)).right is True
    assert verdict(duckling("AmountOfMoney", "$7.50", euros)).right is False
    assert verdict(duckling("AmountOfMoney", "more than 7.50 euros", euros)).right is False
    assert verdict(duckling("AmountOfMoney", "more than 7.50 euros", euros | {"kind": "min"})).right is True


SENTENCE = "The bridge opened on 5 March and closed again."


def test_a_date_is_that_of_the_future_or_of_the_past() -> None:
    def right(future: str, past: str) -> bool | None:
        value = {"Timex": "", "FutureResolution": {"date": future}, "PastResolution": {"date": past}}
        return verdict(recognizers("DateParser", SENTENCE, ("5 March", "date", value))).right

    assert right("2017-03-05", "1999-03-05") is True
    assert right("1999-03-05", "2017-03-05") is True
    assert right("2017-03-06", "2016-03-06") is False


def test_values_that_are_not_to_be_compared_count_as_found_only() -> None:
    wrong = {"values": [{"timex": "2016-03-06", "type": "date", "value": "2016-03-06"}]}
    entry = ("5 March", "datetimeV2.date", wrong)
    assert verdict(recognizers("DateTimeModel", SENTENCE, entry, ignored=True))[3:6] == (True, True, None)
    assert verdict(recognizers("DateTimeModel", SENTENCE, entry)).right is False
    assert verdict(recognizers("DateExtractor", SENTENCE, ("5 March", "date", None))).right is None


def test_a_time_is_of_any_day() -> None:
    time = {"values": [{"timex": "T17:30", "type": "time", "value": "17:30:00"}]}
    text = "The bridge opened at 5:30 pm sharp."
    assert verdict(recognizers("TimeParser", text, ("5:30 pm", "time", time))).right is True


def test_a_date_without_its_year_is_named_with_the_year_of_its_value() -> None:
    after = {"timex": "XXXX-03-05", "Mod": "after", "type": "daterange", "start": "2017-03-05"}
    entry = ("on 5 March", "datetimeV2.daterange", {"values": [after]})
    assert verdict(recognizers("MergedParser", SENTENCE, entry)).right is True
    late = {"values": [after | {"Mod": "end"}]}
    assert verdict(recognizers("MergedParser", SENTENCE, (*entry[:2], late))).right is False


def test_durations_are_compared_by_what_they_come_to() -> None:
    fields = {"duration": "5400"}
    value = {"Timex": "PT1.5H", "FutureResolution": fields, "PastResolution": fields}
    text = "It was closed for 90 minutes in all."
    assert verdict(recognizers("DurationParser", text, ("90 minutes", "duration", value))).right is True


def test_words_without_a_place_and_modes_are_left_out() -> None:
    assert recognizers("DateExtractor", SENTENCE, ("6 March", "date", None)) is None
    assert recognizers("DateExtractor", SENTENCE, ("", "date", None)) is None
    assert recognizers("DateTimeModelTasksMode", SENTENCE, ("5 March", "date", None)) is None


@pytest.mark.parametrize(("part", "shown"), [(0, "0 (0.0 %)"), (2, "2 (66.6 %)"), (3, "3 (100.0 %)")])
def test_shares_are_rounded_down(part: int, shown: str) -> None:
    assert share(part, 3) == shown


def cases(count: int) -> list[Case]:
    made = [duckling("Numeral", "10", {"kind": "number", "value": 10}) for _ in range(count)]
    return [case._replace(id=str(at)) for at, case in enumerate(made) if case is not None]


def test_at_most_three_in_a_hundred_are_left_aside() -> None:
    assert len(accuracy.without(cases(100), {"1": "chat", "2": "chat", "3": "chat"})) == 97
    with pytest.raises(accuracy.Wrong, match="4 of the 100"):
        accuracy.without(cases(100), {str(at): "chat" for at in range(4)})
    with pytest.raises(accuracy.Wrong, match="no case nowhere"):
        accuracy.without(cases(100), {"nowhere": "chat"})


def test_what_is_left_aside_has_a_reason() -> None:
    assert accuracy.left_aside(["# why", "", "a#1\ta chat command"]) == {"a#1": "a chat command"}
    for line in ("a#1", "a#1\t "):
        with pytest.raises(accuracy.Wrong, match=":1: write an id once"):
            accuracy.left_aside([line])


def test_a_missing_file_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert accuracy.main([str(tmp_path)]) == 2
    assert "there is no figures-and-dates-duckling.jsonl in" in capsys.readouterr().err


def test_the_table_has_no_text_of_the_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "aside.txt").touch()  # the cases that are left aside are not of these data
    monkeypatch.setattr(accuracy, "LEFT_ASIDE", tmp_path / "aside.txt")
    line = {"id": "one", "lang": "en", "dim": "Numeral", "group": "allExamples", "text": "of 10", "expr": "ten"}
    value = {"kind": "number", "value": 10}
    duckling_file = tmp_path / "figures-and-dates-duckling.jsonl"
    duckling_file.write_text(json.dumps(line | {"value": value, "ref": REFERENCE}), encoding="utf-8")
    (tmp_path / "figures-and-dates-recognizers.jsonl").touch()
    assert accuracy.main([str(tmp_path), "--set", "Duckling Numeral"]) == 0
    printed = capsys.readouterr().out
    assert "en        Duckling Numeral      1  1 (100.0 %)  0 (0.0 %)           1  1 (100.0 %)" in printed
    assert "of 10" not in printed
    assert accuracy.main([str(tmp_path), "--failures", "1"]) == 0
    assert "of 10" in capsys.readouterr().out
    assert accuracy.main([str(tmp_path), "--set", "Duckling Numerals"]) == 2


def test_what_duckling_counts_from_the_reference_time_is_right_as_timex3_writes_it() -> None:
    now = duckling("Time", "right now", {"kind": "instant", "start": "2013-02-12T04:30:00", "grain": "second"})
    ago = duckling("Time", "7 days ago", {"kind": "instant", "start": "2013-02-05T04:00:00", "grain": "hour"})
    other = duckling("Time", "7 days ago", {"kind": "instant", "start": "2013-02-05T05:00:00", "grain": "hour"})
    assert [verdict(case).right for case in (now, ago, other)] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "start", "grain", "right"),
    [
        ("the upcoming two weeks", "2013-02-25", "week", True),
        ("the upcoming two weeks", "2013-03-04", "week", False),
        ("the upcoming three months", "2013-05-01", "month", True),
        ("next week", "2013-02-25", "week", False),
    ],
)
def test_several_coming_units_are_right_where_they_end_with_the_one_expected(
    text: str, start: str, grain: str, right: bool
) -> None:
    value = {"kind": "instant", "start": f"{start}T00:00:00", "grain": grain}
    assert verdict(duckling("Time", text, value)).right is right


def test_the_end_of_a_day_is_its_last_minute_or_the_day_with_its_end() -> None:
    (end,) = (
        one for one in values("datetime", {"values": [{"timex": "x", "value": "2016-11-08 23:59:59"}]}) if one.mod
    )
    day = Reading(Range(None, None), "minute", "2016-11-08", "END")
    assert end.fits("day", day) and not end.fits("day", day._replace(note=""))


def test_parts_of_a_month_and_what_ends_after_the_reference_are_right_as_timex3_writes_them() -> None:
    mid = duckling("Time", "mid-March", {"kind": "instant", "start": "2013-03-15T00:00:00", "grain": "day"})
    whole = duckling("Time", "in March 2013", {"kind": "instant", "start": "2013-03-15T00:00:00", "grain": "day"})
    ends = {"start": "2013-02-12T04:30:00", "end_excl": "2014-01-01T00:00:00"}
    by = duckling("Time", "by the end of 2013", {"kind": "interval", **ends, "grain": "second"})
    assert [verdict(case).right for case in (mid, whole, by)] == [True, False, True]
