"""What an editor reads about whole sentences: proofs in the article's own words, and repairs that keep them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck import Document, check
from factcheck.model import Finding, Repair

PUBLISHED = date(2024, 3, 1)


def article(text: str, published: date | None = PUBLISHED) -> Document:
    return Document.of(text, "draft", published=published)


def findings(text: str, *rules: str) -> tuple[Finding, ...]:
    return check([article(text)], rules).findings


def finding(text: str, *rules: str) -> Finding:
    (found,) = findings(text, *rules)
    return found


def shown(text: str, repair: Repair) -> str:
    edits = (f"{text[slice(*edit.span)]} -> {edit.text}" for edit in repair.edits)
    return " and ".join(edits) or repair.because


def repaired(text: str, *rules: str) -> list[str]:
    return [shown(text, repair) for repair in finding(text, *rules).repairs]


def applied(text: str, repair: Repair) -> str:
    for edit in sorted(repair.edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "line", "wrong", "right"),
    [
        (
            "The council met on Friday, 12 October, to vote on the plan.",
            "12 October is a Thursday in 2023 and a Saturday in 2024, not a Friday",
            "Friday",
            "Thursday",
        ),
        (
            "اجتمع المجلس يوم الجمعة 12 أكتوبر للتصويت على الخطة.",
            "12 أكتوبر يوافق الخميس في 2023 والسبت في 2024، لا الجمعة",
            "الجمعة",
            "الخميس",
        ),
    ],
)
def test_a_weekday_without_a_year_is_repaired_for_the_year_that_is_shown(
    text: str, line: str, wrong: str, right: str
) -> None:
    found = finding(text)
    assert found.because == (line,)
    edited = [one for one in found.repairs if one.edits]
    assert f"{wrong} -> {right}" in [shown(text, one) for one in edited]
    assert len([one for one in edited if text[slice(*one.edits[0].span)] == wrong]) == 1
    for one in edited:
        assert "2023" in one.because
        assert not findings(applied(text, one))


TOWN = """
pack: floods
facts:
  flooded[town]:
    kind: day
    label: {en: "the flood in {town}", ar: "فيضان {town}"}
    phrases:
      en: ["{town:word} was flooded on {day}", "water reached {town:word} by {day}"]
      ar: ["غمرت المياه {town:word} في {day}", "وصل السيل إلى {town:word} يوم {day}"]
    not:
      en: ["(in error | last time)"]
      ar: ["(خطأً | المرة السابقة)"]
  camps:
    kind: quantity
    phrases:
      en: ["relief ... sheltered {quantity}"]
      ar: ["الإغاثة ... آوت {quantity}"]
known:
  - camps: 1,250
    source: {en: Ministry report, ar: تقرير الوزارة}
