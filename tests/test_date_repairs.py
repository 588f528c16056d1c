"""Which dates are offered instead of one that cannot be: the same in both languages and both families of months."""

from __future__ import annotations

from datetime import date

import pytest
from tests.test_explained_articles import shown
from tests.test_repairs_restore import assert_restored

from factcheck import Document, check
from factcheck.model import Finding


def found_in(text: str, published: date = date(2024, 3, 1)) -> Finding:
    document = Document.of(text, "draft", published=published)
    assert_restored(document, ())
    (finding,) = check([document]).findings
    return finding


def offered(text: str, published: date = date(2024, 3, 1)) -> list[str]:
    return [shown(text, repair) for repair in found_in(text, published).repairs]


@pytest.mark.parametrize(
    ("words", "ways"),
    [
        ("The pier closed on 31 June 2022.", ["31 -> 30", "June -> May", "June -> July"]),
        ("أُغلق الرصيف في 31 يونيو 2022.", ["31 -> 30", "يونيو -> مايو", "يونيو -> يوليو"]),
        (
            "أُغلق الرصيف في الحادي والثلاثين من حزيران 2022.",
            ["الحادي والثلاثين -> الثلاثين", "حزيران -> أيار", "حزيران -> تموز"],
        ),
        (
            "أُغلق الرصيف في 31 حزيران/يونيو 2022.",
            ["31 -> 30", "حزيران -> أيار and يونيو -> مايو", "حزيران -> تموز and يونيو -> يوليو"],
        ),
        ("The pier closed on 30 February 2022.", ["30 -> 28", "February -> January", "February -> March"]),
        ("أُغلق الرصيف في 30 فبراير 2022.", ["30 -> 28", "فبراير -> يناير", "فبراير -> مارس"]),
        (
            "أُغلق الرصيف في 30 شباط/فبراير 2022.",
            ["30 -> 28", "شباط -> كانون الثاني and فبراير -> يناير", "شباط -> آذار and فبراير -> مارس"],
        ),
    ],
)
def test_a_day_that_no_month_has_is_another_day_or_of_a_month_beside_it(words: str, ways: list[str]) -> None:
    assert offered(words) == ways


@pytest.mark.parametrize(
    "words",
    [
        "The pier closed on 29 February 2022.",
        "أُغلق الرصيف في 29 فبراير 2022.",
        "أُغلق الرصيف في 29 شباط/فبراير 2022.",
    ],
)
def test_a_leap_day_may_also_be_of_another_year(words: str) -> None:
    ways = offered(words)
    assert len(ways) == 4
    assert ways[0] == "29 -> 28" and {"2022 -> 2020", "2022 -> 2024"} & {*ways}


def test_a_month_with_two_names_is_changed_in_both_where_its_weekday_is_wrong() -> None:
    ways = offered("أُغلق الرصيف يوم الاثنين 12 حزيران/يونيو 2021.")
    assert "حزيران -> تموز and يونيو -> يوليو" in ways


