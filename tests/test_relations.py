"""Sentences and how their words tie figures and dates: totals, parts, lists, shares, periods; or do not."""

import pytest

from factcheck.languages.data import load
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Document
from factcheck.reading.facts import read_text
from factcheck.reading.reader import FACT_KINDS
from factcheck.reading.relations import relations

LEXICONS = {code: Lexicon(load(code), kinds=FACT_KINDS) for code in ("en", "ar")}


def found(sentence, kind):
    """Every relation of a kind: its members in text order, a list's by how many are announced and named."""
    language = "ar" if any("\u0600" <= letter <= "\u06ff" for letter in sentence) else "en"
    lexicon = LEXICONS[language]
    text = read_text(Document.of(sentence, language=language), lexicon)
    words = {fact.id: sentence[fact.span.start : fact.span.end] for fact in text.facts}
    ties = [relation for relation in relations(text, lexicon) if relation.kind == kind]
    if kind == "list":
        return [(words[tie.role("announced")[0]], [passage.text for passage in tie.passages]) for tie in ties]
    return [tuple(words[one] for one in sorted({one for _, ids in tie.roles for one in ids})) for tie in ties]


BREAKDOWNS = [
    ("تضم البعثة 90 جندياً: 40 في الشمال و30 في الجنوب، وأوضحت الوزارة أنهم سيبقون عاماً.", ("90", "40", "30")),
    ("The raid killed 40 people: 25 soldiers and 13 civilians.", ("40", "25", "13")),
    ("The raid killed 40 people: 25 soldiers and 13 civilians, the army said.", ("40", "25", "13")),
    (
        "The firm will shed 90 jobs - 50 in sales, 20 in research and 20 in transport - by May.",
        ("90", "50", "20", "20"),
    ),
    ("All 28 pupils - 15 girls and 12 boys - sing there.", ("28", "15", "12")),
    ("A total of 28 people, 15 women and 12 men, were freed.", ("28", "15", "12")),
    ("A total of 28 people, 11 women, 12 men and 4 children, were freed.", ("28", "11", "12", "4")),
    (
        "The fund of 80 million euros is split between roads (50 million euros) and parks (20 million euros).",
        ("80 million euros", "50 million euros", "20 million euros"),
    ),
    ("Of the 90 members present, 50 voted for it, 30 against and 8 abstained.", ("90", "50", "30", "8")),
    ("Of the 20 boats, 12 came back and the other 7 sank.", ("20", "12", "7")),
    ("The yard built 20 boats, 12 of them at home and the remaining 7 abroad.", ("20", "12", "7")),
    ("قُتل 40 شخصاً: 25 جندياً و13 مدنياً.", ("40", "25", "13")),
    ("قُتل أربعون شخصاً، وهم تسعة وعشرون جندياً وأحد عشر مدنياً، في الغارة.", ("أربعون", "تسعة وعشرون", "وأحد عشر")),
    ("سلّمت الشركة 80 شقة، بواقع 50 شقة في الشمال و20 شقة في الجنوب.", ("80", "50", "20")),
    ("سلّمت الشركة 80 شقة، موزعة بين 50 شقة في الشمال و20 شقة في الجنوب.", ("80", "50", "20")),
    ("أصيب 14 جندياً، تسعة منهم بجروح خطيرة، والباقون، وعددهم ستة، غادروا.", ("14", "تسعة", "ستة")),
    ("من أصل 90 نائباً حضروا الجلسة، صوّت 50 لصالحه و30 ضده وامتنع 8 عن التصويت.", ("90", "50", "30", "8")),
    ("قُتل 25 جندياً و17 مدنياً، ليبلغ إجمالي القتلى 40 قتيلاً.", ("25", "17", "40")),
    ("شارك في الاقتراع 90 عضواً، إذ صوّت 50 لصالح القرار و30 ضده وامتنع 8 عن التصويت.", ("90", "50", "30", "8")),
    ("حضر الجلسة 90 عضواً، وافق 50 على القرار وعارضه 30 وامتنع 8.", ("90", "50", "30", "8")),
    ("Seventeen people were hurt, nine of them badly; the other six left early.", ("Seventeen", "nine", "six")),
    (
        "The budget of $90 million sets aside $40 million for schools, $30 million for roads and $25 million for art.",
        ("$90 million", "$40 million", "$30 million", "$25 million"),
    ),
    (
        "تبلغ الموازنة 90 مليون دولار، خصصت منها 40 مليون دولار للمدارس و30 مليون دولار للطرق و25 مليون دولار للحدائق.",
        ("90 مليون دولار", "40 مليون دولار", "30 مليون دولار", "25 مليون دولار"),
    ),
    ("The vote was cast by 90 members, 50 backed it, 30 opposed it and 8 abstained.", ("90", "50", "30", "8")),
]


