"""Births and ages of one person: what is held against each other, and what is not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, check

PUBLISHED = date(2024, 5, 22)
WRONG = (
    ("en", "He died on Monday at the age of 70. He was born in Leeds in 1938."),
    ("en", "Ingrid Solberg, 51, was born in 1960 in Bergen."),
    ("en", "The singer has died aged 80. Born in Cork in 1930, he moved to London."),
    ("en", "Novelist Mara Lind, who was born in 1931, died on Sunday aged 70, her publisher said."),
    ("ar", "توفي الممثل أمس الإثنين عن 79 عاماً بعد صراع مع المرض. ولد الراحل في دمشق عام 1938."),
    ("ar", "شيع جثمان العازف الذي وافته المنية عن عمر ناهز 71 سنة. وولد الراحل في 5 ماي 1938."),
)
RIGHT = (
    ("en", "He died aged 60. He was born in Leeds in 1838."),
    ("en", "Born in 1960, he joined the army aged 18 and died in 2020."),
    ("en", "Her husband died in 2011 aged 60. She was born in 1938."),
    ("en", "Agnes Reed's son has died aged 40. Born in Linz in 1938, she was a teacher."),
    ("en", "The boy died on Monday at the age of 7. The hospital, born of a merger in 1998, denied it."),
    (
        "en",
        "Mob boss Vince Gill has died in prison, the bureau said. "
        + "He had walked the streets in a bathrobe for years and nobody knew why. " * 5
        + "It was the place where his rival John Gotha died in 2002 at age 61. Born in 1928, Gill was a boxer.",
    ),
    ("en", "The singer has died aged 80. His son was born in 1999."),
    ("ar", "توفي والد الفنان أمس عن 90 عاماً. ولد الفنان في حلب عام 1965."),
    ("ar", "رحل المدرب عن 8 أندية عام 2010. ولد عام 1965."),
    ("ar", "توفي الممثل عن 60 عاماً. ولد في دمشق عام 1838."),
)


def rules(language: str, text: str) -> list[str]:
    return [one.rule for one in check([Document.of(text, "a.txt", language, PUBLISHED)]).findings]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_an_age_that_the_birth_contradicts_is_found(language: str, text: str) -> None:
    assert rules(language, text) == ["arithmetic/age"]


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_an_age_of_somebody_else_or_another_time_is_not_compared(language: str, text: str) -> None:
    assert rules(language, text) == []


@given(st.integers(1900, 2000), st.integers(-4, 4))
def test_a_year_more_or_less_is_allowed(year: int, moved: int) -> None:
    age = PUBLISHED.year - year + moved
    found = rules("en", f"Ada Reed has died. She was {age}. She was born in Linz in {year}.")
    assert found == ([] if -2 <= moved <= 1 else ["arithmetic/age"])


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Tom Lake, born on 12 June 1950, died on 3 March 2021 aged 65.", {"70", "1955", "2016"}),
        ("Ida Lake, born in 1950, died on 3 March 2021 at the age of 61.", {"70", "71", "1959", "2012"}),
        ("توفي العازف في 12 مايو 2024 عن 79 عاماً. وولد في 3 أبريل 1938.", {"86", "1945", "2017"}),
        ("Ida Lake has died. She was 50. She was born in Linz on 4 July 1938.", {"85", "1973"}),
    ],
)
def test_what_is_offered_is_right_to_the_birthday(text: str, ways: set[str]) -> None:
    (finding,) = check([Document.of(text, published=PUBLISHED)]).findings
    assert {edit.text for repair in finding.repairs for edit in repair.edits} == ways
