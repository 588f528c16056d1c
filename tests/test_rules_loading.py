"""Rule files -> packs; each mistake of a file is a problem with its place, what was found and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.rules.loading import load, read_pack
from factcheck.rules.packs import files_of, shipped

FACT = "pack: p\nfacts:\n  toll: {kind: number, phrases: {en: ['toll of {number}']}}\n"
DAY = "pack: p\nfacts:\n  end[town]: {kind: day, phrases: {en: ['{town:word} by {day}']}}\n"
RULE = "rules:\n  - rule: r\n    summary: s\n    why: w\n"

MISTAKES = {
    "unknown key": (
        "pakc: p\n",
        ["1:1: 'pakc' is not a key of a rule file (did you mean 'pack'?)",
         "1:1: the file does not say which pack it is (begin with pack: name-of-the-pack)"],
    ),
    "empty": ("# nothing\n", ["1:1: the file is empty (begin with pack: name-of-the-pack)"]),
    "not a map": ("- a\n", ["1:1: a rule file is a list (write a map of keys here)"]),
    "tab": ("pack: p\nfacts:\n\ttoll: 1\n", ["3:1: a tab indents this line (YAML wants spaces for indentation)"]),
    "yaml": ("pack: 'p\n", ["1:7: this quotation mark is never closed (write the same mark at the end of the text)"]),
    "alias": ("pack: &a p\nsummary: *a\n", ["2:10: '*a' is an alias; rule files have none (write the value out)"]),
    "tag": (
        "pack: !!python/name:os.system p\n",
        ["1:7: 'tag:yaml.org,2002:python/name:os.system' is a tag; rule files have none (leave the tag out)"],
    ),
    "two documents": (
        "pack: p\n---\npack: q\n",
        ["2:1: a second document begins here (write one document a file)"],
    ),
    "duplicate": ("pack: p\npack: q\n", ["2:1: 'pack' stands twice in a rule file (first in line 1)"]),
    "deep": ("pack: " + "[" * 30 + "]" * 30, ["1:26: nested more than 20 levels deep"]),
    "kind": (
        "pack: p\nfacts:\n  toll: {kind: numbr, phrases: {en: ['toll of {number}']}}\n",
        ["3:16: 'numbr' is not a kind of value (did you mean 'number'?)"],
    ),
    "no phrases": (
        "pack: p\nfacts:\n  toll: {kind: number}\n",
        ["3:3: fact 'toll' has no phrases (add phrases: {en: [\"...\"], ar: [\"...\"]})"],
    ),
    "slot": (
        "pack: p\nfacts:\n  toll: {kind: number, phrases: {en: ['toll of {numbr}']}}\n",
        ["3:48: 'numbr' is not a kind of value (did you mean 'number'?)"],
    ),
    "bracket": (
        "pack: p\nfacts:\n  toll: {kind: number, phrases: {en: ['(a toll of {number}']}}\n",
        ["3:40: '(' is never closed by ')' (a phrase is made of words, (a|b), [optional], ... and {kind})"],
    ),
    "no value": (
        "pack: p\nfacts:\n  toll: {kind: number, phrases: {en: ['the toll']}}\n",
        ["3:39: the phrase catches no value for 'toll' (add {number})"],
    ),
    "no word": (
        "pack: p\nfacts:\n  toll: {kind: number, phrases: {en: ['{number}']}}\n",
        ["3:39: the phrase has no word of its own (it would match everywhere; add a word)"],
    ),
    "exclusion": (
        FACT.rstrip("}\n") + "}, not: {en: ['(old', '{number}']}}\n",
        [
            "3:73: '(' is never closed by ')' (a phrase is made of words, (a|b), [optional], ... and {kind})",
            "3:80: the phrase has no word of its own (it would match everywhere; add a word)",
        ],
    ),
    "exclusion that catches": (
        FACT.rstrip("}\n") + "}, not: {en: ['old {toll:number}']}}\n",
        ["3:77: 'toll' is caught for nothing: sentences of this phrase are left out (write {number})"],
    ),
    "label": (
        "pack: p\nfacts:\n  toll: {kind: number, label: 'toll of {town}', phrases: {en: ['toll of {number}']}}\n",
        ["3:31: '{town}' is not the index of 'toll' (leave it out)"],
    ),
    "no index": (
        "pack: p\nfacts:\n  end[town]: {kind: day, phrases: {en: ['ends by {day}']}}\n",
        ["3:41: the phrase does not catch 'town' (add {town:word})"],
    ),
    "wrong kind caught": (
        "pack: p\nfacts:\n  end: {kind: day, phrases: {en: ['ends by {number}']}}\n",
        ["3:44: the phrase catches a number, but 'end' is a day (use {day})"],
    ),
    "several values": (
        "pack: p\nfacts:\n  toll: {kind: number, phrases: {en: ['from {number} to {number}']}}\n",
        ["3:39: the phrase catches several values; which is 'toll'? (mark it: {toll:number})"],
    ),
    "known fact": (
        FACT + "known:\n  - tol: 3\n    source: s\n",
        ["5:5: 'tol' is not a fact of this pack (did you mean 'toll'?)"],
    ),
    "known value": (
        FACT + "known:\n  - toll: many\n    source: s\n",
        ["5:11: 'many' is not a value (write 1,960, 3 %, 5 days, 2020-11-10 or 2020-11-10T00:00+03:00)"],
    ),
    "known date": (
        DAY + "known:\n  - end[rome]: 2020-11-31\n    source: s\n",
        ["5:16: '2020-11-31' is not a date or moment "
         "(write 1,960, 3 %, 5 days, 2020-11-10 or 2020-11-10T00:00+03:00)"],
    ),
    "known dimension": (
        FACT + "known:\n  - toll: 5 days\n    source: s\n",
        ["5:11: '5 days' is a duration, but 'toll' is a number"],
    ),
    "known source": (
        FACT + "known:\n  - toll: 5\n",
        ["5:5: 'toll' has no source (cite where the value is from: source: ...)"],
    ),
    "tolerance": (
        "pack: p\nfacts:\n  end: {kind: day, agree: within 5 %, phrases: {en: ['ends by {day}']}}\n",
        ["3:27: '5 %' is a percent (write a duration)"],
    ),
    "spelling": (
        "pack: p\nnames: {town: {a: [Ur], b: [ur]}}\n",
        ["2:29: 'ur' spells 'a' and 'b' of 'town'"],
    ),
    "rule without text": (
        FACT + "rules:\n  - require: toll > 5\n",
        ["5:5: this rule has no name (add rule: name-of-the-rule)"],
    ),
    "nothing must hold": (FACT + RULE, ["5:5: rule 'r' says nothing that must hold (add require: ...)"]),
    "why": (
        FACT + "rules:\n  - rule: r\n    summary: s\n    require: toll > 5\n",
        ["5:5: rule 'r' has no why (add why: ...)"],
    ),
    "level": (
        FACT + RULE + "    level: eror\n    require: toll > 5\n",
        ["8:12: 'eror' is not a level (did you mean 'error'?)"],
    ),
    "relation": (
        "pack: p\n" + RULE + "    each: prts\n    require: sum(part) == total\n",
        ["6:11: 'prts' is not a relation of the text (did you mean 'parts'?)"],
    ),
    "role": (
        "pack: p\n" + RULE + "    each: parts\n    require: sum(part) == totel\n",
        ["7:27: 'totel' is not a role of this relation (did you mean 'total'?)"],
    ),
    "fact in require": (
        FACT + RULE + "    require: 'tol > 5'\n",
        ["8:15: 'tol' is not a fact of this pack (did you mean 'toll'?)"],
    ),
    "Arabic before the mistake": (
        FACT + RULE + "    require: toll > 5 and حصيلة > 2\n",
        ["8:27: 'حصيلة' is not a fact of this pack (known: toll)"],
    ),
    "needs index": (DAY + RULE + "    require: end > 2020-11-10\n",
                    ["8:14: 'end' needs its index (write end[town])"]),
    "has no index": (FACT + RULE + "    require: toll[town] > 5\n",
                     ["8:14: 'toll' has no index (write toll)"]),
    "member": (
        DAY + RULE + "    require: end[rom] > 2020-11-10\n",
        ["8:14: 'rom' is neither the index of 'end' nor one of its listed members (known: town)"],
    ),
    "syntax": (
        FACT + RULE + "    require: toll >\n",
        ["8:19: nothing stands after '>', where a value should (write a comparison such as 'a + b == c')"],
    ),
    "a call": (
        FACT + RULE + "    require: open(toll) > 5\n",
        ["8:14: 'open' is not a function of the rule language (use sum, count, min, max)"],
    ),
    "an attribute": (
        FACT + RULE + "    require: toll.real > 5\n",
        ["8:14: 'toll.real' is not a quantity "
         "(use numbers, names of facts, + - * / and sum count min max)"],
    ),
    "a power": (
        FACT + RULE + "    require: 2 ** toll > 5\n",
        ["8:14: '2 ** toll' uses an operator that is not of the rule language (use + - * /)"],
    ),
    "nothing compared": (
        FACT + RULE + "    require: toll + 5\n",
        ["8:14: 'toll + 5' states nothing that could be true or false "
         "(compare it with <, <=, ==, >= or >)"],
    ),
    "day and number": (
        DAY + RULE + "    require: end[town] > 5\n",
        ["8:26: a moment is compared with a number (both sides must be of one kind; a date is YYYY-MM-DD)"],
    ),
    "product": (
        FACT + RULE + "    require: toll * toll > 5\n",
        ["8:14: a product of two unknown quantities (one side must be a constant or known; "
         "for shares write share(part, whole, percent))"],
    ),
    "message": (
        FACT + RULE + "    require: toll > 5\n    message: the toll is {tol}\n",
        ["9:27: 'tol' is not a fact or index of this pack (did you mean 'toll'?)"],
    ),
    "check": (
        "pack: p\n" + RULE + "    check: weekdy\n",
        ["6:12: 'weekdy' is not a check (did you mean 'weekday'?)"],
    ),
    "example date": (
        FACT + RULE + "    require: toll > 5\n    examples: {wrong: [{text: a, date: soon}]}\n",
        ["9:40: 'soon' is not a date (write YYYY-MM-DD)"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_shown_with_its_place(name: str) -> None:
    text, expected = MISTAKES[name]
    pack, problems = read_pack(text, "my.yaml", checks=("weekday", "month-pair"))
    shown = [f"{p.line}:{p.column}: {p.message}" + (f" ({p.hint})" if p.hint else "") for p in problems]
    assert pack is None
    assert shown == expected


def test_all_mistakes_of_a_file_are_shown_together() -> None:
    text = FACT + "known:\n  - tol: 3\n" + RULE + "    require: totl > 5\n    lvel: error\n"
    _, problems = read_pack(text, "my.yaml")
    assert [p.line for p in problems] == [5, 10, 11]


def test_the_packs_that_ship_load_without_a_problem() -> None:
    others = [name for name in shipped() if name not in ("calendar", "arithmetic", "agreement")]
    ruleset, problems = load(others)
    assert problems == ()
    assert [pack.name for pack in ruleset.packs] == ["calendar", "arithmetic", "agreement", *others]
    assert "karabakh-2020" in others


def test_every_rule_that_ships_has_examples_in_both_languages() -> None:
    ruleset, _ = load(["karabakh-2020"])
    for rule in ruleset.rules():
        for wrong in (True, False):
            for language in ("ar", "en"):
                found = [e for e in rule.examples if e.wrong is wrong and e.language == language]
                assert len(found) >= 2, (rule.id, wrong, language)


def test_a_name_is_a_file_a_folder_or_a_pack(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("pack: one\n", "utf-8")
    (tmp_path / "two.yml").write_bytes(b"\xef\xbb\xbfpack: two\n")
    ruleset, problems = load([str(tmp_path)])
    assert problems == ()
    assert [pack.name for pack in ruleset.packs][3:] == ["one", "two"]
    assert [pack.name for pack in load([str(tmp_path / "one.yaml")])[0].packs][3:] == ["one"]


def test_a_name_that_is_nothing_is_a_problem(tmp_path: Path) -> None:
    _, problems = load(["karabach-2020", str(tmp_path)])
    assert [(p.message, p.hint) for p in problems] == [
        ("there is no such rule file, folder or pack", "did you mean 'karabakh-2020'?"),
        ("the folder holds no rule files", "rule files end in .yaml"),
    ]


def test_files_that_cannot_be_rules_are_problems(tmp_path: Path) -> None:
    (tmp_path / "big.yaml").write_bytes(b"#" * 1_000_001)
    (tmp_path / "latin.yaml").write_bytes(b"pack: p\nsummary: caf\xe9\n")
    (tmp_path / "nul.yaml").write_bytes(b"pack: p\0\n")
    (tmp_path / "same.yaml").write_bytes(b"pack: calendar\n")
    _, problems = load([str(tmp_path)])
    assert [(p.line, p.message) for p in problems] == [
        (0, "the file is larger than 1,000,000 bytes"),
        (2, "the file is not UTF-8 text"),
        (0, "the file is not YAML: control characters are not allowed"),
        (1, "pack 'calendar' is also in rules/calendar.yaml"),
    ]


def test_the_files_that_names_ask_for(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("pack: mine\n", "utf-8")
    assert files_of(["karabakh-2020", str(mine)]) == ("rules/stories/karabakh-2020.yaml", str(mine))
    assert files_of([]) == ("rules/calendar.yaml", "rules/arithmetic.yaml", "rules/agreement.yaml")
