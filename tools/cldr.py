"""What Unicode CLDR says of units and currencies -> ``cldr.txt`` of each language, beside its ``words.txt``.

``cldr.txt`` in this folder says what is taken, under which names, and which words are left out and why. Run
``python tools/cldr.py`` after a change of it or of Babel, look at the difference, and commit it.
``python tools/cldr.py --compare`` prints the names of months and weekdays that CLDR has and the vocabulary lacks.
"""

from __future__ import annotations

import argparse
import datetime
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import babel
from babel import Locale, dates, numbers, units

from factcheck.languages.data import FOLDER, load
from factcheck.languages.folding import fold
from factcheck.languages.lexicon import Lexicon

HERE = Path(__file__).parent
# The locales whose words are taken; where a name differs, each is.
LOCALES = {"en": ("en", "en_GB"), "ar": ("ar",)}
# Arabic names months after four traditions, and writes weekdays alike in all of them.
CALENDARS = {"en": ("en",), "ar": ("ar", "ar_SY", "ar_IQ", "ar_DZ", "ar_MA", "ar_MR", "ar_SA")}
LENGTHS = ("long", "short", "narrow")
# A number of each plural category of the languages above.
COUNTS = (0, 1, 2, 3, 11, 100)
# Currencies that are legal tender on this day; a fixed one, so that the result depends on CLDR alone.
TENDER = datetime.date(2026, 1, 1)
_FIGURE = re.compile(r"[\d\s\u200e\u200f\u061c\u202f]*\d[\d\s\u200e\u200f\u061c\u202f]*")
_HEAD = """\
# Units and currencies of {name}, generated from Unicode CLDR (Babel {version}) by "python tools/cldr.py": change
# tools/cldr.txt instead. What CLDR lacks stands in words.txt.
"""
Entries = dict[str, list[str]]


def read_selection() -> dict[str, list[str]]:
    """The sections of ``cldr.txt`` with their lines."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (HERE / "cldr.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            lines = found.setdefault(line.strip("[] "), [])
        elif line.strip() and not line.startswith("#"):
            lines.append(line.strip())
    return found


def pairs(lines: Iterable[str]) -> dict[str, str]:
    """Lines ``key = value``; a line without a value gives an empty one."""
    return {key.strip(): value.strip() for key, _, value in (line.partition("=") for line in lines)}


def words(lines: Iterable[str]) -> frozenset[str]:
    """Lines of words between bars, as they are looked up."""
    return frozenset(fold(word.strip()) for line in lines for word in line.split("|"))


def unit_forms(unit: str, locale: str) -> Iterator[tuple[bool, str]]:
    """The ways to write a unit after its number, and whether the number is in the word itself (a dual)."""
    for length in LENGTHS:
        for count in COUNTS:
            text = units.format_unit(count, unit, length=length, locale=locale, numbering_system="latn")
            bare, figures = _FIGURE.subn("", text)
            if bare and (figures or count == 2):
                yield not figures, clean(bare)


def currency_forms(code: str, locale: str) -> Iterator[tuple[bool, str]]:
    """The names of a currency; Babel does not say which are duals, so what stands only after two is one."""
    by_count = {count: clean(numbers.get_currency_name(code, count=count, locale=locale)) for count in COUNTS}
    others = {name for count, name in by_count.items() if count != 2}
    yield from ((name not in others, name) for name in by_count.values())
    yield False, clean(numbers.get_currency_name(code, locale=locale))


def clean(text: str) -> str:
    return re.sub(r"[\u200e\u200f\u061c]", "", text).replace("\xa0", " ").replace("\u202f", " ").strip()


def collected(
    names: dict[str, str],
    forms: Callable[[str, str], Iterator[tuple[bool, str]]],
    language: str,
    left_out: frozenset[str],
) -> tuple[Entries, Entries]:
    """For each canonical name its words, and its duals; a word of two names is of the first."""
    singles: Entries = {}
    duals: Entries = {}
    taken = set(left_out)
    for key, name in names.items():
        for locale in LOCALES[language]:
            for dual, text in forms(key, locale):
                if fold(text) not in taken and len(text) > 1 and "[" not in text and "(" not in text:
                    taken.add(fold(text))
                    (duals if dual else singles).setdefault(name, []).append(text)
    return singles, duals


def currencies(selection: dict[str, list[str]]) -> dict[str, str]:
    """The codes of currencies that are taken, each with its canonical name."""
    renamed = pairs(selection["currencies"])
    territories = sorted(code for code in Locale("en").territories if len(code) == 2)
    tender = {code for one in territories for code in numbers.get_territory_currencies(one, TENDER, TENDER)}
    codes = sorted(tender | set(renamed))
    return {code: renamed.get(code) or numbers.get_currency_name(code, count=1, locale="en") for code in codes}


def vocabulary(language: str) -> str:
    """The text of ``cldr.txt`` of a language."""
    selection = read_selection()
    left_out = words(selection[f"left out {language}"])
    codes = currencies(selection)
    used = [code for code in codes if fold(code) not in words(selection["codes that are words"])]
    large = selection["codes after M"][0].split()
    measures, two_measures = collected(pairs(selection["units"]), unit_forms, language, left_out)
    moneys, two_moneys = collected(codes, currency_forms, language, left_out)
    classes = {
        "unit": measures,
        "unitdual": two_measures,
        "currency": moneys,
        "currencydual": two_moneys,
        "currencycode": {codes[code]: [code] for code in used},
        "millioncode": {codes[code]: [f"M{code}"] for code in large},
    }
    head = _HEAD.format(name=Locale("en").languages[language], version=".".join(babel.__version__.split(".")[:2]))
    return head + "".join(section(kind, entries) for kind, entries in classes.items() if entries)


def section(kind: str, entries: Entries) -> str:
    lines = [f"{name} = {' | '.join(texts)}" for name, texts in entries.items()]
    return "\n".join(["", f"[{kind}]", *lines, ""])


def lacking(language: str) -> list[str]:
    """Wide names of months and weekdays that CLDR has and the vocabulary does not know with that meaning."""
    lexicon = Lexicon(load(language))
    found = []
    for locale in CALENDARS[language]:
        months = dates.get_month_names("wide", context="format", locale=locale)
        days = dates.get_day_names("wide", context="format", locale=locale)
        for kind, names in (("month", months), ("weekday", days)):
            for number, name in names.items():
                key = " ".join(lexicon.division.pieces_of(name))
                if lexicon.value(kind, key) != str(number):
                    found.append(f"{locale}: {kind} {number} = {name}")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--compare", action="store_true", help="print what the vocabulary lacks of months and weekdays")
    if parser.parse_args().compare:
        print("\n".join(line for language in LOCALES for line in lacking(language)))
        return
    for language in LOCALES:
        (FOLDER / language / "cldr.txt").write_text(vocabulary(language), encoding="utf-8")


if __name__ == "__main__":
    main()
