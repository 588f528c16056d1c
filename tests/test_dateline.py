"""Datelines as agencies write them, in both languages; a date of the first sentence is none."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Document
from factcheck.languages.data import load
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Range
from factcheck.reading.calendar import day_range
from factcheck.reading.dating import Dating
from factcheck.reading.facts import read_text
from factcheck.reading.reader import FACT_KINDS

LEXICONS = {code: Lexicon(load(code), kinds=FACT_KINDS) for code in ("ar", "en")}
DAY = date(2024, 3, 3)
DATELINES = [
    ("en", "KYIV, March 3, 2024 (AP) — A missile hit a depot on Friday."),
    ("en", "GENEVA (AP), 3 March 2024 - A missile hit a depot on Friday."),
    ("en", "CAIRO (Agency), March 3, 2024 — The minister left on Friday."),
    ("en", "Paris, March 3, 2024 (AFP) - The minister left on Friday."),
    ("en", "Paris, 3 March 2024 (AFP) - The minister left on Friday."),
    ("en", "CAIRO/LONDON, March 3, 2024 (Reuters) - The minister left on Friday."),
    ("en", "ABU DHABI, 3rd March, 2024 (WAM) -- The minister left on Friday."),
    ("en", "Riyadh, March 03, 2024, SPA -- The minister left on Friday."),
    ("en", "KUWAIT, March 3, 2024 (KUNA) -- The minister left on Friday."),
    ("en", "BEIJING, March 3, 2024 (Xinhua) -- The minister left on Friday."),
    ("en", "MOSCOW, March 3, 2024. /TASS/. The minister left on Friday."),
    ("en", "MOSCOW, March 3, 2024 /TASS/. The minister left on Friday."),
    ("en", "RAMALLAH, Sunday, March 3, 2024 (WAFA) – The minister left on Friday."),
    ("en", "WASHINGTON, D.C., March 3, 2024 (AP) — The minister left on Friday."),
    ("en", "UNITED NATIONS, Mar. 3, 2024 (AP) — The minister left on Friday."),
    ("en", "ANKARA - March 3, 2024 - The minister left on Friday."),
    ("en", "(AFP) Paris, 3 March 2024 — The minister left on Friday."),
    ("en", "NEW YORK, March 3, 2024 /PRNewswire/ -- The firm said on Friday."),
    ("en", "LONDON – 3 March 2024 – The minister left on Friday."),
    ("en", "London (3 March 2024) - The minister left on Friday."),
    ("en", "LONDON, 2024-03-03 (Agency) - The minister left on Friday."),
    ("ar", "القاهرة (رويترز) - 3 مارس 2024 - غادر الوزير يوم الجمعة."),
    ("ar", "القاهرة 3 مارس 2024 (رويترز) - غادر الوزير يوم الجمعة."),
    ("ar", "القاهرة، 3 مارس 2024 (رويترز) - غادر الوزير يوم الجمعة."),
    ("ar", "القاهرة في 3 مارس 2024 (أ ش أ) - غادر الوزير يوم الجمعة."),
    ("ar", "القاهرة في 3 مارس 2024 /أ ش أ/ غادر الوزير يوم الجمعة."),
    ("ar", "القاهرة في 3 مارس 2024 /أ ش أ/.. غادر الوزير يوم الجمعة."),
    ("ar", "أبوظبي في 3 مارس 2024 / وام / غادر الوزير يوم الجمعة."),
    ("ar", "القدس / 3 آذار 2024 / وفا -- غادر الوزير يوم الجمعة."),
    ("ar", "رام الله 3-3-2024 وفا- غادر الوزير يوم الجمعة."),
    ("ar", "الرياض 22 شعبان 1445 هـ الموافق 03 مارس 2024 م واس\nغادر الوزير يوم الجمعة."),
    ("ar", "عمان 3 آذار 2024 (بترا) - غادر الوزير يوم الجمعة."),
    ("ar", "بيروت، 3 مارس/آذار 2024 (أ ف ب) - غادر الوزير يوم الجمعة."),
    ("ar", "بيروت في 3 آذار/مارس 2024 (أ ف ب) - غادر الوزير يوم الجمعة."),
    ("ar", "واشنطن - 3 آذار/مارس 2024 - غادر الوزير يوم الجمعة."),
    ("ar", "باريس (أ ف ب) 3 مارس 2024 – غادر الوزير يوم الجمعة."),
    ("ar", "الكويت 3 - 3 - 2024 (كونا) -- غادر الوزير يوم الجمعة."),
    ("ar", "دبي، 3 مارس 2024 (CNN) -- غادر الوزير يوم الجمعة."),
    ("ar", "أنقرة/ الأناضول/ 3 مارس 2024 - غادر الوزير يوم الجمعة."),
    ("ar", "تونس، الأحد 3 مارس 2024 (وات) - غادر الوزير يوم الجمعة."),
    ("ar", "رام الله – 3 آذار 2024 – غادر الوزير يوم الجمعة."),
]
# The year comes from the date in the lead that is shortly before.
WITHOUT_A_YEAR = [
    ("en", "LONDON, March 3 (Reuters) - The minister left on Friday, 1 March 2024."),
    ("en", "LONDON, March 3 (Reuters) - The minister left on Friday. Talks began on 20 February 2024."),
    ("en", "CITY, March 3 (Agency) — The minister left on 1 March 2024. He returned on Sunday."),
    ("ar", "القاهرة 3 مارس (رويترز) - غادر الوزير يوم الجمعة 1 مارس 2024."),
    ("ar", "أبوظبي في 3 مارس / وام / غادر الوزير يوم الجمعة 1 مارس 2024."),
]
NONE = [
    ("en", "The treaty of 3 March 2024 - signed in Geneva - holds."),
    ("en", "Geneva hosted talks on 3 March 2024 - the first since May."),
    ("en", "Paris, 3 March 2024 was a cold day. He left on Friday."),
    ("en", "On 3 March 2024 - a Sunday - he left. She came on Friday."),
    ("en", "Smith, born 3 March 1964 (London) - actor - left on Friday."),
    ("en", "John Smith (3 March 1964 - 5 May 2020) was an actor. He left on Friday."),
    ("en", "John Smith, 3 March 1964 - 5 May 2020, was an actor."),
    ("en", "In Paris, 3 March 2024 (a Sunday) - he left on Friday."),
    ("en", "Apple (AAPL), 3 March 2024 earnings rose. He left on Friday."),
    ("en", "The Hague (AP) — He was arrested on 3 March 2024 - a Sunday."),
    ("en", "Battle of Paris, 3 March 1814 - 5 March 1814."),
    ("en", "Elections: 3 March 2024 / 5 March 2024. He left."),
    ("en", "Deadline 3 March 2024: what you need to know. He left on Friday."),
    ("ar", "اتفاق جنيف 3 مارس 2024 - الذي وقعه الطرفان - سارٍ."),
    ("ar", "أحمد علي (3 مارس 1964 - 5 مايو 2020) ممثل مصري."),
    ("ar", "في 3 مارس 2024 - وهو يوم أحد - غادر الوزير."),
    ("ar", "غادر الوزير القاهرة في 3 مارس 2024 (رويترز) - بعد يومين."),
    ("ar", "قالت الوزارة في 3 مارس 2024 - وهو يوم أحد - إنها."),
    ("ar", "حرب أكتوبر 6 أكتوبر 1973 - 26 أكتوبر 1973."),
    ("ar", "اغتيل رفيق الحريري، 14 فبراير 2005 - وكان رئيسا."),
]


def dating(code: str, text: str) -> Dating:
    return read_text(Document.of(text, language=code), LEXICONS[code]).dating


@pytest.mark.parametrize(("code", "text"), DATELINES)
def test_a_dateline_gives_the_day_of_publication(code: str, text: str) -> None:
    assert dating(code, text).published == DAY


@pytest.mark.parametrize(("code", "text"), WITHOUT_A_YEAR)
def test_a_dateline_without_its_year_is_held_against_the_lead(code: str, text: str) -> None:
    found = dating(code, text)
    assert found.published is None
    assert found.window is not None and isinstance(found.window, Range) and found.window.meets(day_range(DAY))
    assert found.window.meet(day_range(DAY)) == found.window


def test_a_line_above_the_report_may_say_the_hour() -> None:
    assert dating("en", "A title\nPublished 3 March 2024 - 17: 59\nHe left on Friday.").published == DAY
    assert dating("en", "Posted March 3, 2024 - 3: 47pm Updated March 4, 2024\nHe left.").published == DAY


def test_a_dateline_without_its_year_does_not_take_one_from_history() -> None:
    found = dating("en", "LONDON, March 3 (Reuters) - The war began on 24 February 2022. He left on Friday.")
    assert found.published is None
    assert dating("en", "LONDON, March 3 (Reuters) - He left on Friday.").window is None


@pytest.mark.parametrize(("code", "text"), NONE)
def test_a_date_of_the_first_sentence_is_no_dateline(code: str, text: str) -> None:
    assert dating(code, text).published is None
