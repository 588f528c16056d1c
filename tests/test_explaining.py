"""What an editor reads of a contradiction: the proof, the roles, and repairs that work when they are applied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.explaining.findings import Explained, explain
from factcheck.explaining.fingerprints import fingerprint
from factcheck.explaining.numerals import Numerals
from factcheck.explaining.texts import texts_of
from factcheck.explaining.writing import edit_of, written_in
from factcheck.expressions import one_of, within
from factcheck.languages import data
from factcheck.languages.lexicon import Lexicon
from factcheck.model import (
    MINUTES_A_DAY,
    AllOf,
    AnyOf,
    Claim,
    Constraint,
    Document,
    Edit,
    Fact,
    Finding,
    Instance,
    Level,
    Linear,
    Part,
    Passage,
    Range,
    Reading,
    Span,
)
from factcheck.reading.facts import read_text
from factcheck.reading.reader import FACT_KINDS
from factcheck.solving import solve
from factcheck.solving.search import decide

ONE = Fraction(1)
PATH = "draft.md"


class Story:
    """Facts and rules of one or more articles, made by hand, and what is explained of them."""

    def __init__(self, text: str, language: str = "en", path: str = PATH) -> None:
        self.documents = [Document(path, text, language)]
        self.facts: list[Fact] = []
        self.constraints: list[Constraint] = []
        self.instances: list[Instance] = []

    @property
    def document(self) -> Document:
        return self.documents[-1]

    def article(self, text: str, language: str, path: str) -> None:
        self.documents.append(Document(path, text, language))

    def span(self, words: str) -> Span:
        start = self.document.text.index(words)
        return Span(start, start + len(words))

    def passage(self, words: str, role: str = "") -> Passage:
        return Passage(self.document.path, self.span(words), words, role)

    def fact(self, words: str, kind: str, *readings: Reading, parts: dict[str, tuple[str, int]] | None = None) -> str:
        span = self.span(words)
        found = []
        for role, (word, value) in (parts or {}).items():
            at = span.start + words.index(word)
            found.append(Part(role.rstrip("2"), Span(at, at + len(word)), value))
        path = self.document.path
        fact = Fact(
            f"{path}@{span.start:08d}", path, kind, span, readings, parts=tuple(sorted(found, key=lambda p: p.span))
        )
        self.facts.append(fact)
        return fact.id

    def mention(self, variable: str, words: str, claim: Claim, *about: str) -> None:
        self.constraints.append(
            Constraint(variable, claim, "mention", "", (self.passage(words),), about or (variable,))
        )

    def number(self, words: str, value: int | Fraction | Range, kind: str = "number", note: str = "") -> str:
        reading = Reading(value if isinstance(value, Range) else Range.exactly(value), note=note)
        name = self.fact(words, kind, reading)
        self.mention(name, words, one_of(name, (reading.value,)))
        return name

    def days(self, words: str, number: int) -> str:
        reading = Reading(Range.exactly(number * MINUTES_A_DAY), "minute", f"P{number}D")
        name = self.fact(words, "duration", reading)
        self.mention(name, words, one_of(name, (reading.value,)))
        return name

    def day(self, words: str, day: date, parts: dict[str, tuple[str, int]] | None = None) -> str:
        low = Fraction((day.toordinal() - 1) * MINUTES_A_DAY)
        value = Range(low, low + MINUTES_A_DAY, False, True)
        name = self.fact(words, "day", Reading(value, "minute", day.isoformat()), parts=parts)
        self.mention(name, words, AllOf((within(name, value), within(f"{name}#start", Range.exactly(low)))), name)
        return name

    def part(self, name: str, role: str) -> str:
        """A mention of one part of a date."""
        fact = next(fact for fact in self.facts if fact.id == name)
        found = [part for part in fact.parts if part.role == role.rstrip("2")][-1 if role.endswith("2") else 0]
        words = self.document.text[found.span.start : found.span.end]
        variable = f"{name}#{role}"
        claim = within(variable, Range.exactly(found.value))
        passage = Passage(fact.path, found.span, words, role)
        self.constraints.append(Constraint(variable, claim, "mention", "", (passage,), (variable,)))
        return variable

    def rule(
        self,
        rule: str,
        claim: Claim,
        roles: dict[str, tuple[str, ...]],
        messages: tuple[tuple[str, str], ...] = (),
        level: Level = "error",
        passages: tuple[Passage, ...] = (),
        words: tuple[tuple[str, str], ...] = (),
        source: str = "",
    ) -> None:
        name = f"{rule}@{len(self.constraints)}"
        self.constraints.append(Constraint(name, claim, "rule", rule, passages))
        self.instances.append(
            Instance(name, rule, level, messages, tuple(roles.items()), words, (("", source),) if source else ())
        )

    def explained(self, order: Random | None = None) -> Explained:
        names = {c.id for c in self.constraints}
        sorts = {name: "integer" for name in names if "#" in name or name.endswith("@published")}
        contradictions = list(solve(self.constraints, sorts).contradictions)  # type: ignore[arg-type]
        instances, facts, documents = list(self.instances), list(self.facts), list(self.documents)
        for values in (contradictions, instances, facts, documents) if order else ():
            order.shuffle(values)  # type: ignore[arg-type, union-attr]

        def fits(constraints: Sequence[Constraint]) -> bool:
            return decide(constraints, sorts, 4000).verdict == "consistent"  # type: ignore[arg-type]

        return explain(contradictions, instances, facts, documents, fits)

    def finding(self) -> Finding:
        (finding,) = self.explained().findings
        return finding

    def repaired(self) -> list[str]:
        """The text of each repair: the edited words, or the sentence where nothing can be edited."""
        texts = {document.path: document.text for document in self.documents}
        return [shown(repair.edits, texts) or repair.because for repair in self.finding().repairs]


def shown(edits: Sequence[Edit], texts: dict[str, str]) -> str:
    return " and ".join(f"{texts[e.path][e.span.start : e.span.end]} -> {e.text}" for e in edits)


def difference(plus: Sequence[str], minus: Sequence[str], value: Range) -> Linear:
    return Linear((*((name, ONE) for name in plus), *((name, -ONE) for name in minus)), value)


ZERO = Range.exactly(0)


def parts_of(story: Story, total: str, *parts: str) -> None:
    message = (("en", "the parts do not make the total"), ("ar", "الأجزاء لا تساوي المجموع"))
    story.rule("arithmetic/parts", difference(parts, [total], ZERO), {"total": (total,), "part": parts}, message)


def toll(language: str = "en") -> Story:
    if language == "en":
        story = Story("The attack killed 37 people: 24 soldiers and 11 civilians.")
    else:
        story = Story("أسفر الهجوم عن مقتل 37 شخصاً: 24 جندياً و11 مدنياً.", "ar")
    parts_of(story, story.number("37", 37), story.number("24", 24), story.number("11", 11))
    return story


def test_a_total_and_its_parts() -> None:
    finding = toll().finding()
    assert (finding.rule, finding.state, finding.level) == ("arithmetic/parts", "contradiction", "error")
    assert finding.message == "the parts do not make the total"
    assert [(p.text, p.role) for p in finding.passages] == [("37", "total"), ("24", "part"), ("11", "part")]
    assert finding.because == ("24 + 11 = 35, not 37",)
    assert toll().repaired() == ["37 -> 35", "24 -> 26", "11 -> 13"]


def test_a_total_and_its_parts_in_arabic() -> None:
    finding = toll("ar").finding()
    assert finding.message == "الأجزاء لا تساوي المجموع"
    assert [p.role for p in finding.passages] == ["المجموع", "جزء", "جزء"]
    assert finding.because == ("24 + 11 = 35، لا 37",)


def test_a_hedged_part_gives_a_range() -> None:
    story = Story("Of the 37 people 24 were soldiers and about 11 civilians.")
    total, soldiers = story.number("37", 37), story.number("24", 24)
    civilians = story.number("11", Range(Fraction(99, 10), Fraction(121, 10)), note="about")
    parts_of(story, total, soldiers, civilians)
    assert story.finding().because == ("24 + about 11 is 34 to 36, not 37", "about 11 stands for 10 to 12")
    first = story.finding().repairs[0]
    assert (first.edits[0].text, first.because) == ("35", "34 to 36 would fit")


def test_numbers_are_written_as_in_the_article() -> None:
    story = Story("من أصل ١٬٩٦٠ جندياً وصل ١٬٠٠٠ من الشمال و٩٠٠ من الجنوب.", "ar")
    parts_of(story, story.number("١٬٩٦٠", 1960), story.number("١٬٠٠٠", 1000), story.number("٩٠٠", 900))
    assert story.finding().because == ("١٬٠٠٠ + ٩٠٠ = ١٬٩٠٠، لا ١٬٩٦٠",)
    assert story.repaired() == ["١٬٩٦٠ -> ١٬٩٠٠", "١٬٠٠٠ -> ١٬٠٦٠", "٩٠٠ -> ٩٦٠"]


@pytest.mark.parametrize(
    ("language", "text", "word", "names", "line", "repair"),
    [
        ("en", "Three provinces: Homs, Hama, Idlib and Latakia.", "Three", "Homs Hama Idlib Latakia",
         "4 are named, not 3", "Three -> Four"),
        ("ar", "ثلاث محافظات: حمص وحماة وإدلب واللاذقية.", "ثلاث", "حمص حماة إدلب اللاذقية",
         "المذكور 4، لا 3", "ثلاث -> أربع"),
        ("ar", "ثلاثة وزراء: سمير وكمال وفؤاد وعادل.", "ثلاثة", "سمير كمال فؤاد عادل",
         "المذكور 4، لا 3", "ثلاثة -> أربعة"),
    ],
)  # fmt: skip
def test_a_list_and_its_announced_number(
    language: str, text: str, word: str, names: str, line: str, repair: str
) -> None:
    story = Story(text, language)
    announced = story.number(word, 3)
    items = tuple(story.passage(name, "item") for name in names.split())
    roles = {"announced": (announced,), "item": tuple(f"{PATH}@{one.span.start:08d}" for one in items)}
    story.rule("arithmetic/list", Linear(((announced, -ONE),), Range.exactly(-4)), roles, passages=items)
    assert story.finding().because == (line,)
    assert [p.text for p in story.finding().passages] == [word, *names.split()]
    assert story.repaired() == [repair]


def shares(language: str = "en") -> Story:
    if language == "en":
        story = Story("Of the 15 members, 12 (60 percent) voted for it.")
        sign = "60 percent"
    else:
        story = Story("صوّت 12 من أصل 15 عضواً (60 في المئة) لصالحه.", "ar")
        sign = "60 في المئة"
    whole, part, percent = story.number("15", 15), story.number("12", 12), story.number(sign, 60, "percent")
    hundred = Fraction(100)
    of_whole = AllOf((
        within(whole, Range.exactly(15)),
        Linear(((part, hundred), (percent, Fraction(-15))), Range(Fraction(-7), Fraction(7))),
    ))  # fmt: skip
    of_percent = AllOf((
        within(percent, Range.exactly(60)),
        Linear(((part, hundred), (whole, Fraction(-60))), Range(Fraction(-7), Fraction(7))),
    ))  # fmt: skip
    roles = {"part": (part,), "whole": (whole,), "percent": (percent,)}
    story.rule("arithmetic/share", AnyOf((of_whole, of_percent)), roles)
    return story


def test_a_share() -> None:
    assert shares().finding().because == ("12 of 15 is 80 %, not 60 %",)
    assert shares().repaired() == ["15 -> 20", "12 -> 9", "60 -> 80"]
    assert shares("ar").finding().because == ("12 من أصل 15 تساوي 80 في المئة، لا 60 في المئة",)


NOVEMBER = {"day": ("10", 10), "month": ("November", 11), "year": ("2020", 2020)}
SEPTEMBER = {"day": ("27", 27), "month": ("September", 9), "year": ("2020", 2020)}


def test_a_period_and_its_length() -> None:
    story = Story("The war of 54 days lasted from 27 September 2020 to 10 November 2020.")
    length = story.days("54 days", 54)
    start = story.day("27 September 2020", date(2020, 9, 27), SEPTEMBER)
    end = story.day("10 November 2020", date(2020, 11, 10), NOVEMBER)
    claims = [
        difference([f"{end}#start"], [f"{start}#start", length], Range.exactly(slack)) for slack in (0, -MINUTES_A_DAY)
    ]
    roles = {"start": (start,), "end": (end,), "length": (length,)}
    message = (("en", "from {start} to {end} is not {length}"),)
    story.rule("arithmetic/duration", AnyOf(tuple(claims)), roles, message)
    assert story.finding().message == "from 27 September 2020 to 10 November 2020 is not 54 days"
    line = "from 27 September 2020 to 10 November 2020 are 44 days, 45 with both ends, not 54 days"
    assert story.finding().because == (line,)
    assert story.repaired() == ["54 -> 45", "54 -> 44", "27 -> 17", "10 -> 20"]


def test_an_order_says_what_must_hold_and_offers_the_nearest_dates_of_one_part() -> None:
    story = Story("The ceasefire of 10 November 2020 came after the handover of 5 November 2020.")
    ceasefire = story.day("10 November 2020", date(2020, 11, 10), NOVEMBER)
    parts = {"day": ("5", 5), "month": ("November", 11), "year": ("2020", 2020)}
    handover = story.day("5 November 2020", date(2020, 11, 5), parts)
    claim = difference([handover], [ceasefire], Range(Fraction(0), None, True))
    story.rule("pack/order", claim, {"handover": (handover,), "ceasefire": (ceasefire,)})
    assert story.finding().because == ("5 November 2020 comes before 10 November 2020",)
    assert story.repaired() == ["10 -> 5", "November -> October", "5 -> 10", "November -> December"]
    assert list(dict.fromkeys(repair.because for repair in story.finding().repairs)) == [
        '"10 November 2020" must be 5 November 2020 or earlier',
        '"5 November 2020" must be 10 November 2020 or later',
    ]


def weekday_story(language: str) -> Story:
    if language == "en":
        story = Story("It was signed on Monday, Nov. 10th, 2020.")
        words, parts = "Monday, Nov. 10th, 2020", {"weekday": ("Monday", 0), "month": ("Nov", 11)}
    else:
        story = Story("وُقّع الاتفاق الاثنين 10 تشرين الثاني 2020.", "ar")
        words, parts = "الاثنين 10 تشرين الثاني 2020", {"weekday": ("الاثنين", 0), "month": ("تشرين الثاني", 11)}
    parts |= {"day": ("10", 10), "year": ("2020", 2020)}
    name = story.fact(words, "day", Reading(Range.exactly(day_start(2020, 11, 10))), parts=parts)
    roles = ("weekday", "day", "month", "year")
    variables = {role: story.part(name, role) for role in roles}
    days = [date(2020, 11, day) for day in range(1, 31)] + [date(2020, month, 10) for month in range(1, 13)]
    days += [date(year, 11, 10) for year in range(2008, 2033)]
    rows = [
        AllOf(tuple(within(variables[role], Range.exactly(value)) for role, value in values_of(day).items()))
        for day in days
    ]
    story.rule("calendar/weekday", AnyOf(tuple(rows)), {"date": (name,), **{r: (v,) for r, v in variables.items()}})
    return story


def day_start(year: int, month: int, day: int) -> int:
    return (date(year, month, day).toordinal() - 1) * MINUTES_A_DAY


def values_of(day: date) -> dict[str, int]:
    return {"weekday": day.weekday(), "day": day.day, "month": day.month, "year": day.year}


def test_a_weekday_is_repaired_in_its_own_style() -> None:
    story = weekday_story("en")
    assert story.finding().because == ("10 Nov 2020 is a Tuesday, not a Monday",)
    assert [(p.text, p.role) for p in story.finding().passages] == [("Monday", "weekday"), ("Nov. 10th, 2020", "date")]
    assert set(story.repaired()) == {
        "Monday -> Tuesday", "10 -> 9", "10 -> 16", "10th -> 2nd", "Nov -> Aug", "Nov -> Feb", "2020 -> 2025",
    }  # fmt: skip
    assert story.finding().repairs[-1].because.startswith("10 ")


def test_an_arabic_month_keeps_its_family() -> None:
    story = weekday_story("ar")
    assert story.finding().because == ("10 تشرين الثاني 2020 يوافق الثلاثاء، لا الاثنين",)
    assert {"الاثنين -> الثلاثاء", "تشرين الثاني -> آب", "تشرين الثاني -> شباط"} <= set(story.repaired())


@pytest.mark.parametrize(
    ("text", "day", "month", "year", "line", "repair"),
    [
        ("dissolved on 31 November 2019 then", 31, 11, 2019, "November has 30 days", "31 -> 30"),
        (
            "opened on 29 February 2021 late",
            29,
            2,
            2021,
            "2021 is no leap year, so February has 28 days",
            "2021 -> 2020",
        ),
    ],
)
def test_a_day_that_no_calendar_has(text: str, day: int, month: int, year: int, line: str, repair: str) -> None:
    story = Story(text)
    words = text.partition(" on ")[2].rsplit(" ", 1)[0]
    name_of_month = words.split()[1]
    parts = {"day": (str(day), day), "month": (name_of_month, month), "year": (str(year), year)}
    name = story.fact(words, "day", parts=parts)
    variables = {role: story.part(name, role) for role in ("day", "month", "year")}
    real = [date(year, month, other) for other in range(1, 29 if month == 2 else 31)]
    real += [date(year, other, day) for other in (1, 3, 10, 12)] + [date(2020, month, 29)]
    rows = [
        AllOf(tuple(within(variables[role], Range.exactly(values_of(one)[role])) for role in variables)) for one in real
    ]
    story.rule("calendar/impossible-date", AnyOf(tuple(rows)), {"date": (name,)})
    assert story.finding().because == (line,)
    (passage,) = story.finding().passages
    assert passage.role == "date" and words.startswith(passage.text)
    assert repair in story.repaired()


def test_a_month_with_two_names() -> None:
    story = Story("بدأت في 12 نوفمبر/تشرين الأول 2020.", "ar")
    parts = {"day": ("12", 12), "month": ("نوفمبر", 11), "month2": ("تشرين الأول", 10)}
    name = story.fact("12 نوفمبر/تشرين الأول 2020", "day", parts=parts)
    one, other = story.part(name, "month"), story.part(name, "month2")
    story.rule("calendar/month-pair", difference([one], [other], ZERO), {"month": (one,), "month2": (other,)})
    assert story.finding().because == ("نوفمبر هو الشهر 11، أما تشرين الأول فهو الشهر 10",)
    assert story.repaired() == ["نوفمبر -> أكتوبر", "تشرين الأول -> تشرين الثاني"]


def test_words_that_count_from_the_publication() -> None:
    story = Story("The district is returned on 15 December of this month.")
    parts = {"day": ("15", 15), "month": ("December", 12)}
    name = story.fact("15 December of this month", "day", parts=parts)
    december = Range(Fraction(day_start(2020, 12, 1)), Fraction(day_start(2021, 1, 1)), False, True)
    mine, common = f"{name}#published", f"{PATH}@published"
    story.mention(mine, "15 December of this month", within(mine, december))
    day = Range(Fraction(day_start(2020, 11, 10)), Fraction(day_start(2020, 11, 11)), False, True)
    story.constraints.append(Constraint(common, within(common, day), "mention", "", (), (common,)))
    roles = {"date": (name,), "reference": (mine,), "published": (common,)}
    story.rule("calendar/reference", difference([mine], [common], ZERO), roles)
    assert story.finding().because == (
        '"15 December of this month" fits publication in this time only: December 2020',
        "the article was published on 10 November 2020",
    )
    assert story.repaired()[0] == "December -> November"
    assert "the day of publication must be December 2020" in story.repaired()


def known_story(language: str = "en") -> Story:
    story = Story("The force has 1,690 soldiers.") if language == "en" else Story("تضم القوة 1690 جندياً.", language)
    name = story.number("1,690" if language == "en" else "1690", 1690)
    shared = "pack/peacekeepers"
    story.rule(shared, difference([name], [shared], ZERO), {"peacekeepers": (shared, name)}, level="warning")
    words = (("known", "1,960"),)
    source = "Trilateral statement, point 3"
    story.rule(shared, within(shared, Range.exactly(1960)), {"peacekeepers": (shared,)}, words=words, source=source)
    return story


def test_a_known_value() -> None:
    finding = known_story().finding()
    assert (finding.rule, finding.level) == ("pack/peacekeepers", "warning")
    assert finding.because == ("1,690 is not 1,960", "Trilateral statement, point 3: 1,960")
    assert [p.role for p in finding.passages] == ["peacekeepers"]
    assert known_story().repaired() == ["1,690 -> 1,960"]
    assert known_story("ar").repaired() == ["1690 -> 1960"]
    assert known_story("ar").finding().because[0] == "1690 ليس 1960"


def test_mentions_in_two_languages_must_agree() -> None:
    story = Story("The force has 1,960 soldiers.", path="b/wire.md")
    english = story.number("1,960", 1960)
    story.article("تضم القوة ١٦٩٠ جندياً.", "ar", "a/wire.md")
    arabic = story.number("١٦٩٠", 1690)
    for name in (english, arabic):
        claim = difference([name], ["pack/armoured_vehicles"], ZERO)
        story.rule("pack/armoured_vehicles", claim, {"armoured_vehicles": ("pack/armoured_vehicles", name)})
    finding = story.finding()
    assert [(p.path, p.role) for p in finding.passages] == [
        ("a/wire.md", "armoured vehicles"),
        ("b/wire.md", "armoured vehicles"),
    ]
    assert finding.because == ("١٦٩٠ ليس ١٩٦٠",)
    assert set(story.repaired()) == {"١٦٩٠ -> ١٩٦٠", "1,960 -> 1,690"}


def test_a_condition_matters_more_than_an_agreement() -> None:
    story = Story("The ceasefire holds from 10 November 2020. Kalbajar is returned by 5 November 2020.")
    ceasefire = story.day("10 November 2020", date(2020, 11, 10), NOVEMBER)
    parts = {"day": ("5", 5), "month": ("November", 11), "year": ("2020", 2020)}
    handover = story.day("5 November 2020", date(2020, 11, 5), parts)
    shared = {"pack/ceasefire": ceasefire, "pack/handover[kalbajar]": handover}
    for variable, name in shared.items():
        rule = variable.partition("[")[0]
        story.rule(rule, difference([name], [variable], ZERO), {rule.partition("/")[2]: (variable, name)})
    claim = difference(["pack/handover[kalbajar]"], ["pack/ceasefire"], Range(Fraction(0), None, True))
    roles = {"handover": ("pack/handover[kalbajar]", handover), "ceasefire": ("pack/ceasefire", ceasefire)}
    message = (("en", "{district} is due on {handover}, but {ceasefire} begins {nobody}"),)
    story.rule("pack/handover-follows", claim, roles, message, "warning", words=(("district", "Kalbajar"),))
    finding = story.finding()
    assert (finding.rule, finding.level) == ("pack/handover-follows", "warning")
    assert finding.message == "Kalbajar is due on 5 November 2020, but 10 November 2020 begins {nobody}"
    assert [p.role for p in finding.passages] == ["ceasefire", "handover"]
    assert finding.because == ("5 November 2020 comes before 10 November 2020",)


def test_rules_that_clash_without_an_article_are_a_problem_of_theirs() -> None:
    story = Story("Nothing.")
    story.rule("pack/a", within("pack/x", Range.exactly(1)), {}, source="here")
    story.rule("pack/b", within("pack/x", Range.exactly(2)), {}, source="there")
    explained = story.explained()
    assert explained.findings == ()
    assert [(one.path, "pack/a and pack/b" in one.message) for one in explained.problems] == [("pack", True)]


def two_tolls() -> Story:
    story = toll()
    story.article("It hit 9 homes: 3 in Homs, 4 in Hama.", "en", "a.md")
    parts_of(story, story.number("9", 9), story.number("3", 3), story.number("4", 4))
    return story


@settings(deadline=None, max_examples=10)
@given(st.integers(0, 1000))
def test_the_order_of_what_comes_in_does_not_matter(seed: int) -> None:
    assert two_tolls().explained(Random(seed)) == two_tolls().explained()


def test_findings_are_in_the_order_of_the_text() -> None:
    assert [finding.passages[0].path for finding in two_tolls().explained().findings] == ["a.md", PATH]


def test_a_fingerprint_survives_edits_elsewhere() -> None:
    moved = Story("A dull day. The attack killed 37 people: 24 soldiers and 11 civilians.", path="elsewhere/draft.md")
    parts_of(moved, moved.number("37", 37), moved.number("24", 24), moved.number("11", 11))
    finding, again = toll().finding(), moved.finding()
    assert finding.fingerprint == again.fingerprint and len(finding.fingerprint) == 16
    assert fingerprint(finding.rule, finding.passages[1:]) != finding.fingerprint


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    story = Story("It killed 5: 1 here, 2 there.")
    parts_of(story, story.number("5", 5), story.number("1", 1), story.number("2", 2))
    story.article("It killed 5: 1 here, 2 there.", "en", f"other/{PATH}")
    parts_of(story, story.number("5", 5), story.number("1", 1), story.number("2", 2))
    one, other = (finding.fingerprint for finding in story.explained().findings)
    assert other == f"{one}-2"


WRITTEN = [
    ("en", "30 thousand people", "30 thousand", 35_000, "35"),
    ("en", "30 thousand people", "30 thousand", 30_250, "30,250"),
    ("en", "$3.5 million", "3.5 million", 3_600_000, "3.6"),
    ("en", "three towns", "three", 4, "four"),
    ("en", "THREE TOWNS", "THREE", 4, "FOUR"),
    ("en", "three towns", "three", 44, "44"),
    ("en", "1,960 men", "1,960", 12_000, "12,000"),
    ("en", "1960 men", "1960", 12_000, "12000"),
    ("ar", "30 ألف شخص", "30 ألف", 35_000, "35"),
    ("ar", "ثلاث محافظات", "ثلاث", 4, "أربع"),
    ("ar", "ثلاثة رجال", "ثلاثة", 8, "ثمانية"),
    ("ar", "١٬٩٦٠ جندياً", "١٬٩٦٠", 1690, "١٬٦٩٠"),
    ("ar", "٣٫٥ في المئة", "٣٫٥", Fraction(41, 10), "٤٫١"),
]


@pytest.mark.parametrize(("language", "text", "words", "value", "expected"), WRITTEN)
def test_a_number_is_written_like_the_one_it_replaces(
    language: str, text: str, words: str, value: int | Fraction, expected: str
) -> None:
    document = Document(PATH, text, language)
    fact = Fact("f", PATH, "number", Span(text.index(words), text.index(words) + len(words)), ())
    written = written_in(fact, document)
    assert written is not None
    edit = edit_of(written, Fraction(value), document, texts_of(language))
    assert edit is not None and edit.text == expected


def test_a_dual_has_no_number_to_write() -> None:
    text = "في محافظتين"
    assert written_in(Fact("f", PATH, "number", Span(3, len(text)), ()), Document(PATH, text, "ar")) is None


@cache
def lexicon_of(language: str) -> Lexicon:
    return Lexicon(data.load(language), (), FACT_KINDS)


def read_values(text: str, language: str) -> list[Range]:
    facts = read_text(Document(PATH, text, language), lexicon_of(language)).facts
    return [fact.readings[0].value for fact in facts if fact.readings]


@settings(deadline=None)
@given(
    st.sampled_from(["1,960", "1960", "30 thousand", "3.5 million", "three", "٩٠٠", "12"]),
    st.integers(1, 5_000_000),
)
def test_an_edited_number_reads_back_as_its_value(words: str, value: int) -> None:
    text = f"They counted {words} soldiers."
    document = Document(PATH, text, "en")
    at = text.index(words)
    written = written_in(Fact("f", PATH, "number", Span(at, at + len(words)), ()), document)
    assert written is not None
    edit = edit_of(written, Fraction(value), document, texts_of("en"))
    assert edit is not None
    assert any(one.holds(Fraction(value)) for one in read_values(applied(text, [edit]), "en"))


def applied(text: str, edits: Sequence[Edit]) -> str:
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@settings(deadline=None, max_examples=25)
@given(st.integers(2, 400), st.integers(2, 400), st.integers(2, 900))
def test_every_repair_of_a_sum_restores_it(one: int, two: int, total: int) -> None:
    story = Story(f"It killed {total}: men {one}, women {two}.")
    text = story.document.text
    parts_of(
        story,
        story.number(f"{total}", total),
        _number_after(story, "men ", one),
        _number_after(story, "women ", two),
    )
    explained = story.explained()
    assert bool(explained.findings) == (one + two != total)
    for finding in explained.findings:
        assert finding.repairs
        for repair in finding.repairs:
            if repair.edits:
                first, second, third = (r.low or 0 for r in read_values(applied(text, repair.edits), "en"))
                assert first == second + third


def _number_after(story: Story, words: str, value: int) -> str:
    start = story.document.text.index(words) + len(words)
    span = Span(start, start + len(str(value)))
    fact = Fact(f"{PATH}@{start:08d}", PATH, "number", span, (Reading(Range.exactly(value)),))
    story.facts.append(fact)
    passage = Passage(PATH, span, str(value), "")
    claim = within(fact.id, Range.exactly(value))
    story.constraints.append(Constraint(fact.id, claim, "mention", "", (passage,), (fact.id,)))
    return fact.id


@settings(deadline=None)
@given(st.fractions(0, 10**9, max_denominator=1000))
def test_numerals_round_to_the_places_asked_for(value: Fraction) -> None:
    shown_value = Fraction(Numerals(group=",").number(value, most=2).replace(",", ""))
    assert abs(shown_value - value) <= Fraction(1, 200)


def test_the_texts_of_both_languages_have_the_same_keys() -> None:
    def keys(language: str) -> set[str]:
        found = data.load(language).messages
        return {
            key for key in found if key.startswith(("role.", "because.", "repair.", "range.", "hedge.", "message."))
        }

    assert keys("en") == keys("ar")


def test_every_style_names_whole_calendars() -> None:
    for language in ("en", "ar"):
        texts = texts_of(language)
        assert {len(row) for row in texts.rows("month")} == {len(row) for row in texts.rows("hijrimonth")} == {12}
        assert {len(row) for row in texts.rows("weekday")} == {7}
        assert {len(row) for row in texts.rows("ordinal")} == {31}


def test_a_reading_noted_as_rounded_is_explained() -> None:
    story = Story("It cost 30 thousand here, 5 thousand there, 37 thousand in all.")
    thousand = [
        story.number(f"{n} thousand", Range(Fraction(n * 1000 - 500), Fraction(n * 1000 + 500)), note="rounded")
        for n in (30, 5, 37)
    ]
    parts_of(story, thousand[2], thousand[0], thousand[1])
    finding = story.finding()._replace(repairs=())
    assert finding.because[0] == "30 thousand + 5 thousand is 34,000 to 36,000, not 37 thousand"
    assert "30 thousand stands for 29.5 to 30.5 thousand" in finding.because
