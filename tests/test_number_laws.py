"""What must hold of every number: written out or in digits of any script, it is read back, quoted and exact."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words
from unicode_rbnf import RbnfEngine

from factcheck.languages.data import codes, load
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Document, Fact, Range
from factcheck.reading.facts import Text, read_text
from factcheck.reading.lines import Line, Number
from factcheck.reading.numbers import evaluate
from factcheck.reading.reader import FACT_KINDS
from factcheck.reading.rounding import readings

LEXICONS = {code: Lexicon(load(code), kinds=FACT_KINDS) for code in codes()}
ENGINES = {code: RbnfEngine.for_language(code) for code in codes()}
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９")

# Small numbers, round numbers and any at all, up to a thousand million million.
numbers = st.one_of(
    st.integers(0, 130),
    st.integers(0, 10_000),
    st.builds(lambda digit, zeros: digit * 10**zeros, st.integers(1, 999), st.integers(0, 12)),
    st.integers(0, 10**15),
)


def read(text: str, language: str) -> Text:
    return read_text(Document.of(text, language=language), LEXICONS[language])


def quoted(text: str, fact: Fact) -> str:
    return text[fact.span.start : fact.span.end]


def exact(found: Text, words: str) -> Fraction | None:
    """The value of the figure whose span is ``words``, before rounding."""
    for line in found.lines:
        for draft in line.drafts.values():
            span = line.span(draft.start, draft.end)
            if found.document.text[span.start : span.end] == words and draft.number is not None:
                return draft.number.value
    return None


def rbnf(number: int, language: str, rules: str) -> str:
    return str(ENGINES[language].format_number(number, ruleset_names=[rules]).text)


def num2words_cardinal(number: int, language: str, rules: str) -> str:
    return str(num2words(number, lang=language))


def with_ones_apart(number: int) -> int:
    """``number`` without ones and twos: Arabic counts these by the noun, and num2words writes 101,000 wrongly."""
    groups = [int(group) for group in f"{number:,}".split(",")]
    groups = [group + 2 * (group % 100 in (1, 2) and (place > 0 or group > 2)) for place, group in enumerate(groups)]
    return max(3, sum(group * 1000**place for place, group in enumerate(reversed(groups))))


# From where to where number words are read, and what they are put into. The Arabic word for a single thousand is
# other words too.
WORDS = {
    "en": (0, 10**15, ("{}", "The agency said {} walruses had been seen.")),
    "ar": (3, 10**15 - 1, ("شوهد {} حوتا في البحر.",)),
}
CARDINALS = [
    *(
        ("en", rbnf, f"spellout-{rules}")
        for rules in ("cardinal", "cardinal-verbose", "numbering", "numbering-verbose")
    ),
    *(("ar", rbnf, f"spellout-{rules}") for rules in ("cardinal-masculine", "cardinal-feminine", "numbering")),
    ("en", num2words_cardinal, ""),
    ("ar", num2words_cardinal, ""),
]


@given(number=numbers)
@settings(max_examples=150)
@pytest.mark.parametrize(("language", "speller", "rules"), CARDINALS)
def test_cardinals_in_words_are_read_back(
    language: str, speller: Callable[[int, str, str], str], rules: str, number: int
) -> None:
    least, most, sentences = WORDS[language]
    number = max(least, min(number, most))
    if language == "ar":
        number = with_ones_apart(number)
        number += number == 1000
    words = speller(number, language, rules)
    for sentence in sentences:
        assert exact(read(sentence.format(words), language), words) == number


@given(number=st.one_of(st.integers(3, 10**6), st.integers(3, 10**15)))
@settings(max_examples=150)
def test_the_cases_of_arabic_numbers_are_read_back_with_vowel_signs_and_clitics(number: int) -> None:
    words = rbnf(with_ones_apart(number) + (number == 1000), "ar", "spellout-cardinal-masculine")
    value = exact(read(f"شوهد {words} حوتا.", "ar"), words)
    oblique = re.sub(r"(?<=[رثعسنم])ون\b", "ين", words).replace("مائتان", "مائتين").replace("إثنان", "اثنين")
    assert exact(read(f"حوالي {oblique} حوتا.", "ar"), oblique) == value
    # of the letters of number words, these always have a short vowel
    vowels = re.sub("(?<=[بتثخرسع])(?=.)", "\u064e", words)
    assert exact(read(f"شوهد {vowels} حوتا.", "ar"), vowels) == value
    for clitic in ("و", "ب", "ف"):
        found = [
            draft.number.value
            for line in read(f"{clitic}{words} حوتا.", "ar").lines
            for draft in line.drafts.values()
            if draft.number
        ]
        assert found == [value]


@given(number=st.one_of(st.integers(0, 1000), st.integers(0, 10**15)))
@settings(max_examples=200)
def test_english_ordinals_in_words_and_digits_are_read_back(number: int) -> None:
    in_digits = num2words(number, to="ordinal_num", lang="en")
    in_words = [rbnf(number, "en", rules) for rules in ("spellout-ordinal", "spellout-ordinal-verbose")]
    for words in (*in_words, num2words(number, to="ordinal", lang="en"), *([in_digits] if number else [])):
        text = f"It was the {words} attempt."
        (fact,) = read(text, "en").facts
        assert (fact.kind, quoted(text, fact)) == ("ordinal", words)
        assert exact(read(text, "en"), words) == number


def has_good_ordinal(number: int) -> bool:
    """Whether CLDR writes the Arabic ordinal well: it forgets the article of 300, and says 2000 as before a noun."""
    return number < 300 or number // 1000 == 1


@given(number=st.integers(1, 1999).filter(has_good_ordinal))
@settings(max_examples=200)
@pytest.mark.parametrize("gender", ["masculine", "feminine"])
def test_arabic_ordinals_in_words_are_read_back(gender: str, number: int) -> None:
    words = rbnf(number, "ar", f"spellout-ordinal-{gender}")
    text = f"هذه هي المحاولة {words} له."
    assert [(fact.kind, quoted(text, fact)) for fact in read(text, "ar").facts] == [("ordinal", words)]
    assert exact(read(text, "ar"), words) == number


POINT = {"en": "point", "ar": "فاصلة"}
BELOW_ZERO = {"en": ("minus",), "ar": ("ناقص", "سالب")}


@given(whole=st.integers(0, 10**6), fraction=st.integers(1, 99))
@settings(max_examples=150)
@pytest.mark.parametrize("language", codes())
def test_decimals_in_words_are_read_back(language: str, whole: int, fraction: int) -> None:
    whole = with_ones_apart(whole) + (whole == 1000)
    rules = {"en": "spellout-cardinal", "ar": "spellout-cardinal-masculine"}[language]
    words = f"{rbnf(whole, language, rules)} {POINT[language]} {rbnf(fraction, language, rules)}"
    value = Fraction(f"{whole}.{fraction}")
    assert exact(read(f"({words})", language), words) == value
    if language == "en":
        spelled = (
            f"{rbnf(whole, 'en', rules)} point {' '.join(rbnf(int(digit), 'en', rules) for digit in str(fraction))}"
        )
        assert exact(read(f"({spelled})", "en"), spelled) == value


@given(number=st.integers(3, 10**15 - 1), decimals=st.integers(0, 99))
@settings(max_examples=150)
@pytest.mark.parametrize("language", codes())
def test_numbers_below_zero_are_read_back(language: str, number: int, decimals: int) -> None:
    number = with_ones_apart(number) + (number == 1000)
    rules = {"en": "spellout-cardinal", "ar": "spellout-cardinal-masculine"}[language]
    for minus in BELOW_ZERO[language]:
        words = f"{minus} {rbnf(number, language, rules)}"
        assert exact(read(f"({words})", language), words) == -number
    for digits in (f"-{number}.{decimals:02}%", f"-{number * 1000:,}", f"-{number}.{decimals:02}"):
        found = read(f"({digits})", language)
        assert exact(found, digits) == Fraction(digits.strip("%").replace(",", ""))


@given(number=st.integers(0, 10**15), script=st.sampled_from(DIGITS), separator=st.sampled_from([",", "٬", ""]))
@settings(max_examples=200)
@pytest.mark.parametrize("language", codes())
def test_digits_of_every_script_and_separator_are_read_back(
    language: str, number: int, script: str, separator: str
) -> None:
    plain = f"{number:,}".replace(",", separator)
    written = plain.translate(str.maketrans("0123456789", script))
    found = read(f"({written})", language)
    values = [draft.number.value for line in found.lines for draft in line.drafts.values() if draft.number]
    years = [int(fact.readings[0].timex or -1) for fact in found.facts if fact.kind == "year"]
    assert values == [number] or (not separator and years == [number])
    assert [quoted(f"({written})", fact).strip("()") for fact in found.facts] == [written]


@given(
    whole=st.integers(0, 10**9),
    fraction=st.text("0123456789", min_size=1, max_size=6),
    script=st.sampled_from(DIGITS),
)
@settings(max_examples=200)
@pytest.mark.parametrize("language", codes())
def test_decimals_are_half_a_step_wide_to_each_side(language: str, whole: int, fraction: str, script: str) -> None:
    written = f"{whole}.{fraction}".translate(str.maketrans("0123456789", script))
    text = f"{written}%"
    (fact,) = read(text, language).facts
    value, step = Fraction(f"{whole}.{fraction}"), Fraction(1, 10 ** len(fraction))
    assert fact.kind == "percent" and quoted(text, fact) == text
    assert fact.readings[0].value == Range(value - step / 2, value + step / 2, False, True)


@given(st.integers(1, 10**9), st.sampled_from([Fraction(1), Fraction(1, 10), Fraction(1000)]), st.booleans())
def test_no_value_rounds_to_two_neighbouring_figures(units: int, step: Fraction, measured: bool) -> None:
    value = units * step
    if step == 1 and not measured:
        assert [r.value for r in readings(Number(value))] == [Range.exactly(value)]
        return
    mine, next_one = (readings(Number(v, step, measured=measured))[-1].value for v in (value, value + step))
    assert mine.holds(value) and not mine.meets(next_one)
    assert mine.high == next_one.low


HEDGES = ("about", "nearly", "just-over", "more", "at-least", "less", "at-most")


@given(st.integers(100, 10**12), st.sampled_from(HEDGES))
def test_a_hedge_keeps_the_figure_within_reach_on_the_side_it_names(value: int, hedge: str) -> None:
    number = Number(Fraction(value))
    for reading in readings(number, "", hedge):
        low, high = reading.value.low, reading.value.high
        assert low is None or low <= value
        assert high is None or high >= value
        assert not reading.value.holds(Fraction(0)) or hedge in ("less", "at-most")
    strict = hedge in ("more", "less")
    assert readings(number, "", hedge)[0].value.holds(Fraction(value)) is not strict
    assert [r.value for r in readings(number, "", "exactly")] == [Range.exactly(value)]


@given(st.lists(st.sampled_from(["million", "hundred", "two", "thousand", "and", "ninety", "half", "a"]), max_size=40))
@settings(max_examples=150)
def test_heaps_of_number_words_are_finite_numbers_or_none(words: list[str]) -> None:
    line = Line(LEXICONS["en"], " ".join(words) or "none")
    value = evaluate(line, 0, len(line.pieces))
    assert value is None or 0 <= value.value <= 10**24
    read(" ".join(words), "en")
