"""Figures that are one but for two digits that changed places, and those that have their digits by chance."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factcheck import check
from factcheck.identity.slips import digits, swapped
from factcheck.model import Document

SLIPPED = [
    ("en", "The ferry was carrying 312 passengers.\n\nThe port was shut.\n\nAll 321 passengers were safe."),
    (
        "en",
        "Norvik is paying 38 million euros for the quarry.\n\nIt has nine workers.\n\nThe 83 million that the buyer "
        "has put up is more than the town had hoped for.",
    ),
    ("en", "There were 268 people on the plane.\n\nThe weather was calm.\n\nAboard were 286 people, the airline said."),
    (
        "en",
        "The school has 730 pupils.\n\nParents were told on Monday.\n\nThe 370 pupils of the school stayed at home.",
    ),
    (
        "ar",
        "بلغت قيمة العقد 385 مليون درهم.\n\nواستغرقت المفاوضات سنة.\n\nوستسدد الشركة مبلغ الـ358 مليوناً على دفعتين.",
    ),
    ("ar", "تضم الكلية 840 طالباً.\n\nوأُبلغ الأهالي يوم الاثنين.\n\nوعاد طلاب الكلية الـ480 إلى بيوتهم."),
]
APART = [
    ("en", "The force lost 42 soldiers in the north. It lost 24 soldiers in the south."),
    ("en", "The school has 730 pupils.\n\nIn 2011 it had 370 pupils."),
    ("en", "The club won with 45 points.\n\nIts rival had 54 points."),
    ("en", "The ferry was carrying 312 passengers.\n\nAnother 321 passengers were waiting in the port."),
    ("en", "A fire killed 12 people.\n\nThe toll had risen to 21 people by Monday."),
    ("en", "The phone costs $2199.\n\nThe smaller one costs from $1099 to $1499."),
    ("en", "The ferry was carrying 312 passengers.\n\nOf the 321 tickets, 9 were not used, so 312 passengers came."),
    ("ar", "تضم الكلية 840 طالباً.\n\nوفي العام 2011 كانت تضم 480 طالباً."),
    ("ar", "قتل 12 شخصاً في الشمال.\n\nوقتل 21 شخصاً آخرون في الجنوب."),
]


def findings(*documents: Document) -> list[str]:
    return [finding.rule for finding in check(documents).findings]


@pytest.mark.parametrize(("language", "text"), SLIPPED)
def test_swapped_digits_are_one_figure(language: str, text: str) -> None:
    assert findings(Document("article", text, language)) == ["agreement/restated"]


@pytest.mark.parametrize(("language", "text"), APART)
def test_the_digits_may_be_alike_by_chance(language: str, text: str) -> None:
    assert findings(Document("article", text, language)) == []


def test_two_articles_in_two_languages_swap_digits_of_one_figure() -> None:
    english = Document("a", "There were 148 people on the ferry when it ran aground.", "en", date(2025, 4, 29))
    arabic = Document("b", "جنحت العبّارة وعلى متنها 184 شخصاً بين ركاب وطاقم.", "ar", date(2025, 4, 30))
    later = arabic._replace(published=date(2025, 6, 30))
    assert findings(english, arabic) == ["agreement/restated"]
    assert findings(english, later) == []


def test_two_articles_of_one_language_need_words_in_common_too() -> None:
    one = Document("a", "The fire service sent 42 engines to the harbour depot.", "en", date(2024, 2, 6))
    other = Document("b", "All 24 engines sent to the harbour came back in one piece.", "en", date(2024, 2, 7))
    elsewhere = Document("c", "Some of the 24 engines of the museum still run.", "en", date(2024, 2, 7))
    assert findings(one, other) == ["agreement/restated"]
    assert findings(one, elsewhere) == []


@given(st.integers(10, 10**9), st.integers(0, 9), st.integers(-3, 6))
def test_a_swap_is_found_whatever_the_size(number: int, place: int, power: int) -> None:
    written = str(number)
    at = place % (len(written) - 1)
    other = written[:at] + written[at + 1] + written[at] + written[at + 2 :]
    assume(other != written and "0" not in (written[-1], other[-1], other[0]))
    one, two = (digits(int(each) * Fraction(10) ** power) for each in (written, other))
    assert one == (written, power)
    assert two == (other, power)
    assert swapped(written, other)
    assert swapped(other, written)
    assert not swapped(written, written)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_swapped_figures_have_the_same_digits(one: int, other: int) -> None:
    if swapped(str(one), str(other)):
        assert sorted(str(one)) == sorted(str(other))
        assert one != other