@pytest.mark.parametrize(
    ("text", "because", "ways"),
    [
        (
            "The fair begins on 15 Rajab 1446 (15 February 2025) in the old port.",
            "15 Rajab 1446 is 15 January 2025, a day either way, not 15 February 2025",
            ["Rajab -> Shaaban", "February -> January"],
        ),
        (
            "يبدأ السوق في 15 رجب 1446هـ الموافق 15 فبراير 2025م عند المرفأ.",
            "15 رجب 1446هـ يوافق 15 يناير 2025، بزيادة يوم أو نقصانه، لا 15 فبراير 2025",
            ["رجب -> شعبان", "فبراير -> يناير"],
        ),
        (
            "يبدأ السوق يوم الأربعاء 16 شعبان 1446هـ الموافق 15 يناير 2025م عند المرفأ.",
            "16 شعبان 1446هـ يوافق 15 فبراير 2025، بزيادة يوم أو نقصانه، لا 15 يناير 2025",
            ["شعبان -> رجب"],  # of the other date the weekday would be wrong then
        ),
        (
            "يبدأ السوق في ٢٥ ذي القعدة ١٤٤٥هـ (٢٣ مايو ٢٠٢٤) عند المرفأ.",
            "٢٥ ذي القعدة ١٤٤٥هـ يوافق ٢ يونيو ٢٠٢٤، بزيادة يوم أو نقصانه، لا ٢٣ مايو ٢٠٢٤",
            ["٢٥ -> ١٥", "٢٣ -> ٢ and مايو -> يونيو"],
        ),
        (
            "يبدأ السوق في 15/7/1446هـ الموافق 25 كانون الثاني/يناير 2025 عند المرفأ.",
            "15/7/1446هـ يوافق 15 كانون الثاني 2025، بزيادة يوم أو نقصانه، لا 25 كانون الثاني 2025",
            ["15 -> 25", "25 -> 15"],
        ),
        (
            "يبدأ السوق في 15 رجب 1445هـ الموافق 15 يناير 2025 عند المرفأ.",
            "15 رجب 1445هـ يوافق 27 يناير 2024، بزيادة يوم أو نقصانه، لا 15 يناير 2025",
            ["1445 -> 1446", "15 -> 27 and 2025 -> 2024"],
        ),
        (
            "The decree of 3 Muharram 1442, corresponding to 22 September 2020, was published.",
            "3 Muharram 1442 is 22 August 2020, a day either way, not 22 September 2020",
            ["3 -> 5 and Muharram -> Safar", "September -> August"],
        ),
    ],
)
def test_a_day_in_two_calendars_is_told_in_both_and_mended_on_either_side(
    text: str, because: str, ways: list[str]
) -> None:
    assert found_in(text).because == (because,)
    assert offered(text) == ways


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("The ferry sank yesterday, 11 February, off the pier.", ["11 -> 29"]),
        ("غرقت العبارة أمس 11 شباط قبالة الرصيف.", ["11 -> 29"]),
        ("The ferry sank yesterday, 29 March, off the pier.", ["March -> February"]),
        ("The first boat came last month, on 4 March, to the pier.", ["March -> February"]),
        ("وصل أول قارب الشهر الماضي، في 4 آذار، إلى الرصيف.", ["آذار -> شباط"]),
    ],
)
def test_a_date_that_the_day_of_publication_does_not_allow_is_another_day_or_month(text: str, ways: list[str]) -> None:
    *edits, publication = offered(text)
    assert edits == ways
    assert "publication" in publication or "النشر" in publication


@pytest.mark.parametrize(
    "text",
    [
        "The market, which moved last Saturday, 23 March, is smaller.",
        "انتقل السوق يوم السبت الماضي 23 آذار إلى المرفأ.",
    ],
)
def test_of_a_weekday_with_its_date_another_week_is_offered(text: str) -> None:
    assert offered(text, date(2024, 3, 20))[0] == "23 -> 16"


@pytest.mark.parametrize(
    "text",
    [
        "The choir sang on Tuesday, March 25, in the old hall.",
        "غنت الجوقة يوم الثلاثاء 25 مارس في القاعة القديمة.",
        "استمر الإضراب أسبوعين من 5 حزيران 2023 إلى 30 حزيران 2023.",
    ],
)
def test_that_some_words_must_be_something_else_is_not_told_beside_edits(text: str) -> None:
    assert all("must be something else" not in way and "يجب تغيير" not in way for way in offered(text))


def test_a_length_in_a_word_that_no_edit_can_change_is_told_in_days() -> None:
    assert "بدلاً من «أسبوعين»: 25 يوماً" in offered("استمر الإضراب أسبوعين من 5 حزيران 2023 إلى 30 حزيران 2023.")
    assert "بدلاً من «أسبوعين»: 9 أيام" in offered("استمر الإضراب أسبوعين من 5 حزيران 2023 إلى 14 حزيران 2023.")