@pytest.mark.parametrize(("sentence", "members"), BREAKDOWNS)
def test_a_breakdown_is_read(sentence, members):
    assert found(sentence, "parts") == [members]


NO_BREAKDOWNS = [
    "More than 40 people were killed: 24 in Aldbury and 8 in Stowe.",
    "قُتل ما لا يقل عن 37 شخصاً: 24 في حلب و8 في حمص.",
    "قُتل 37 شخصاً: 24 في الشمال وثمانية في الجنوب، بحسب مسؤولين، فيما قضى الباقون في البحر.",
    "Of the 7 storms (4 gales, two major gales and four squalls) one reached the coast.",
    "The port bought 50 cranes: 20 lifters and 15 movers are to come by June.",
    "The budget of $90 million sets aside $40 million for schools, $30 million for roads and $15 million for parks.",
    "The port bought 50 cranes: 20 lifters and 15 movers arrive in June.",
    "The port bought 50 cranes: 20 lifters and 15 movers in May, the rest later.",
    "The port bought 50 cranes: 20 lifters and 15 movers so far.",
    "They won 18 medals: seven gold and four silver among them.",
    "A couple spends $900 a month: $400 on rent and $250 on food are the largest items.",
    "They shot down 50 drones: 25 over the sea and 15 over the port were the heaviest waves.",
    "The group of 20 (11 men, 9 women and two dogs) went home.",
    "The raid killed 40 people: 25 soldiers and 13 civilians, and a priest.",
    "The raid killed 40 people: 25 soldiers and 13 civilians, besides 2 aid workers.",
    "The police took 14 AK - 47 rifles, 31 magazines and 900 rounds from the boat.",
    "The raid killed 40 people, including 25 soldiers and 13 civilians.",
    "قُتل 30 شخصاً: 12 في المدينة، و10 في الريف، و5 في الجبل، ولم تتضح أماكن الباقين.",
    "أوقفت الشرطة 30 شخصاً: 12 سورياً و10 لبنانيين، إضافة إلى مجهولي الهوية.",
    "وزعت السلال على 600 أسرة: 300 أسرة في الريف و200 أسرة في المدينة، على أن توزع البقية لاحقاً.",
    "قُتل 9 أشخاص، هم 3 نساء و4 أطفال، ومسنان، في القصف.",
    "نُقل 250 مهاجراً: 120 على الأولى و80 على الثانية، ولم يعلن عدد ركاب الثالثة.",
    "قُتل 25 جندياً و13 مدنياً، ليبلغ إجمالي القتلى 400 قتيل.",
    "قُتل 40 شخصاً، بينهم 25 جندياً و13 مدنياً.",
    "سلّمت الشركة 80 شقة: 50 شقة في الشمال و20 شقة في الجنوب، فضلاً عن بيوت أخرى.",
]


@pytest.mark.parametrize("sentence", NO_BREAKDOWNS)
def test_what_leaves_something_open_is_no_breakdown(sentence):
    assert found(sentence, "parts") == []


