"""Which figures are certainly given twice: short articles in both languages, the same thing and not the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.identity import restated
from factcheck.identity.values import middle
from factcheck.languages import data
from factcheck.languages.lexicon import Lexicon
from factcheck.model import Document, Fact, Range, Relation, Sentence, Span
from factcheck.reading.facts import read_text
from factcheck.reading.frontmatter import front_matter
from factcheck.reading.reader import FACT_KINDS

LEXICONS = {code: Lexicon(data.load(code), kinds=FACT_KINDS) for code in data.codes()}


def ties(*documents: Document) -> tuple[dict[str, tuple[Fact, str]], tuple[Relation, ...]]:
    """Facts with their words by id, and what is restated among them."""
    texts = {document.path: read_text(document, LEXICONS[document.language]) for document in documents}
    facts = [fact for text in texts.values() for fact in text.facts]

    def sentence(fact: Fact) -> Sentence:
        return texts[fact.path].sentence(fact)

    words = {fact.id: texts[fact.path].document.text[slice(*fact.span)] for fact in facts}
    return {fact.id: (fact, words[fact.id]) for fact in facts}, restated(facts, documents, sentence, data.load)


def values(fact: Fact) -> list[Range]:
    return [reading.value for reading in fact.readings]


def clashes(*documents: Document) -> list[tuple[str, str]]:
    """The words of each pair that is the same figure with two values."""
    facts, relations = ties(*documents)
    found = []
    for relation in relations:
        (one, first), (other, second) = (facts[relation.role(role)[0]] for role in ("one", "other"))
        if not any(a.meets(b) for a in values(one) for b in values(other)):
            found.append((first, second))
    return found


def agreements(*documents: Document) -> list[tuple[str, str]]:
    facts, relations = ties(*documents)
    pairs = [tuple(facts[relation.role(role)[0]][1] for role in ("one", "other")) for relation in relations]
    return [(one, other) for one, other in pairs if (one, other) not in clashes(*documents)]


def article(text: str, language: str, path: str = "article", published: date | None = None) -> Document:
    return Document(path, text, language, published)


ENGLISH_SAME = (
    "The mission has 11,650 troops and answers to the council. Aid groups welcomed the vote on Friday. "
    "The mission, which was set up in 2014, has 11,560 troops, besides the police.",
    "The old hospital holds 320 beds. It was built by monks. The old hospital holds 230 beds, its director said.",
    "The force consists of 1,960 peacekeepers. The 1,690 peacekeepers will stay for five years.",
    "The company will close 14 branches in the north. Staff at the 16 branches were told on Monday.",
    "Rescuers pulled 23 miners from the shaft. The 32 miners were taken to hospital.",
    "The council approved 120 permits last week. Critics say the 210 permits were never advertised.",
    "Police seized 45 rifles in the raid. The 54 rifles will be destroyed.",
    "Thirteen schools were damaged by the storm. The 31 schools will reopen in May.",
    "The ship carried 80 containers of grain. All of the 800 containers were unloaded.",
    "The committee heard 17 witnesses in private. The 71 witnesses described the accident.",
    "The orchestra bought 26 violins. The 62 violins were made in Italy.",
    "Voters elected 36 councillors. These 63 councillors meet on Friday.",
    "The court sentenced the banker to 12 years in prison for fraud. "
    "The court sentenced the banker to 21 years in prison.",
    "The bridge over the river cost $45 million to build. "
    "Officials said the bridge over the river cost $54 million to build, far more than planned.",
    "Unemployment in the region fell to 7.4 percent in March. "
    "The report says unemployment in the region fell to 4.7 percent in March.",
    "The new stadium opened on 12 May 2009. Fans recall that the new stadium opened on 21 May 2009.",
    "The factory was founded in 1965. According to its website, the factory was founded in 1956.",
    "The airline carried 2.4 million passengers last year. "
    "The airline carried 4.2 million passengers last year, a record.",
    "The dam holds 60 million cubic metres of water. The dam holds 90 million cubic metres of water, engineers said.",
    "The plant employs 640 workers in two shifts. Unions say the plant employs 460 workers in two shifts.",
    "The strike at the port lasted 11 days. The strike at the port lasted 17 days before a deal was reached.",
    "The pipeline is 340 kilometres long and crosses two deserts. The pipeline is 430 kilometres long.",
    "Police arrested Andrew Lopez, 20, on Friday. A court heard that Andrew Lopez, 22, had fled the town.",
    "The skipper of the boat is Captain John Beard, a man of about 60. Captain John Beard is a man of about 30.",
    "Storm destroys 40 houses in coastal villages\n\n"
    "A storm destroyed 60 houses on Sunday in several coastal villages, the mayor said.",
    "The charity gave 320,000 euros to the school on Monday. Parents thanked the charity for the 230,000 euros.",
    "The council passed the plan by 214 votes to 190. The 241 votes for the plan came from all parties.",
    "Customs found 640 kilograms of tea in a lorry on Friday. The 460 kilograms of tea were sold on Monday.",
    "The firm signed a $3.1 billion deal with its rival. The $3.8 billion deal should close in June.",
    "Drugmaker Corwin buys rival for $4.2 billion\n\n"
    "Corwin will buy its smaller rival Pharmax for $4.8 billion in cash, the firms said.",
)
ARABIC_SAME = (
    "مدد المجلس ولاية البعثة عاماً آخر. وتضم البعثة 11,650 عسكرياً يتوزعون على ثلاثة قطاعات. "
    "ورحبت العاصمة بالقرار. وتضم البعثة، التي أُنشئت عام 2014، 11,560 عسكرياً، فضلاً عن الشرطة.",
    "ويتسع المستشفى الجديد لـ320 سريراً. وقال المدير إن المستشفى الجديد يتسع لـ230 سريراً، وإنه جاهز.",
    "تتألف القوة من 1960 جندياً، بحسب الوزارة. وسيبقى الجنود الـ1690 خمس سنوات.",
    "تغلق الشركة 14 فرعاً في الشمال. وأُبلغ العاملون في الفروع الـ16 بالقرار يوم الاثنين.",
    "تغلق الشركة 14 فرعاً في الشمال. وأُبلغ العاملون في الفروع الستة عشر بالقرار.",
    "حكمت المحكمة على المصرفي بالسجن 12 عاماً بتهمة الاحتيال. حكمت المحكمة على المصرفي بالسجن 21 عاماً.",
    "بلغت كلفة الجسر الجديد 45 مليون دولار. وقال مسؤولون إن كلفة الجسر الجديد بلغت 54 مليون دولار.",
    "تراجعت نسبة البطالة في المنطقة إلى 7.4 في المئة في مارس. "
    "وجاء في التقرير أن نسبة البطالة تراجعت في المنطقة إلى 4.7 في المئة.",
    "نقلت السفينة 80 حاوية من القمح إلى الميناء. نقلت السفينة 800 حاوية من القمح إلى الميناء القديم.",
    "افتتح الملعب الجديد في 12 مايو 2009. ويتذكر المشجعون أن الملعب الجديد افتتح في 21 مايو 2009.",
    "تأسس المصنع الكبير في المدينة عام 1965. ويقول موقعه إن المصنع الكبير تأسس في المدينة عام 1956.",
    "استقبل المستشفى 33 جريحاً بعد الحادث. استقبل المستشفى 53 جريحاً بعد الحادث وفق الإدارة.",
    "عاصفة تدمر 40 منزلاً في قرى الساحل\n\nدمرت عاصفة رملية 60 منزلاً في قرى عدة على الساحل، بحسب رئيس البلدية.",
    "نقلت شاحنات 64 طناً من المساعدات إلى المدينة. وقال الوزير إن المساعدات البالغة 46 طناً وُزعت أمس.",
    "قال سمير حداد (45 عاماً) إنه عاد إلى قريته. وأضاف سمير حداد، البالغ من العمر 54 عاماً، أنه سيزرع أرضه.",
    "مقتل 12 شخصاً بانهيار جسر في حماة\n\nقتل 21 شخصاً في انهيار جسر في حي الحاضر بحماة، وفق الشرطة.",
)
ENGLISH_OTHER = (
    "The mission has 11,650 troops. In the north the mission has 3,200 troops, it said.",
    "The mission has 11,650 troops. Under the old mandate the mission had 9,300 troops.",
    "The hospital has 320 beds. The hospital in Hollin has 230 beds.",
    "The company has 52 shops and 900 workers. The company has 17 shops in the north.",
    "The club has 320 members and a pool. In 2019, the club has 230 members, its yearbook said.",
    "The bank will close 14 branches in the north. It keeps 16 branches in the south and closed 22 branches in May. "
    "Its rival shut 9 branches after 11 branches in 2022. The union speaks of 18 branches. "
    "In all the bank has 96 branches.",
    "He stopped with 25 laps to go. Rivals changed tyres on the 32nd of the 56 laps.",
    "There were 12 geese on the pond and 8 more geese came. 20 geese were on the pond.",
    "The company will close 14 branches in the north. It will keep 16 branches in the south.",
    "The company will close 14 branches in the north. Staff at the 16 branches in the south are safe.",
    "Rescuers pulled 23 miners from the shaft. Another 32 miners were still missing.",
    "Police seized 45 rifles in the raid and 54 rifles in a second one.",
    "The court sentenced the banker to 12 years in prison. The court sentenced his wife to 21 months in prison.",
    "Unemployment in the north fell to 7.4 percent in March. Unemployment in the south fell to 4.7 percent in March.",
    "The team scored 20 points in the first half. The team scored 31 points in the second half.",
    "Profit rose to $45 million in 2010. Profit rose to $54 million in 2011.",
    "The storm killed 12 people in Cuba. The storm killed 14 people in Haiti.",
    "The storm left 12 people dead on the coast. The storm left 30 people injured on the coast.",
    "On Monday the hospital treated 40 patients. On Tuesday the hospital treated 60 patients.",
    "The police arrested 40 protesters in the square. The three protesters who threw stones were charged.",
    "The school bought 30 computers in May. The 12 computers that broke were replaced.",
    "The club missed four matches because of snow. In the five matches he played the keeper was unbeaten.",
    "Smith is 45 years old, the court heard. Jones is 54 years old, the court heard.",
    "The 2008 Olympics were held in Beijing in August. The 2012 Olympics were held in London in August.",
    "The fund paid 40 families in the city. Of them 12 families left the city.",
    "The army lost 30 soldiers in the attack. The army lost 50 soldiers in the war.",
    "The 11-inch model costs $999 in most shops. The 13-inch model costs $1,199 in most shops.",
    "Ten ships left the port at dawn. The three ships were later seen at sea.",
    "The front door is 2 metres wide and made of oak. The rear door is 3 metres wide and made of oak.",
    "The poll of 1,000 people gave no margin of error. The poll of 520 people gave a 4.5 percent margin of error.",
    "The firm sold 9.3 thousand bicycles in its first year. In its first year the firm sold 9,370 bicycles.",
    "The fleet has 12 trucks in the yard. With 3 more on loan the fleet has 15 trucks in the yard.",
    "The book costs $1,305 in the museum shop. The book costs $1.305 in the museum shop.",
    "The home side won the final 3-1 on Sunday. The home side won the final 4-2 on Sunday.",
    "John Jenkin, 23, was held by the police. His sister Katie Jenkin, 20, was found in the house.",
    "Police arrested Andrew Lopez, 20, on Friday. A court heard that Maria Lopez, 22, had fled the town.",
    "The report was sent to the ministry yesterday. The report was sent to the ministry today.",
    "The line has 12 ferries and 300 sailors. The 10 ferries built before 1990 will be sold.",
    "The hotel has 80 rooms. The 72 rooms facing the lake are taken for August.",
    "The town owns 40 flats. The 30 flats on the quay were sold.",
    "The plant has 120 workers in the north and 95 in the south. The 90 workers in the south are safe.",
    "The bus carried 40 pupils. The 36 pupils injured in the crash were taken to hospital.",
    "The fund gave 320,000 euros to the school. The 230,000 euros for the library came from the state.",
    "Fire destroys 58 homes near the coast\n\nA fire destroyed 38 homes near the coast on Sunday, the mayor said. "
    "A second one destroyed 20 homes an hour later.",
    "Avalanche kills five skiers in the Alps\n\nAn avalanche in the Alps killed three skiers on Sunday, police said. "
    "Two more skiers died later in hospital.",
    "Mapper shows all roads of the island. Its price is 3 dollars in the shop of the firm.\n"
    "Diver lists the wrecks around it. Its price is 8 dollars in the shop of the firm.",
)
ARABIC_OTHER = (
    "تضم البعثة 11,650 عسكرياً، بحسب المجلس. وتضم البعثة 3,200 عسكري في الشمال.",
    "تضم البعثة 11,650 عسكرياً، بحسب المجلس. وكانت البعثة القديمة تضم 9,300 عسكري.",
    "يضم المستشفى 320 سريراً. ويضم مستشفى هولين 230 سريراً.",
    "تغلق الشركة 14 فرعاً في الشمال. وستُبقي على 16 فرعاً في الجنوب.",
    "تغلق الشركة 14 فرعاً في الشمال. وأُبلغ العاملون في الفروع الستة عشر في الجنوب.",
    "تغلق الشركة 14 فرعاً في الشمال. وأُبلغ العاملون في الفروع الـ16 الجديدة.",
    "قتل 12 شخصاً في كوبا. وقتل 14 شخصاً في هايتي.",
    "قتل 12 شخصاً وأصيب 30 شخصاً بجروح.",
    "ارتفعت الأرباح إلى 45 مليون دولار عام 2010. ارتفعت الأرباح إلى 54 مليون دولار عام 2011.",
    "استقبل المستشفى 33 جريحاً يوم الاثنين. استقبل المستشفى 53 جريحاً يوم الثلاثاء.",
    "اشترت المدرسة 30 حاسوباً. واشترت البلدية 12 حاسوباً.",
    "اعتقلت الشرطة 40 متظاهراً في الساحة. واعتقلت لاحقاً 15 متظاهراً آخرين.",
    "تراجعت نسبة البطالة في الشمال إلى 7.4 في المئة. تراجعت نسبة البطالة في الجنوب إلى 4.7 في المئة.",
    "فاز الفريق في 12 مباراة. ولعب المباراة الـ16 على أرضه.",
    "أنقذ الحرس 40 مهاجراً قبالة الساحل. ونقل المهاجرون الثلاثة الذين أصيبوا إلى المستشفى.",
)


@pytest.mark.parametrize("text", ENGLISH_SAME)
def test_an_english_figure_given_again_clashes(text: str) -> None:
    assert len(clashes(article(text, "en"))) == 1


@pytest.mark.parametrize("text", ARABIC_SAME)
def test_an_arabic_figure_given_again_clashes(text: str) -> None:
    assert len(clashes(article(text, "ar"))) == 1


@pytest.mark.parametrize("text", ENGLISH_OTHER)
def test_another_english_figure_does_not_clash(text: str) -> None:
    assert clashes(article(text, "en")) == []


@pytest.mark.parametrize("text", ARABIC_OTHER)
def test_another_arabic_figure_does_not_clash(text: str) -> None:
    assert clashes(article(text, "ar")) == []


def test_a_figure_that_agrees_is_tied_too_since_it_was_checked() -> None:
    text = "The company will close 14 branches in the north. Staff at the 14 branches were told on Monday."
    assert agreements(article(text, "en")) == [("14", "14")]


def test_a_figure_given_three_times_and_once_wrong_clashes_once() -> None:
    text = (
        "The plant employs 640 workers in two shifts. Unions say the plant employs 460 workers in two shifts. "
        "The owner says the plant employs 640 workers in two shifts."
    )
    assert len(clashes(article(text, "en"))) == 1


def test_items_of_a_list_do_not_clash() -> None:
    rows = [f"The ticket for the train to the coast costs {price} dollars in second class." for price in (12, 17, 23)]
    assert clashes(article(" ".join(rows), "en")) == []


def test_the_evidence_is_told() -> None:
    text = "The company will close 14 branches in the north. Staff at the 16 branches were told on Monday."
    _, (relation,) = ties(article(text, "en"))
    assert relation.kind == "restated"
    assert relation.evidence == ("definite",)
    assert text[slice(*relation.span)] == "14 branches in the north. Staff at the 16"


RUSSIAN_FORCE = "نشرت روسيا {} جندياً و90 مدرعة و380 مركبة على طول خط التماس."


def test_languages_meet_in_what_is_counted_and_in_figures_beside() -> None:
    arabic = article(RUSSIAN_FORCE.format(1960), "ar", "a")
    english = "Russia deployed {} soldiers, 90 armoured vehicles and 380 vehicles along the line of contact."
    assert clashes(arabic, article(english.format("1,690"), "en", "b")) == [("1960", "1,690")]
    assert ("1960", "1,960") in agreements(arabic, article(english.format("1,960"), "en", "b"))


def test_languages_meet_in_a_figure_of_the_next_sentence_and_the_day() -> None:
    day = date(2021, 6, 13)
    arabic = "أسفر غرق العبارة في المضيق عن مقتل 37 شخصاً، وفق ما أعلنت الشرطة الأحد. وكان على متنها 112 راكباً."
    english = "The ferry wreck killed {} people, police said on Sunday. There were 112 passengers on board."
    first = article(arabic, "ar", "a", day)
    assert clashes(first, article(english.format(73), "en", "b", day)) == [("37", "73")]
    assert clashes(first, article(english.format(73).replace("112", "114"), "en", "b", day)) == []
    assert clashes(first, article(english.format(73).replace("Sunday", "Saturday"), "en", "b", day)) == []


def test_sources_in_their_own_words_meet_in_names_a_figure_and_the_day() -> None:
    day = date(2024, 9, 10)
    first = article("The line Transalp ordered 22 trains for 380 million euros from Stadt on Tuesday.", "en", "a", day)
    second = "Stadt won an order worth {} million euros for 22 trains from Transalp, it said on Tuesday."
    assert clashes(first, article(second.format(308), "en", "b", day)) == [("380 million euros", "308 million euros")]
    assert clashes(first, article(second.format(308).replace("22", "23"), "en", "b", day)) == []


def test_languages_do_not_meet_in_what_is_counted_alone() -> None:
    arabic = article(RUSSIAN_FORCE.format(1960), "ar", "a")
    assert clashes(arabic, article("Russia deployed 1,690 soldiers in 2008.", "en", "b")) == []


TOLL = "The mayor of Ruritania said the fire in the old harbour killed {} people on the pier."


def test_a_toll_of_another_day_is_an_update() -> None:
    monday, tuesday = date(2020, 11, 9), date(2020, 11, 10)
    first = article(TOLL.format(12), "en", "a", monday)
    assert clashes(first, article(TOLL.format(14), "en", "b", tuesday)) == []
    assert clashes(first, article(TOLL.format(14), "en", "b", monday)) == [("12", "14")]


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("The bank kept its lending rate for small firms at 5.4 percent.", "{}5.2 percent.", 29),
        ("Output of the steel works fell to 54 percent in August.", "Output of the steel works fell to 52 percent.", 0),
        ("The party of the mayor won 34 percent of the vote.", "{}31 percent of the vote in the north.", 0),
        ("The gale closed 9 schools in all towns of Jutland.", "The gale closed 31 schools in all towns of Scania.", 0),
        ("The gale hit Norway and shut ports. It closed 9 schools in all small towns on the coast.",
         "The gale hit Denmark and shut ports. It closed 31 schools in all small towns on the coast.", 0),
    ],
)  # fmt: skip
def test_sources_that_speak_of_another_time_or_place_do_not_clash(one: str, other: str, days: int) -> None:
    whole = other.format(one[: re.search(r"\d", one).start()])  # type: ignore[union-attr]
    first, second = article(one, "en", "a", date(2024, 9, 1)), article(whole, "en", "b", date(2024, 9, 1 + days))
    assert clashes(first, second) == []


STORY = (
    article("The ministry said the company will close 14 branches in northern Ruritania.", "en", "a"),
    article("Ministry: the company will close 16 branches in northern Ruritania, it said.", "en", "b"),
    article("The company will close 16 branches in northern Ruritania. The 16 branches were losing money.", "en", "c"),
    article(RUSSIAN_FORCE.format(1960), "ar", "d"),
    article("Russia sent 1,690 soldiers, 90 armoured vehicles and 380 vehicles to the border.", "en", "e"),
)


@given(st.permutations(STORY))
def test_the_order_of_the_documents_makes_no_difference(story: Sequence[Document]) -> None:
    assert ties(*story)[1] == ties(*STORY)[1]


def test_sources_that_disagree_are_found_once_for_each_two_values() -> None:
    assert clashes(*STORY) == [("14", "16"), ("1960", "1,690")]


def filed(text: str, language: str) -> Document:
    """A document as a file with front matter gives it."""
    matter = front_matter(text, "article.md")
    return Document("article.md", text, language, matter.published, None, matter.title, matter.body)


TITLED = (
    (
        "en",
        "---\ntitle: {}\ndate: 2024-06-25\n---\nThe lender Tyne Bank will close 16 branches in the north by March.\n",
    ),
    ("ar", "---\ntitle: {}\n---\nقال مصرف المدينة إنه سيغلق 16 فرعاً في الشمال قبل مارس، بحسب بيان له.\n"),
)
HEADINGS = {"en": "Bank to close 14 branches in the north", "ar": "مصرف المدينة يغلق 14 فرعاً في الشمال"}


@pytest.mark.parametrize(("language", "text"), TITLED)
@pytest.mark.parametrize("quoted", ["{}", '"{}"', "'{}'"])
def test_the_title_of_the_front_matter_clashes_with_the_lead(language: str, text: str, quoted: str) -> None:
    document = filed(text.format(quoted.format(HEADINGS[language])), language)
    facts, (relation,) = ties(document)
    assert relation.evidence in (("title",), ("near-copy",))
    assert [facts[relation.role(role)[0]][1] for role in ("one", "other")] == ["14", "16"]


def test_a_title_that_does_not_stand_in_the_front_matter_word_for_word_is_not_read() -> None:
    for title in ('"\\x42ank to close 14 branches in the north"', ">\n  Bank to close\n  14 branches"):
        facts, _ = ties(filed(TITLED[0][1].format(title), "en"))
        assert [words for _, words in facts.values() if words == "14"] == []


def test_other_values_of_the_front_matter_are_not_read() -> None:
    facts, _ = ties(filed("---\ndate: 2024-06-25\nsource: Channel 4\n---\nIt closed 16 branches.\n", "en"))
    assert [words for _, words in facts.values()] == ["16"]


def test_a_title_leaves_the_dateline_and_the_first_sentence_where_they_were() -> None:
    text = "BERLIN, 3 May 2021 (Agency) - The bank will close 16 branches on Tuesday."
    bare = read_text(article(text, "en"), LEXICONS["en"])
    titled = read_text(filed(f"---\ntitle: Bank since 4 May 1998\n---\n{text}", "en"), LEXICONS["en"])
    assert titled.document.published == bare.document.published == date(2021, 5, 3)
    assert [titled.sentence(fact).position for fact in titled.facts] == [-1, 0, 0, 0]


def test_a_figure_that_nobody_can_read_is_no_addend() -> None:
    assert middle(Fact("a@1", "a", "number", Span(0, 40), ())) is None


TOLD_AGAIN = [
    (
        "Fire in hostel kills 12",
        "The fire killed 12 people on Saturday. The 21 people who died in the fire were workers.",
    ),
    ("", "The fire in the hostel killed 12 people. The death toll of the hostel fire was put at 21 by the mayor."),
    (
        "",
        "A gunman shot dead 19 people in a market. Shops stayed shut. The gunman killed 91 people in the market.",
    ),
    (
        "",
        "The floods in Maren displaced 30,000 people. The 13,000 people displaced by the floods in Maren wait.",
    ),
    ("", "قُتل 12 شخصاً في حريق بنزل في المدينة. وسمع الجيران صراخاً. وبلغ عدد القتلى في حريق النزل 21 شخصاً."),
    ("", "قُتل 28 شخصاً في تصادم قطارين فجر أمس. وشُيّعت جثامين القتلى الـ23 الذين سقطوا في تصادم القطارين."),
    ("", "بلغ عدد النازحين جراء الفيضانات في مارن 30 ألفاً. وينام النازحون جراء الفيضانات وعددهم 13 ألفاً في قاعات."),
]
NOT_TOLD_AGAIN = [
    "The fire in the hostel killed 12 people on Saturday. A fire in another hostel killed 21 people in 2009.",
    "The fire in the hostel killed 12 people. The death toll of the fire in the hostel has since risen to 21.",
    "The fire in the hostel killed 12 people. Officials fear that the fire in the hostel killed 21 people.",
    "The fire in the hostel killed 12 people. The fire killed 5 of the workers in the hostel.",
    "The bomb in the market killed 12 people. In a similar attack on a market a bomb killed 21 people.",
    "The raid killed 12 soldiers in the camp. The raid on the camp killed 21 civilians.",
    "12 gunmen stormed the bank. The 12 gunmen killed 3 guards of the bank; the guards killed 4 gunmen in the bank.",
    "قُتل 12 شخصاً في حريق بنزل في المدينة. وارتفع عدد القتلى في حريق النزل إلى 21 شخصاً.",
    "قُتل 12 شخصاً في حريق بنزل في المدينة. وكان حريق آخر في نزل أودى بحياة 21 شخصاً.",
    "قُتل 12 جندياً في الهجوم على المعسكر. وقُتل أربعة من جنود المعسكر في الهجوم.",
]


@pytest.mark.parametrize(("title", "text"), TOLD_AGAIN)
def test_what_befell_people_is_one_figure_in_whatever_words(title: str, text: str) -> None:
    language = "ar" if "ا" in text else "en"
    assert len(clashes(article(f"{title}\n\n{text}" if title else text, language))) == 1


@pytest.mark.parametrize("text", NOT_TOLD_AGAIN)
def test_another_event_and_a_growing_toll_are_no_clash(text: str) -> None:
    assert clashes(article(text, "ar" if "ا" in text else "en")) == []


SAME_DAY = date(2024, 4, 9)
TWO_SOURCES = [
    (
        "Two trains collided near Petrel on Monday, killing six people and injuring 43, the railway said.",
        "Six people were killed and 34 were injured on Monday when two trains collided near Petrel, the railway said.",
    ),
    (
        "Two trains collided near Petrel on Monday, killing six people and injuring 43, the railway said.",
        "قُتل ستة أشخاص وأصيب 34 الإثنين في اصطدام قطارين قرب بيترل.",
    ),
    (
        "The militia freed 54 prisoners and 12 vehicles on Friday.",
        "أفرجت الميليشيا الجمعة عن 45 أسيراً و12 مركبة.",
    ),
    (
        "The bank approved a $3.1 billion loan for 25 years on Thursday.",
        "وافق البنك الخميس على قرض بقيمة 2.1 مليار دولار على 25 عاماً.",
    ),
]


@pytest.mark.parametrize(("one", "other"), TWO_SOURCES)
def test_two_sources_of_one_day_tell_of_one_event(one: str, other: str) -> None:
    def told(published: date) -> list[tuple[str, str]]:
        second = "ar" if "ا" in other else "en"
        return clashes(article(one, "en", "a", SAME_DAY), article(other, second, "b", published))

    assert len(told(SAME_DAY)) == 1
    assert told(date(2024, 4, 11)) == []  # by then there may be more


FRAMED = [
    (
        "Lauterbach is buying Nordane Optics of Aarhus for $1.27 billion, a deal that would give it an edge.",
        "Investors digest the news that Lauterbach is buying Nordane Optics for $1.72 billion, its largest purchase.",
    ),
    (
        "قضت المحكمة بالسجن المشدد عشر سنوات على رجل الأعمال حسام الألفي بعد إدانته بتزوير محررات رسمية.",
        "حُكم الاثنين بالسجن المشدد 15 سنة على رجل الأعمال حسام الألفي بعد إدانته بتزوير محررات رسمية، وغُرّم.",
    ),
]
NOT_FRAMED = [
    (
        "Lauterbach is buying Nordane Optics of Aarhus for $1.27 billion, a deal that would give it an edge.",
        "In 2019 Lauterbach was buying Sondal Optics for $1.72 billion, its largest purchase.",
    ),
    (
        "أفرجت الميليشيا الجمعة عن 54 أسيراً بموجب الاتفاق الذي رعاه رهبان دير مار موسى.",
        "أفرجت الحكومة الجمعة عن 45 أسيراً بموجب الاتفاق الذي رعاه رهبان دير مار موسى.",
    ),
]


@pytest.mark.parametrize(("one", "other"), FRAMED)
def test_the_same_words_around_two_figures_of_two_sources_make_them_one(one: str, other: str) -> None:
    language = "ar" if "ا" in one else "en"
    assert len(clashes(article(one, language, "a", SAME_DAY), article(other, language, "b", SAME_DAY))) == 1


@pytest.mark.parametrize(("one", "other"), NOT_FRAMED)
def test_other_words_around_them_make_them_two(one: str, other: str) -> None:
    language = "ar" if "ا" in one else "en"
    assert clashes(article(one, language, "a", SAME_DAY), article(other, language, "b", SAME_DAY)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 250 crew are battling the blaze. The 520 crew battling the blaze will be relieved.", 1),
        ("Some 250 crew are battling the blaze. The 520 crew battling the flood will be relieved.", 0),
        ("جنحت العبارة وعلى متنها 64 راكباً. وأُجلي الركاب الـ46 الذين كانوا على متنها بقوارب النجاة.", 1),
        ("جنحت العبارة وعلى متنها 64 راكباً. وأُجلي الركاب الـ46 الذين صعدوا في الميناء بقوارب النجاة.", 0),
    ],
)
def test_a_clause_that_says_nothing_new_takes_up_the_same_figure(text: str, found: int) -> None:
    assert len(clashes(article(text, "ar" if "ا" in text else "en"))) == found
