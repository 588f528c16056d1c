"""What each of some things makes, how many there are and what they make together; averages within their figures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check
from factcheck.model import Document

RATES = [
    ("en", "The ferry sold 1,250 tickets on Sunday. A ticket costs 16 euros. Takings came to {} in all.",
     "20,000 euros", "30,000 euros"),
    ("en", "Each of the 420 workers will get a bonus of $1,500. The bonuses will cost the company {}.",
     "$630,000", "$830,000"),
    ("en", "The state will pay 300 dollars per head to 45,000 pensioners, a total of {}.",
     "$13.5 million", "$18.5 million"),
    ("en", "She earns $15 an hour and works 38 hours a week, which gives her {} a week.", "$570", "$750"),
    ("en", "A cyclist rode at 40 kilometres an hour for three hours, {} in all.", "120 kilometres", "150 kilometres"),
    ("en", "The port took in 36,000 tonnes in June, which works out at {} a day.", "1,200 tonnes", "2,200 tonnes"),
    ("en", "The plant pumps 3 million barrels a day and gets $70 for each of them. The treasury takes {} daily.",
     "$210 million", "$310 million"),
    ("ar", "باعت العبارة 1250 تذكرة، وسعر التذكرة 16 ديناراً، فبلغت الحصيلة {}.", "20 ألف دينار", "30 ألف دينار"),
    ("ar", "ستصرف الحكومة 300 دينار لكل أسرة من 45 ألف أسرة، بكلفة إجمالية تبلغ {}.",
     "13,5 مليون دينار", "18,5 مليون دينار"),
    ("ar", "قطع القطار 312 كيلومتراً في ساعتين و24 دقيقة، أي بمتوسط {} في الساعة.", "130 كيلومتراً", "180 كيلومتراً"),
    ("ar", "بلغت واردات الميناء 36 ألف طن في حزيران، بمعدل {} يومياً.", "1200 طن", "2200 طن"),
    ("ar", "كانت 250 شاحنة تدخل يومياً خلال الأيام الستة الماضية، وبذلك وصل {} منها.", "1500", "5100"),
]  # fmt: skip
AVERAGES = [
    ("en", "The hottest day of the week had 38 degrees at the harbour. The weekly average there was {}.",
     "31 degrees", "41 degrees"),
    ("en", "The lowest bid was 3.1 million dollars. Bids averaged {}.", "4.3 million dollars", "2.3 million dollars"),
    ("ar", "سجلت المحطة أعلى قراءة يوم الأحد وبلغت 38 درجة. وبلغ المتوسط الأسبوعي {}.", "31 درجة", "41 درجة"),
    ("ar", "كان أدنى سعر 31 ديناراً للطن، وبلغ متوسط السعر {}.", "34 ديناراً", "24 ديناراً"),
]  # fmt: skip
CLEAN = [
    ("en", "The council bought 40 buses for £19m. A driver earns £31,000, and the deal secures 120 jobs."),
    ("en", "The firm had deals worth about $2.5 billion and is among the top 10. It earned $22.1 billion last year."),
    ("en", "Entry costs 12 euros. The museum had 3,500 visitors and took 28,000 euros, as children pay nothing."),
    ("en", "The average price is 51 euros, the highest since 2008, when it was 48 euros."),
    ("en", "The highest salary in Aldbury is 5,000 dollars. In Stowe the average is 6,000 dollars."),
    ("ar", "وقدرت قيمة العقد بنحو 2,5 مليار دولار، والشركة بين أكبر 10 شركات. وبلغت الإيرادات 22,1 مليار دولار."),
    ("ar", "بلغ متوسط السعر 51 ديناراً، وهو أعلى سعر منذ عام 2008 حين بلغ 48 ديناراً."),
]


def rules(language: str, text: str) -> list[str]:
    return [one.rule for one in check([Document("article", text, language, date(2024, 7, 9))]).findings]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), RATES)
def test_a_total_that_is_a_digit_away_from_the_product_is_found(
    language: str, text: str, right: str, wrong: str
) -> None:
    assert rules(language, text.format(wrong)) == ["arithmetic/rate"]
    assert rules(language, text.format(right)) == []


@pytest.mark.parametrize(("language", "text", "right", "wrong"), AVERAGES)
def test_an_average_beyond_its_figures_is_found(language: str, text: str, right: str, wrong: str) -> None:
    assert rules(language, text.format(wrong)) == ["arithmetic/average"]
    assert rules(language, text.format(right)) == []


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_figures_that_make_no_product_raise_no_alarm(language: str, text: str) -> None:
    assert rules(language, text) == []


@given(st.integers(11, 399), st.integers(11, 99))
def test_a_true_product_raises_no_alarm(number: int, each: int) -> None:
    text = f"The club sold {number} tickets at {each} euros apiece and took {number * each:,} euros in all."
    assert rules("en", text) == []