INCLUDED = [
    ("Net job losses came to 300, including 500 in mining.", []),
    ("The group's profit was 3.2 million euros, including 4.1 million euros from its German unit.", []),
    ("بلغ صافي الوظائف المفقودة 300 وظيفة، بينها 500 في المناجم.", []),
    ("The raid killed 40 people, including 45 soldiers.", [("40", "45")]),
    ("The raid killed 40 people, including 25 soldiers and 45 civilians.", [("40", "25"), ("40", "45")]),
    ("The city runs 70 buses, 40 of them electric and 50 for the north.", [("70", "40")]),
    ("The ward has 60 patients, 45 of them over 70 and 31 women.", [("60", "45")]),
    ("It held 4 shows, including the one of 11 weeks abroad, cost 2 million crowns.", [("4", "one")]),
    ("أصيب 12 شخصاً، بمن فيهم 15 طفلاً، في الحريق.", [("12", "15")]),
    ("أصيب 12 شخصاً، 15 منهم أطفال، في الحريق.", [("12", "15")]),
    ("أصيب 12 شخصاً، بينهم 5 أطفال.", [("12", "5")]),
    ("اختار النادي خمسة لاعبين لخوض مباريات الدور النهائي من البطولة المحلية، سبعة منهم جدد.", [("خمسة", "سبعة")]),
    ("خصص المصنع 30 شاحنة لنقل البضائع بين مدن الساحل كله و12 مستودعاً، 15 منها في الجنوب.", [("30", "15")]),
    ("The club named five players for the final matches of this long season, seven of them new.", [("five", "seven")]),
    ("The firm has 80 buses for the routes of those who live in 12 towns, 50 of them electric.", [("80", "50")]),
]


@pytest.mark.parametrize(("sentence", "pairs"), INCLUDED)
def test_a_part_belongs_to_the_first_total(sentence, pairs):
    assert found(sentence, "included") == pairs


LISTS = [
    ("The two suspects, named as Karl Maier, Jon Ott and Piet Blom, appeared in court.", "two", 3),
    ("The bus stops in four cities, Alder, Birk and Port Cedar, once a day.", "four", ["Alder", "Birk", "Port Cedar"]),
    ("تُسلَّم 4 محافظات، وهي كلبجار حتى 15 نوفمبر 2020 وأغدام حتى 20 من الشهر نفسه، ولاتشين حتى 1 ديسمبر 2020.", "4", 3),
    (
        "Four districts are handed over: Aghdam by 20 May 2020, Lachin by 3 June 2020 and Shusha by 9 June 2020.",
        "Four",
        3,
    ),
    ("Four states sent envoys: Ghana, Togo and Benin.", "Four", ["Ghana", "Togo", "Benin"]),
    ("The jury named two authors for a prize of 900 euros: Ada Lund, Per Holt and Eva Rask.", "two", 3),
    ("Flights stop at two airports, namely Alder, Birk and Cedar, from May.", "two", ["Alder", "Birk", "Cedar"]),
    ("Two ministers left: Ada Lund (trade), Per Holt (health) and Eva Rask (labour).", "Two", 3),
    ("Two banks - Baxter, Holm & Son and Ferris - lend the money.", "Two", ["Baxter", "Holm & Son", "Ferris"]),
    ("يشمل القرار ثلاث محافظات هي حمص وحماة وإدلب واللاذقية، بحسب الوزارة.", "ثلاث", 4),
    ("يشمل القرار ثلاث محافظات هي حمص وحماة وواسط وذي قار، بحسب الوزارة.", "ثلاث", ["حمص", "حماة", "واسط", "ذي قار"]),
    ("فازت أربعة منتخبات: غانا وتوغو وبنين.", "أربعة", ["غانا", "توغو", "بنين"]),
    ("تأهلت ثلاثة أندية هي الأنصار والنجمة والصفاء والعهد، وتقام القرعة في 12 مايو.", "ثلاثة", 4),
    ("وقّعت أربع دول، هي غانا وتوغو وبنين، البيان.", "أربع", ["غانا", "توغو", "بنين"]),
    ("استقال وزيران هما وزير الزراعة والصيد ووزير النقل والبريد.", "وزيران", 2),
]


@pytest.mark.parametrize(("sentence", "announced", "members"), LISTS)
def test_a_list_is_read(sentence, announced, members):
    ((number, names),) = found(sentence, "list")
    assert number == announced
    assert (names if isinstance(members, list) else len(names)) == members