"""


@pytest.fixture
def town(tmp_path: Path) -> str:
    (tmp_path / "floods.yaml").write_text(TOWN, "utf-8")
    return str(tmp_path / "floods.yaml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Homs was flooded on 3 May 2021. The dam broke and water reached Homs by 5 May 2021.",
            "the flood in Homs is given as 3 May 2021 and 5 May 2021",
        ),
        (
            "غمرت المياه حمص في 3 مايو 2021. وقيل وصل السيل إلى حمص يوم 5 مايو 2021.",
            "ورد فيضان حمص مرة 3 مايو 2021 ومرة 5 مايو 2021",
        ),
    ],
)
def test_a_fact_is_called_by_its_label(town: str, text: str, message: str) -> None:
    assert finding(text, town).message == message


@pytest.mark.parametrize(
    "text",
    [
        "Homs was flooded on 3 May 2021. A paper said in error that water reached Homs by 5 May 2021.",
        "غمرت المياه حمص في 3 مايو 2021. وقيل خطأً وصل السيل إلى حمص يوم 5 مايو 2021.",
    ],
)
def test_a_sentence_that_a_not_phrase_matches_says_nothing_of_the_fact(town: str, text: str) -> None:
    assert findings(text, town) == ()
    assert findings(text.replace("in error ", "").replace("خطأً ", ""), town) != ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The relief agency sheltered 1,520 people in camps.", "Ministry report: 1,250"),
        ("قالت هيئة الإغاثة إنها آوت 1,520 شخصاً في المخيمات.", "تقرير الوزارة: 1,250"),
    ],
)
def test_a_known_value_is_cited_in_the_language_of_the_article(town: str, text: str, line: str) -> None:
    assert line in finding(text, town).because


@pytest.mark.parametrize(
    ("text", "repairs", "message"),
    [
        (
            "The fair runs from 12 to 9 May 2021 in the harbour.",
            ["12 -> 8", "9 -> 13", "12 -> 9 and 9 -> 12"],
            "the period ends (9 May 2021) before it begins (12 May 2021)",
        ),
        (
            "The fair runs from 12 May 2021 to 9 March 2021 in the harbour.",
            ["May -> February", "12 -> 9 and May -> March and 9 -> 12 and March -> May"],
            "the period ends (9 March 2021) before it begins (12 May 2021)",
        ),
        (
            "He led the bank from 2014 to 2009 and retired afterwards.",
            ["2014 -> 2008", "2009 -> 2015", "2014 -> 2009 and 2009 -> 2014"],
            "the period ends (2009) before it begins (2014)",
        ),
        (
            "يستمر المعرض من 12 إلى 9 مايو 2021 في الميناء.",
            ["12 -> 8", "9 -> 13", "12 -> 9 and 9 -> 12"],
            "تنتهي الفترة (9 مايو 2021) قبل أن تبدأ (12 مايو 2021)",
        ),
    ],
)
def test_a_period_the_wrong_way_round_is_repaired_at_either_end_or_turned_round(
    text: str, repairs: list[str], message: str
) -> None:
    found = finding(text)
    assert found.message == message
    assert set(repairs) <= {shown(text, one) for one in found.repairs}
    for one in found.repairs:
        assert one.edits and one.because
        assert not findings(applied(text, one))


def test_a_repair_makes_no_other_contradiction() -> None:
    text = "The fair, from Monday, 12 to 15 June 2025, is on Sunday, 15 June 2025."
    for found in findings(text):
        for repair in found.repairs:
            if repair.edits:
                assert len(findings(applied(text, repair))) < len(findings(text)), shown(text, repair)


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        (
            "The strike lasted six weeks, from 4 March 2021 to 2 April 2021.",
            ["six -> four", "4 -> 19 and March -> February", "2 -> 15"],
        ),
        (
            "He was held for five months, from 10 January 2020 to 10 March 2020.",
            ["five -> two", "January -> October and 2020 -> 2019", "March -> June"],
        ),
    ],
)
def test_dates_of_a_length_move_to_what_it_says(text: str, repairs: list[str]) -> None:
    assert [one for one in repaired(text) if " -> " in one] == repairs


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The strike lasted six weeks, from 4 March 2021 to 2 April 2021.",
            "six weeks are 42 days; from 4 March 2021 to 2 April 2021 are 29, 30 with both ends",
        ),
        (
            "He was held for five months, from 10 January 2020 to 10 March 2020.",
            "from 10 January 2020 to 10 March 2020 are 60 days, or 2 months, not five months",
        ),
        (
            "استمرت الهدنة شهرين، من 10 يناير 2020 إلى 10 أبريل 2020.",
            "عدد الأيام من 10 يناير 2020 إلى 10 أبريل 2020 هو 91، وعدد الأشهر 3، والمكتوب شهرين",
        ),
        (
            "استمر الإضراب ستة أسابيع، من 4 مارس 2021 إلى 2 أبريل 2021.",
            "ستة أسابيع تعني 42 يوماً، وعدد الأيام من 4 مارس 2021 إلى 2 أبريل 2021 هو 29، أو 30 باحتساب الطرفين",
        ),
    ],
)
def test_a_length_is_compared_in_its_own_unit(text: str, line: str) -> None:
    assert finding(text).because == (line,)


def test_a_share_names_part_whole_and_percentage_even_where_two_of_them_settle_it() -> None:
    assert finding("The Greens won 21 percent, or 3 of 8 seats.").because == ("3 of 8 is 37.5 %, not 21 %",)


def test_a_share_in_words_is_not_replaced_by_digits() -> None:
    text = "Two-thirds of the 90 seats, or 52, went to the party."
    first, *_ = finding(text).repairs
    assert (first.edits, first.because) == ((), '"Two-thirds" must be about 57.8 %')


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Households spent $1,240 a month: $410 on rent and $350 on food.", "$410 + $350 = $760, not $1,240"),
        (
            "A budget of $1.24 billion was passed: $0.5 billion for roads and $0.4 billion for rail.",
            "$0.5 billion + $0.4 billion = $0.90 billion, not $1.24 billion",
        ),
    ],
)
def test_rounding_that_plays_no_part_is_not_mentioned(text: str, line: str) -> None:
    assert finding(text).because == (line,)


def test_a_part_of_the_day_is_called_what_the_article_calls_it() -> None:
    found = finding("The ceasefire took effect from noon on 12 November 2020.", "karabakh-2020")
    assert found.because[0].startswith("noon on 12 November 2020 is not")


@pytest.mark.parametrize(
    ("text", "repair"),
    [
        ("استمر الإضراب 15 يوماً، من 4 مارس 2021 إلى 13 مارس 2021.", "15 -> 10 and يوماً -> أيام"),
        ("استمر الإضراب ستة أسابيع، من 4 مارس 2021 إلى 20 مايو 2021.", "ستة -> أحد عشر and أسابيع -> أسبوعاً"),
        ("استمر الإضراب ستة وعشرين يوماً، من 4 مارس 2021 إلى 25 مارس 2021.", "ستة وعشرين -> اثنين وعشرين"),
        ("استمر الإضراب خمسة وعشرون يوماً، من 4 مارس 2021 إلى 5 أبريل 2021.", "خمسة وعشرون -> ثلاثة وثلاثون"),
        ("أسفر الهجوم عن مقتل 9 جنود: 8 من الشمال و5 من الجنوب.", "9 -> 13 and جنود -> جندياً"),
        ("أسفر الهجوم عن مقتل 37 شخصاً: 24 جندياً و5 مدنيين.", "5 -> 13 and مدنيين -> مدنياً"),
        ("The strike lasted twenty-five days, from 4 March 2021 to 2 April 2021.", "twenty-five -> twenty-nine"),
    ],
)
def test_words_for_numbers_and_what_they_count_keep_their_grammar(text: str, repair: str) -> None:
    assert repair in repaired(text)


def test_a_noun_whose_forms_are_not_known_is_left_to_the_writer() -> None:
    first, *_ = finding("أسفر الهجوم عن مقتل 9 سحرة: 8 في الشمال و5 في الجنوب.").repairs
    assert (first.edits, first.because) == ((), "بدلاً من «9»: 13")


@pytest.mark.parametrize(
    "text",
    [
        "The court met yesterday, Wednesday, 18 October 2022, its clerk said.",
        "اجتمعت المحكمة أمس الأربعاء (18 أكتوبر 2022)، بحسب كاتبها.",
    ],
)
def test_a_date_that_is_called_yesterday_is_not_moved_by_a_week(text: str) -> None:
    (found,) = check([article(text, date(2022, 10, 19))]).findings
    assert "18 -> 19" in [shown(text, one) for one in found.repairs]
    for one in found.repairs:
        assert not one.edits or not check([article(applied(text, one), date(2022, 10, 19))]).findings


def test_nobody_is_told_to_count_fewer_than_none() -> None:
    text = "The bus carried 46 passengers: 23 men, 34 women and 17 children."
    assert repaired(text) == ["46 -> 74", "34 -> 6"]


def test_months_are_named_as_the_article_names_others() -> None:
    text = "امتدت العطلة شهرين، من 1 جوان 2024 إلى 30 سبتمبر 2024."
    assert "سبتمبر -> جويلية" in repaired(text)
    assert "وعدد الأشهر 4، والمكتوب" in finding(text).because[0]


def test_a_share_is_shown_with_its_part_though_no_part_would_give_the_percentage() -> None:
    text = "The ban won the backing of 18 of the 25 members (82 per cent) at a meeting."
    assert [passage.text for passage in finding(text).passages] == ["18", "25", "82 per cent"]
    assert repaired(text) == ["25 -> 22", "82 -> 72"]
