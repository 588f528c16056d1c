"""Short news that an editor would find nothing wrong with, and their twins with a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Document, check

CLEAN = [
    line
    for path in sorted((Path(__file__).parent / "clean").glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]

# Beside what must be silent stands what must not: the same sort of news, but wrong.
WRONG = [
    (
        "agreement/restated",
        "In May 2021 the flood killed 40 people in Marwell. In May 2021 the flood killed 60 people in Marwell.",
    ),
    ("calendar/weekday", "The last letter bears the date Monday 2 September 1752."),
    ("calendar/weekday", "The last letter bears the date Wednesday 2 September 1952."),
    ("calendar/weekday", "كُتبت الرسالة الأخيرة يوم الاثنين 2 سبتمبر 1752."),
    (
        "agreement/restated",
        "The rink opens from 3 March 2024 to 6 May 2024. The rink opens from 13 March 2024 to 6 May 2024.",
    ),
    ("arithmetic/parts", "The survey found 90 broken lamps: 50 in May and 60 in June."),
    ("arithmetic/parts", "There were 100 passengers: 60 men, 40 women and 30 children."),
    ("arithmetic/parts", "Of the 45 seats, 20 went to Conservatives and 30 to Liberals."),
    ("arithmetic/parts", "أحصى التقرير 90 مصباحاً مكسوراً: 50 في أيار/مايو و60 في حزيران/يونيو."),
    ("arithmetic/list", "Three new judges joined the bench. They are Mary Holt and Peter Dunn."),
    ("calendar/range", "He led the club from 2015 to 1990."),
    ("calendar/range", "قاد النادي من عام 2015 إلى عام 1990."),
    ("arithmetic/duration", "She was minister for six years, from 2001 to 2004."),
    ("arithmetic/duration", "قاد الفريق 15 عاماً، من 1990 إلى 1999."),
    ("arithmetic/direction", "The party won 42 of 90 seats, up from 51 seats."),
    ("arithmetic/included", "The firm has 3,400 employees, of whom 4,100 work at home."),
    ("arithmetic/included", "لدى الشركة 3400 موظف، منهم 4100 في الداخل."),
    ("arithmetic/parts", "The chamber has 45 members: 20 Liberals, 15 Greens and 12 independents."),
    ("arithmetic/list", 'قتلت الفيضانات مزارعين في محافظتي "نينوى" و"أربيل" و"دهوك".'),
]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_news_raise_no_alarm(text: str) -> None:
    assert check([Document.of(text)]).findings == ()


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_a_slip_in_the_same_sort_of_news_is_found_once(rule: str, text: str) -> None:
    assert [finding.rule for finding in check([Document.of(text)]).findings] == [rule]