@pytest.mark.parametrize(
    ("sentence", "announced"),
    [
        ("يزور الوفد دولتين هما بليز وسانت فينسنت والغرينادين.", "دولتين"),
        (
            "ينص الاتفاق على إخلاء 3 محافظات، وهي الرند حتى 5 مارس والسدر حتى 12 من الشهر نفسه، والطلح حتى 1 أبريل.",
            "3",
        ),
        ("يقضي القرار بإغلاق ثلاث مدن هي الرند والسدر ابتداء من السبت، والطلح ابتداء من الأحد المقبل.", "ثلاث"),
    ],
)
def test_a_list_that_is_as_long_as_announced_if_all_its_names_are_is_checked(sentence: str, announced: str) -> None:
    ((number, _),) = found(sentence, "list")
    assert number == announced


NO_LISTS = [
    "Two firms, Marks and Ward and Hale and Holt, objected.",
    "She is the mother of three of his eight children, Ada, Lucia and Carmella Rask.",
    "Four states, among them Ghana, Togo and Benin, sent envoys.",
    "They won two awards: Best Picture, Best Music and Best Sound.",
    "They had three questions: Why Now, Why Here and Why Us and Them.",
    "زار الوزير دولتين هما غانا وتوغو وبنين محطته المقبلة.",
    "زار الوزير ثلاث دول هي غانا وتوغو وبنين وبحث مع قادتها الوضع.",
    "زار الوزير ثلاث دول هي غانا وتوغو وبنين وعاد أمس.",
    "تضم اللجنة عضوين هما القاضي وليد سالم والمحامية وفاء حسن وداد.",
    "تشارك خمسة منتخبات هي غانا توغو وبنين والدولة المضيفة مالي بفريقين.",
    "فازت عشر دول (غانا، توغو، سانت كلير وبنين، مالي، النيجر، تشاد).",
    "هناك ثماني دول دخلت النادي، بمعنى: أنه قدم طلباً ودفع رسوماً، وأضحى عضواً.",
]


@pytest.mark.parametrize("sentence", NO_LISTS)
def test_what_may_have_another_number_of_members_is_no_list(sentence):
    assert found(sentence, "list") == []


SHARES = [
    ("Inspectors faulted 30 of 90 bridges, or 40 percent.", ("30", "90", "40 percent")),
    ("Some 45 percent of the 900 firms, or 320, agreed.", ("45 percent", "900", "320")),
    ("A quarter of the 84 flats, 30 in all, stand empty.", ("A quarter", "84", "30")),
    ("Of 812 voters, 412 of 812 voters cast ballots, a turnout of 61 percent.", ("412", "812", "61 percent")),
    ("Two thirds of the members, or 28 of 61, left.", ("Two thirds", "28", "61")),
    ("صوّت 12 من أصل 15 عضواً (60 في المئة) لصالحه.", ("12", "15", "60 في المئة")),
    ("من بين 2440 طلباً قُدمت، قُبل 1830 طلباً، أي ما نسبته 70 في المئة.", ("2440", "1830", "70 في المئة")),
    ("بلغت نسبة النجاح 80 في المئة، إذ نجح 455 من أصل 512 طالباً.", ("80 في المئة", "455", "512")),
    ("نجح 455 طالباً من أصل 512 بنسبة نجاح بلغت 80 في المئة.", ("455", "512", "80 في المئة")),
    ("رسب ربع الطلاب (205 من أصل 512) في الامتحان.", ("ربع", "205", "512")),
]


@pytest.mark.parametrize(("sentence", "members"), SHARES)
def test_a_share_is_read(sentence, members):
    assert members in found(sentence, "share")


NO_SHARES = [
    "The Reds took 30 percent and 41 of the 120 seats.",
    "The Reds took 12 percent of the vote and 9 of 101 seats.",
    "In the north they had 21 percent and 3 of 8 seats.",
    "The Reds took 25 percent of the votes, or 30 of 150 seats.",
    "نال الحزب 25 في المئة من الأصوات، أي 30 مقعداً من أصل 151 مقعداً.",
    "نال الحزب 30 في المئة و41 من أصل 120 مقعداً.",
]


@pytest.mark.parametrize("sentence", NO_SHARES)
def test_a_percentage_of_something_else_is_no_share(sentence):
    assert found(sentence, "share") == []


