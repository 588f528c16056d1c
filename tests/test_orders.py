"""Dates that words put in order (then, before, after the deadline, opened and closed), and those that they do not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check
from factcheck.model import Document

PUBLISHED = date(2024, 12, 10)
WRONG = [
    ("en", "The quarry, founded in 1903, closed in 1897 when the stone ran out."),
    ("en", "Founded in 1903, the quarry closed in 1897."),
    ("en", "The school that opened in 2011 closed in 2009."),
    ("en", "The inquiry began on 4 May and ended on 2 May, the judge said."),
    ("en", "The trial opened on 12 March and concluded on 9 March."),
    ("en", "She joined the ministry in 1998 and retired in 1989."),
    ("en", "He was arrested in March 2019 and released in July 2017."),
    ("en", "He was arrested in March 2019 but was freed in July 2017."),
    ("en", "Voting started at 8 a.m. on 5 May 2024 and finished at 6 p.m. on 4 May 2024."),
    ("en", "The treaty was signed in 1987 and expired in 1985."),
    ("en", "The bonds, issued in 2016, matured in 2013."),
    ("en", "The five-year lease, signed in June 2018, ran out in May 2013."),
    ("en", "He went to Paris in 1971, and later became director of the museum in 1968."),
    ("en", "He moved to Paris in 1971 and then to Rome in 1968."),
    ("en", "She studied law in 1971 before becoming a judge in 1966."),
    ("en", "She became a judge in 1966 after graduating in 1971."),
    ("en", "He resigned in 2015, having been elected in 2018."),
    ("en", "The first volume appeared in 1974; the second followed in 1969."),
    ("en", "The first volume appeared in 1974. The second followed in 1969."),
    ("en", "A first edition came out in 1974, followed by a second in 1969."),
    ("en", "The first case was reported on 4 May, and a second followed on 2 May."),
    ("en", "The summit was postponed from 12 May to 9 May."),
    ("en", "The summit has been put back from 12 May 2024 to 9 May 2024."),
    ("en", "The vote was brought forward from 9 May to 12 May."),
    ("en", "The vote, originally scheduled for 12 May, has been postponed to 9 May."),
    ("en", "The licence, due to expire on 30 June, was extended to 15 June."),
    ("en", "The truce expires on 30 June. Mediators say it will be extended until 15 June."),
    ("en", "The deadline for bids is 30 June; they will be opened, after the deadline, on 20 June."),
    ("en", "Residents were given until 15 April to leave. After the deadline passed, bulldozers moved in on 12 April."),
    ("en", "The army gave them until 15 April. On 12 April, once the deadline had expired, it moved in."),
    ("en", "Nominations close on 20 May. After nominations close, the list is to be published on 14 May."),
    ("en", "The company was set up in 2008, listed in 2012 and wound up in 2003."),
    ("en", "Work on the dam began in 2011 and was completed in 2006."),
    ("en", "The bridge was closed on 12 April and reopened on 9 April."),
    ("en", "The strike began on 12 April. It ended on 9 April."),
    ("en", "The strike began on 12 April. The strike was called off on 9 April."),
    ("en", "He was sentenced in 2019 and died in prison in 2016."),
    ("en", "Born in 1950, he entered parliament in 1948."),
    ("en", "She was born in 1950 and married in 1947."),
    ("en", "The satellite was launched in 2015 and stopped transmitting in 2012."),
    ("en", "The ship sailed on 3 May and arrived on 1 May."),
    ("en", "He took office in January 2015 and stepped down in March 2013."),
    ("en", "The law was passed in 2015 and repealed in 2012."),
    ("en", "The film premiered in 2015 and was released in cinemas in 2014."),
    ("en", "Talks resumed on 14 April, after collapsing on 16 April."),
    ("en", "The loan was granted in 2012 and repaid in 2008."),
    ("en", "The patent was filed in 2012 and granted in 2009."),
    ("en", "The tower was begun in 1931 and finished in 1929."),
    ("en", "He left the army in 1992, went into business and subsequently entered politics in 1988."),
    ("ar", "تأسست الشركة عام 1987 وأُغلقت عام 1979."),
    ("ar", "افتُتح المعرض في 12 مايو واختُتم في 9 مايو."),
    ("ar", "بدأت المحادثات في 12 مايو وانتهت في 9 مايو دون نتيجة."),
    ("ar", "اعتُقل الصحفي في مارس 2019 وأُفرج عنه في يوليو 2017."),
    ("ar", "وُلدت الكاتبة في بيروت عام 1944 وتوفيت في باريس عام 1938."),
    ("ar", "صدرت الرواية الأولى عام 1974، وتلتها الثانية عام 1969."),
    ("ar", "انتقل إلى باريس عام 1971 ثم إلى روما عام 1968."),
    ("ar", "درس القانون عام 1971 قبل أن يصبح قاضياً عام 1966."),
    ("ar", "أصبح قاضياً عام 1966 بعد تخرجه عام 1971."),
    ("ar", "استقال عام 2015 بعدما انتُخب عام 2018."),
    ("ar", "أُرجئت القمة من 12 مايو إلى 9 مايو."),
    ("ar", "تقرر تأجيل المباراة من 12 مايو إلى 9 مايو."),
    ("ar", "تقرر تقديم موعد الانتخابات من 9 مايو إلى 12 مايو."),
    ("ar", "وكان الاتفاق ينتهي في 30 يونيو، وقد مُدد حتى 15 يونيو."),
    ("ar", "تنتهي المهلة في 30 يونيو. وقال الوسيط إنه سيجري تمديدها حتى 15 يونيو."),
    ("ar", "مُنح السكان مهلة حتى 15 أبريل للمغادرة. وبعد انتهاء المهلة دخلت الجرافات في 12 أبريل."),
    ("ar", "آخر موعد لتقديم الطلبات هو 30 يونيو، وتُعلن النتائج بعد إغلاق باب التقديم في 20 يونيو."),
    ("ar", "وُقع الاتفاق عام 1987 وانتهى العمل به عام 1985."),
    ("ar", "طُرحت السندات عام 2016 واستحقت عام 2013."),
    ("ar", "دخلت الهدنة حيز التنفيذ في 12 أبريل وانهارت في 9 أبريل."),
    ("ar", "أُغلق المعبر في 12 أبريل وأُعيد فتحه في 9 أبريل."),
    ("ar", "بدأ الإضراب في 12 أبريل. وانتهى في 9 أبريل."),
    ("ar", "انطلق العمل في السد عام 2011 واكتمل عام 2006."),
    ("ar", "تولى المنصب عام 2015 واستقال عام 2013."),
    ("ar", "التحق بالجامعة عام 1963 وتخرج فيها عام 1961."),
    ("ar", "تزوجت عام 1990، وبعد ذلك سافرت إلى كندا عام 1987."),
    ("ar", "انضم إلى الحزب عام 1990 وانتُخب لاحقاً نائباً عام 1987."),
    ("ar", "سُجن عام 2015 ثم أُطلق سراحه عام 2013."),
    ("ar", "أُسست المدرسة سنة 1920 وهُدمت سنة 1915."),
    ("ar", "كانت الجلسة مقررة في 12 مايو لكنها أُجلت إلى 9 مايو."),
    ("ar", "زُرع القمح في نوفمبر 2023 وحُصد في مايو 2023."),
]
RIGHT = [
    ("en", "He was elected in 2010 and later apologised for remarks he made in 2005."),
    ("en", "He was elected in 2010 and later bought a house built in 1925."),
    ("en", "He retired in 2010 and then wrote a history of the strike in 1984."),
    ("en", "The museum, opened in 2010, holds a ship that sank in 1915."),
    ("en", "She joined in 2015 and left a firm founded in 1990."),
    ("en", "He took over in 2015 and closed the mill opened in 1960."),
    ("en", "In 2019 he described the crash of 2008 and then the boom of 2005."),
    ("en", "He died in 2010. He was later found to have left the country in 1999."),
    ("en", "The law was signed in 2019 after the killing of a boy in 2017."),
    ("en", "In 2010, after winning the right to host the World Cup in 2022, the country built a metro."),
    ("en", "The then minister signed it in 2010, as his predecessor had in 2005."),
    ("en", "In 1990 the firm, then known as Acme, which had opened in 1985, closed."),
    ("en", "By then, in 2010, the bridge that opened in 1990 had been closed since 2008."),
    ("en", "The exhibition opened on 3 May and closes on 1 April 2025."),
    ("en", "The exhibition opened on 20 December and closed on 5 January."),
    ("en", "The season began in September and ended in May."),
    ("en", "The vote, originally scheduled for 9 May, has been postponed to 12 May."),
    ("en", "The truce expired on 30 June; it had been extended on 15 May."),
    (
        "en",
        "The truce ran out on 26 January. In December it had been prolonged until 20 January, and then until the 26th.",
    ),
    ("en", "He was appointed in 2012, having left the ministry in 2008."),
    ("en", "He married in 1950 a widow who had left Spain in 1939."),
    ("en", "The company closed in 2010; it had opened in 2005."),
    ("en", "She was born in 1950, a year after her parents left Spain in 1949."),
    ("en", "She became known in 2010 and then again in 2005 films were rediscovered."),
    ("en", "He won in 2010 and later surpassed his own mark of 2008."),
    ("en", "He joined in 2010 and later recalled his arrest in 2005."),
    ("en", "The deadline was 15 April. After the deadline of 15 April, nothing happened, as in April 2020."),
    ("en", "Residents were given until 15 April to leave. They had been warned on 12 April."),
    ("en", "The bank was sold in 2015, and the branch it opened in 2010 closed."),
    ("en", "The plant was built in 2010 and the mill closed in 2005."),
    ("en", "The first novel appeared in 1974, followed by a film based on a play from 1969."),
    ("en", "The play, written in 1969, was followed in 1974 by a film."),
    ("en", "The work was begun in 2010, when the old mill, closed in 2005, burnt down."),
    ("en", "He was jailed in 2019 and released in 2021."),
    ("en", "Records released in 2015 show that he was hired in 2010 and left in 2012."),
    ("en", "Files opened in 2015 and closed in 2016 show that he left in 2012."),
    ("en", "The fund, launched in 2015 and closed in 2020, bought a firm founded in 1990 and sold in 1985."),
    ("en", "The village was abandoned in 1990 and found again in 1988 maps."),
    ("en", "It began in 2012 and ended in 2012."),
    ("en", "It was announced in May and opened in April the following year."),
    ("en", "The hall reopened in 2012 after a fire in 2010."),
    ("en", "After leaving in 2012, he returned in 2014."),
    ("en", "Before moving to Rome in 2012, he worked in Oslo in 2010."),
    ("en", "He returned in 2014, five years after leaving in 2009."),
    ("en", "The budget year began in October 2023 and ended in September 2024."),
    ("en", "Talks that began in 2019 resumed in 2018-style secrecy."),
    ("en", "The school was founded in 1920 by a teacher who died in 1918."),
    ("en", "The city was taken in 1945, and in 1940 it was bombed."),
    ("en", "He was arrested in 2015 in Rome, where he had arrived in 2012, and released in 2014 terms."),
    ("en", "The trial begins on 4 May; the man was arrested in 2019 and released in 2020."),
    ("en", "The union began its strike on 12 May and returned to the talks it left on 3 May."),
    ("en", "The office opened in 2014 and closed its accounts for 2013 late."),
    ("en", "The law was adopted in 2015 and was to be completed in 2012 under the first plan."),
    ("en", "She was elected in 2015 and, as planned in 2012, resigned."),
    ("en", "He was elected mayor in 2015 and left the party he had joined in 2012."),
    ("en", "The road was opened in 2015 and named after a man killed in 2012."),
    ("en", "He arrived in 2015 and found work, as in 2012."),
    ("en", "The first trial was held in 2015 and a second, begun in 2014, ended."),
    ("en", "The survey was published in 2015 and released figures for 2013."),
    ("en", "The wall was built in 1961 and fell in 1989."),
    ("en", "Prices peaked in June 2022 and then fell in May 2023 terms to those of June 2021."),
    ("en", "He was convicted in 2015 of a murder in 2012 and later of another in 2010."),
    ("en", "He was convicted in 2015 of a murder in 2012 and then of a robbery in 2010."),
    ("en", "He was charged in 2015 with one murder and later with a second in 2010."),
    ("en", "He sang in 2015 in Rome and later in the year in Oslo, as he did in 2012."),
    ("en", "The series aired in 2015 and later moved to a channel launched in 2012."),
    ("en", "She ran in 2016, then again in 2020 and 2012."),
    ("en", "Sales fell in 2016, then in 2015 prices rose."),
    ("en", "He led the club from 2015 to 2019, then from 2010 the academy."),
    ("en", "The festival ran from 3 to 9 May and then, as every year since 2010, moved on."),
    ("en", "His car was found in 2015 and then identified as one stolen in 2012."),
    ("en", "The painting was sold in 2015, then valued in 2012 dollars at 3 million."),
    ("en", "The bill was passed in March and then signed in April."),
    ("ar", "انتُخب عام 2010 ثم اعتذر عن تصريحات أدلى بها عام 2005."),
    ("ar", "انتُخب عام 2010 ثم اشترى منزلاً بُني عام 1925."),
    ("ar", "افتُتح المتحف عام 2010 ويضم سفينة غرقت عام 1915."),
    ("ar", "تولى الرئاسة عام 2015 وأغلق المصنع الذي افتُتح عام 1960."),
    ("ar", "بدأ الموسم في سبتمبر وانتهى في مايو."),
    ("ar", "افتُتح المعرض في 20 ديسمبر واختُتم في 5 يناير."),
    ("ar", "أُرجئت القمة من 9 مايو إلى 12 مايو."),
    ("ar", "وانتهت الهدنة في 30 يونيو، وكانت قد مُددت في 15 مايو."),
    ("ar", "استقال عام 2015 بعدما انتُخب عام 2012."),
    ("ar", "فازت قطر عام 2010 بعد منافسة على تنظيم كأس العالم عام 2022."),
    ("ar", "مُنح السكان مهلة حتى 15 أبريل للمغادرة، وكانوا قد أُنذروا في 12 أبريل."),
    ("ar", "صدرت الرواية عام 1974 ثم تُرجمت عن طبعة صدرت عام 1969."),
    ("ar", "توفي عام 2010 ثم كُشف أنه غادر البلاد عام 1999."),
    ("ar", "بلغت المبيعات ذروتها عام 2016 ثم عادت إلى مستواها في عام 2012."),
    ("ar", "تراجعت الأسعار في يونيو ثم عادت إلى مستوى أبريل."),
    ("ar", "حُكم عليه عام 2015 في جريمة عام 2012 ثم في أخرى عام 2010."),
    ("ar", "ارتفع من 5 في عام 2015 ثم إلى 7 في عام 2016."),
    ("ar", "وُلد عام 1950 بعد عام من مغادرة والديه إسبانيا عام 1949."),
    ("ar", "أُسس النادي عام 1920 على يد معلم توفي عام 1918."),
    ("ar", "أُغلق المعبر في 12 أبريل، وكان قد فُتح في 9 أبريل."),
    ("ar", "أعلن عام 2015 إغلاق المصنع وانتهى بذلك عصر بدأ عام 1960."),
    ("ar", "اندلعت الحرب عام 2015 وسقطت المدينة التي حوصرت عام 2012."),
    ("ar", "عُين وزيراً عام 2015 وغادر الحزب الذي انضم إليه عام 2012."),
    ("ar", "وقعت الشركة العقد عام 2015 وسلمت المرحلة التي بدأت عام 2012."),
    ("ar", "رُفعت القضية عام 2015 ثم ضُمت إلى قضية رُفعت عام 2012."),
    ("ar", "انتهت المهلة في 15 أبريل، وكان التسجيل قد بدأ في 1 مارس."),
    ("ar", "تقرر تأجيل المباراة من 9 مايو إلى 12 مايو."),
]


def rules(language: str, text: str, published: date = PUBLISHED) -> list[str]:
    return [one.rule for one in check([Document.of(text, "a.txt", language, published)]).findings]


@pytest.mark.parametrize(("language", "text"), WRONG)
def test_what_comes_later_is_not_dated_before_what_came_earlier(language: str, text: str) -> None:
    assert "calendar/order" in rules(language, text) or "calendar/range" in rules(language, text)


@pytest.mark.parametrize(("language", "text"), RIGHT)
def test_other_dates_may_come_in_any_order(language: str, text: str) -> None:
    assert rules(language, text) == []


TOLD = (
    ("en", "The mill opened on {one} and closed on {other}."),
    ("en", "He left Rome on {one} and then moved to Lyon on {other}."),
    ("en", "The sale was postponed from {one} to {other}."),
    ("ar", "افتُتح المعرض في {one} وأُغلق في {other}."),
    ("ar", "غادر روما في {one} ثم انتقل إلى ليون في {other}."),
    ("ar", "تقرر تأجيل البيع من {one} إلى {other}."),
)
MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "ar": [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
}


@given(st.sampled_from(TOLD), st.dates(date(1925, 1, 1), date(2023, 1, 1)), st.integers(1, 900))
def test_the_order_of_two_full_dates_is_as_told(told: tuple[str, str], first: date, days: int) -> None:
    language, text = told
    one, other = (
        f"{day.day} {MONTHS[language][day.month - 1]} {day.year}" for day in (first, first + timedelta(days=days))
    )
    assert rules(language, text.format(one=one, other=other)) == []
    assert rules(language, text.format(one=other, other=one)) == ["calendar/order"]


def test_what_is_over_is_not_dated_after_the_publication() -> None:
    text = "The truce took hold on 2 April of this year, was extended twice and ended on {}."
    assert rules("en", text.format("2 March"), date(2022, 12, 18)) == ["calendar/order"]
    assert rules("en", text.format("2 October"), date(2022, 12, 18)) == []


def test_dates_without_a_year_may_be_of_two() -> None:
    text = "The trial was postponed from 20 July to 20 {}."
    assert rules("en", text.format("March"), date(2024, 7, 15)) == []
    assert rules("en", text.format("June"), date(2024, 7, 15)) == ["calendar/order"]