def test_a_percentage_belongs_to_the_base_that_is_named_with_it():
    sentence = "وافق 60 نائباً، أي 48 في المئة من الحاضرين البالغ عددهم 125 من أصل 151، على المشروع."
    assert found(sentence, "share") == [("60", "48 في المئة", "125")]


DURATIONS = [
    ("The siege lasted 30 days, from 3 June 2024 to 10 June 2024.", ("30 days", "3 June 2024", "10 June 2024")),
    (
        "The pass was shut for 20 days, between 3 June 2024 and 10 June 2024.",
        ("20 days", "3 June 2024", "10 June 2024"),
    ),
    ("The 5-day strike from 2 May 2024 to 27 May 2024 hit trains.", ("5-day", "2 May 2024", "27 May 2024")),
    ("She was mayor for 12 years (2001-2009).", ("12 years", "2001", "2009")),
    ("حكم البلاد 23 عاماً، من عام 1980 إلى عام 2011.", ("23 عاماً", "1980", "2011")),
    ("حكم الرئيس بين عامي 1980 و1990 لمدة عشرين عاماً.", ("1980", "1990", "عشرين عاماً")),
    ("بدأ الإضراب في 3 مايو 2023 وانتهى في 8 مايو 2023 بعد 12 يوماً.", ("3 مايو 2023", "8 مايو 2023", "12 يوماً")),
    ("تستمر الجولة الثالثة 12 يوماً، من 3 مايو 2023 إلى 8 مايو 2023.", ("12 يوماً", "3 مايو 2023", "8 مايو 2023")),
    ("استمر المعرض 12 يوماً، من 3 مايو 2023 إلى 8 مايو 2023.", ("12 يوماً", "3 مايو 2023", "8 مايو 2023")),
]


@pytest.mark.parametrize(("sentence", "members"), DURATIONS)
def test_the_length_of_a_period_is_read(sentence, members):
    assert found(sentence, "duration") == [members]


NO_DURATIONS = [
    "Two 5-day courses take place from 2 May 2024 to 27 May 2024.",
    "A two-week holiday from 1 May 2024 to 30 May 2024 costs 900 euros.",
    "The 30-day visa is issued from 1 May 2024 to 31 October 2024.",
    "It rained for three days, between 18 June 2024 and 27 June 2024.",
    "Each two-day strike from 2 May 2024 to 27 May 2024 hit trains.",
    "تقام المباريات خلال ستة أيام متفرقة من 10 مارس 2023 إلى 28 أبريل 2023.",
    "تقام البطولة على مدى ثلاثة أسابيع خلال الفترة من 1 مارس 2023 إلى 30 أبريل 2023.",
    "استمر العمل 6 أشهر ضمن مشروع امتد من 2019 إلى 2023.",
    "تستمر الدورة ستة أيام من 1 مارس 2023 إلى 30 أبريل 2023 بواقع يوم لكل فئة.",
]


@pytest.mark.parametrize("sentence", NO_DURATIONS)
def test_the_length_of_something_else_is_none_of_the_period(sentence):
    assert found(sentence, "duration") == []


RANGES = [
    ("The fair runs from 12 May 2025 to 9 May 2025.", ("12 May 2025", "9 May 2025")),
    ("He led the bank from 2014 to 2009.", ("2014", "2009")),
    ("The shop is shut between 12 May 2025 and 9 May 2025.", ("12 May 2025", "9 May 2025")),
    ("تنظم الدورة من يوم 20 جوان 2023 وإلى غاية 10 جوان 2023.", ("20 جوان 2023", "10 جوان 2023")),
    ("ترأس المصرف من عام 2014 إلى عام 2009.", ("2014", "2009")),
]


@pytest.mark.parametrize(("sentence", "ends"), RANGES)
def test_a_period_is_read(sentence, ends):
    assert found(sentence, "range") == [ends]


NO_RANGES = [
    "The final was moved from 12 May 2025 to 9 May 2025.",
    "The final was brought forward from 12 May 2025 to 9 May 2025.",
    "The ban was cut from 2026 to 2024.",
    "The club corrected his birth year from 1985 to 1982.",
    "Models from 1967 to 1959 lined the hall.",
    "Editions from 1967 to 1959 are on show.",
    "غيّرت اللجنة موعد القرعة من 20 أيار 2023 إلى 18 أيار 2023.",
    "تحول افتتاح المعرض من 20 أيار 2023 إلى 18 أيار 2023.",
    "صحح النادي تاريخ ميلاد اللاعب من 1985 إلى 1982.",
    "أعاد الباحثون تاريخ بناء البرج من عام 1240 إلى عام 1190.",
]


@pytest.mark.parametrize("sentence", NO_RANGES)
def test_a_date_that_is_moved_or_a_name_is_no_period(sentence):
    assert found(sentence, "range") == []


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("The ban won the backing of 18 of the 25 members (72 per cent) at a meeting.", ("18", "25", "72 per cent")),
        ("The plan has the support of 18 of 25 members, or 72 per cent.", ("18", "25", "72 per cent")),
        ("The signatures of 90 of the 200 residents, or 45 per cent, were forged.", ("90", "200", "45 per cent")),
        ("Of the committee's 25 members, 18 (72 percent) voted for it.", ("25", "18", "72 percent")),
        ("18 of the 25 members, 72 per cent, voted for it.", ("18", "25", "72 per cent")),
        ("5,600 of the town's 8,000 homes (70 per cent) are still dark.", ("5,600", "8,000", "70 per cent")),
    ],
)
def test_what_of_follows_is_no_whole(sentence, share):
    assert found(sentence, "share") == [share]


@pytest.mark.parametrize(
    "sentence",
    [
        "The three sons, Tom and Dick, both doctors, and Harry, a teacher, were there.",
        "The three brothers, Tom and Dick Smith, aged 12 and 14, and Harry, 9, were there.",
    ],
)
def test_a_list_that_is_taken_up_again_is_not_counted(sentence):
    assert found(sentence, "list") == []


SPANS = [
    ("The 20-day strike, which ran from 3 March to 12 March 2024, is over.", ("20-day", "3 March", "12 March 2024")),
    ("She led it from 2001 to 2009, a total of ten years.", ("2001", "2009", "ten years")),
    (
        "The blockade began on 2 August. Drivers slept in their cabs. It ended on 11 August after lasting three weeks.",
        ("2 August", "11 August", "three weeks"),
    ),
    (
        "The fair opened on 30 September and closed on 9 October. In its four days it drew crowds.",
        ("30 September", "9 October", "four days"),
    ),
    ("بدأ الإضراب في 3 مارس وانتهى في 12 مارس واستمر 20 يوماً.", ("3 مارس", "12 مارس", "20 يوماً")),
    ("انطلق المهرجان في 5 أيار. واختتم المهرجان في 9 أيار بعد أن استمر سبعة أيام.", ("5 أيار", "9 أيار", "سبعة أيام")),
    ("دارت المعارك منذ 3 أيار إلى 9 أيار 2020، أي 54 يوماً.", ("3 أيار", "9 أيار 2020", "54 يوماً")),
    ("أُعلن تعليق الدراسة أسبوعين، من 5 حزيران إلى 30 حزيران 2023.", ("أسبوعين", "5 حزيران", "30 حزيران 2023")),
]
NO_SPANS = [
    "The strike began on 3 March. The talks ended on 12 March. The strike lasted 20 days.",
    "The fair opened on 30 September and closed on 9 October. In its first four days it drew crowds.",
    "The strike began on 3 March and the next began on 5 May. It ended on 12 May and lasted 20 days.",
    "The truce held from 3 May to 9 May 2004, that is 20 years after the war.",
    "بدأ إضراب الأطباء في 3 مارس وانتهى إضراب المعلمين في 12 مارس واستمر 20 يوماً.",
    "دارت المعارك منذ 3 أيار إلى 9 أيار 2004، أي 20 عاماً بعد الحرب.",
]


@pytest.mark.parametrize(("sentence", "members"), SPANS)
def test_when_one_thing_began_and_ended_and_how_long_it_lasted_belong_together(sentence, members):
    assert [sorted(one) for one in found(sentence, "duration")] == [sorted(members)]


@pytest.mark.parametrize("sentence", NO_SPANS)
def test_the_length_of_something_else_is_not_held_against_a_period(sentence):
    assert found(sentence, "duration") == []
