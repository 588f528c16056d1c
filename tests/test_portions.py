"""Parts of one whole told without a sum in sight: what excludes each other, the rest, votes, percentages, titles."""

import pytest

from factcheck import Document, check

WRONG = [
    ("arithmetic/parts", "The attack killed 37 people: 24 soldiers, including 3 officers, and 11 civilians."),
    ("arithmetic/parts", "The blaze killed nine people, four soldiers and six civilians, the ministry said."),
    (
        "arithmetic/parts",
        "The jury heard 120 witnesses. Seventy of them spoke for the prosecution and 60 for the defence.",
    ),
    ("arithmetic/parts", "The collapse left 12 dead. Seven of the dead were soldiers. The other six were civilians."),
    ("arithmetic/parts", "The mine employed 220 men. Of these, 140 were rescued while 90 are still missing."),
    ("arithmetic/parts", "Of 50 kitchens inspected, 32 passed and 28 failed."),
    (
        "arithmetic/parts",
        "There were 26 passengers aboard. Nineteen were rescued, four died and the other five are missing.",
    ),
    ("arithmetic/parts", "Seven people died in the flood. Five were children and three were adults."),
    ("arithmetic/parts", "Eleven firefighters were hurt, three seriously and nine slightly."),
    ("arithmetic/parts", "The storm killed 31 people, 14 in Ohio, 9 in Indiana and 12 in Kentucky."),
    ("arithmetic/parts", "The fund of $4.5m consists of $3.1m for roads and $1.1m for schools."),
    ("arithmetic/parts", "The council has 40 members, comprising 22 Conservatives, 12 Liberals and five independents."),
    ("arithmetic/parts", "The board has 15 members, eight from the north and nine from the south."),
    ("arithmetic/parts", "The bill passed 54-48 in the 100-seat Senate."),
    ("arithmetic/parts", "The nine-member court ruled 6-4 that the law was void."),
    ("arithmetic/parts", "A total of 2,400 tonnes of aid arrived, 1,500 tonnes of flour and 1,900 tonnes of rice."),
    ("arithmetic/parts", "The loan is worth $90 million, including $50 million for roads and $60 million for water."),
    ("arithmetic/list", 'The festival will show three films, "The River" and "Night Shift".'),
    ("arithmetic/list", 'Four songs were taped that night - "Gutter", "Lime" and "The Surveyor" - and no more.'),
    ("arithmetic/list", "Ministers of four countries, France, Germany and Italy, met in Rome."),
    ("arithmetic/list", "Two suspects, a Briton, a Dane and a Swede, were held at the airport."),
    (
        "arithmetic/share",
        "The firm, which employs 5,000 people, said it would cut 500 jobs, or 20 percent of its workforce.",
    ),
    ("arithmetic/parts", "قُتل تسعة أشخاص بينهم أربعة جنود وستة مدنيين في الهجوم."),
    ("arithmetic/parts", "خلّف الانهيار 12 قتيلاً. سبعة من القتلى جنود، أما الستة الباقون فمدنيون."),
    ("arithmetic/parts", "قُتل سبعة أشخاص في السيول. خمسة منهم أطفال وثلاثة بالغون."),
    ("arithmetic/parts", "فتشت البلدية 50 مطعماً، نجح 32 منها ورسب 28."),
    ("arithmetic/parts", "انتخب المؤتمر لجنة من سبعة أعضاء، خمسة رجال وثلاث نساء."),
    ("arithmetic/parts", "أصيب 11 إطفائياً، ثلاثة بجروح خطيرة وتسعة بجروح طفيفة."),
    ("arithmetic/parts", "كان على متن القارب 26 مهاجراً، نجا 19 منهم وغرق أربعة وفُقد الخمسة الآخرون."),
    ("arithmetic/parts", "تبلغ الموازنة 48 مليار دينار: 21 ملياراً للمعاشات و17 ملياراً للصحة و12 ملياراً للتعليم."),
    (
        "arithmetic/parts",
        "يتكون الأسطول من 40 حافلة، موزعة على 22 حافلة في الشمال و12 حافلة في الوسط وخمس حافلات في الجنوب.",
    ),
    ("arithmetic/parts", "أقر المجلس المؤلف من 100 عضو القانون بأغلبية 60 صوتاً مقابل 45."),
    ("arithmetic/parts", "وصل إلى الميناء 2400 طن من المساعدات، منها 1500 طن من الدقيق و1900 طن من الأرز."),
    ("arithmetic/included", "بلغت الصادرات 70 مليار دولار، منها 90 مليار دولار من النفط."),
    ("arithmetic/list", "أصدر الكاتب ثلاثة كتب هي «الغريب» و«البحر»."),
    ("arithmetic/list", "عُرضت أربعة أفلام، «الغبار» و«الملح» و«الطريق»."),
    ("arithmetic/list", "اجتمع وزراء أربع دول هي فرنسا وألمانيا وإيطاليا في روما."),
    ("arithmetic/share", "تعتزم الشركة التي توظف 5000 عامل تسريح 500 عامل، أي ما يعادل 20% من عمالها."),
]


@pytest.mark.parametrize(("rule", "text"), WRONG, ids=lambda one: str(one)[:60])
def test_parts_that_cannot_all_be_of_their_whole_are_found_once(rule, text):
    assert [finding.rule for finding in check([Document.of(text)]).findings] == [rule]


RIGHT = [
    "The board has 15 members, eight from the north and five from the south.",
    "They found 14 rifles, six pistols and two grenades, police said.",
    "The team has 20 players, five coaches and three doctors.",
    "The attack killed 37 people: 24 soldiers, including 3 officers, and 13 civilians.",
    "The attack killed 37 people: 24 soldiers, among them 3 officers, and 13 civilians.",
    "قتل 37 شخصاً: 24 جندياً، بينهم 3 ضباط، و13 مدنياً.",
    "Of 30 pupils, 12 failed in maths and 20 passed in English.",
    "The blaze killed nine people and injured four soldiers and six civilians.",
    "Nine people were killed, four of them soldiers, and six civilians were wounded.",
    "Nine people died in the blast. Three were rescued and eight are missing.",
    "The firm hired 50 engineers, 30 of whom are women and 35 of whom have a doctorate.",
    "The jury heard 30 witnesses. Twenty testified for the prosecution and 15 for both sides.",
    "They met six officials, four soldiers and three civilians.",
    "The city has 12 theatres, seven of them open, and 9 closed cinemas.",
    "Ten workers were hurt, three seriously, and nine more were slightly hurt in a second accident.",
    "The storm killed 20 people in the capital, 14 in Ohio and 12 in Kentucky.",
    "Twelve people died, seven in Spain, and nine in Italy were hurt.",
    "At least 12 people died, seven of them in Athens and nine in Patras.",
    "The club has 300 members, including 400 honorary members who do not vote.",
    "Three of the four countries, France, Germany and Italy, signed.",
    "Leaders of two parties, Smith, Jones and Brown, met on Monday.",
    'She wrote two books, "Dust" and "Salt", and a play, "The Way".',
    'The album has three parts, "Dust", "Salt" and an overture.',
    "The country exported 2,400 tonnes of sugar, 1,500 tonnes of flour and 1,900 tonnes of rice.",
    "The loan is worth $90 million, including $50 million for roads, and $60 million for water was promised later.",
    "The deal covers 300 tonnes, including 200 tonnes of wheat and 150 tonnes of wheat flour.",
    "The vote was 52-48 in the 100-seat Senate.",
    "She won 55 percent of the vote, compared with 51 percent and 48 percent before.",
    "A quarter of the flats were sold. Half are rented and the remaining 25 percent are empty.",
    "Of the 9,251 ballots cast, 5,000 were for Lund and 3,000 for Holt, while 1,000 were spoiled.",
    "قُتل تسعة أشخاص بينهم أربعة جنود، وأصيب ستة مدنيين.",
    "قُتل تسعة أشخاص في الانفجار. وأُنقذ ثلاثة فيما لا يزال ثمانية في عداد المفقودين.",
    "وظفت الشركة 50 مهندساً، منهم 30 امرأة و35 من حملة الدكتوراه.",
    "التقى ستة مسؤولين، أربعة جنود وثلاثة مدنيين.",
    "فاز الفريق في 12 مباراة وخسر تسعاً وتعادل في أربع.",
    "ثلث الشقق مؤجر، و60% من الباقي فارغ والـ40% الباقية للبيع.",
    "حصل على 55% من الأصوات مقارنة بـ 51% و48% سابقاً.",
    "أقر المجلس الذي يضم 100 عضو القانون بأغلبية 60 صوتاً مقابل 40.",
    "كتبت كتابين هما «الغبار» و«الملح» ومسرحية هي «الطريق».",
    "زار الوزير ثلاث دول هي غانا وتوغو وبنين وشارك في قمة.",
    "أحرزت البعثة 17 ميدالية: أربع ذهبيات وست فضيات وسبع برونزيات.",
    "خصصت الحكومة 110 ملايين دولار، منها 50 مليوناً للطرق و60 مليوناً للمياه.",
    "يضم النادي 300 عضو، بينهم 400 عضو شرفي لا يصوتون.",
]


@pytest.mark.parametrize("text", RIGHT, ids=lambda one: one[:60])
def test_what_need_not_be_of_one_whole_is_left_alone(text):
    assert check([Document.of(text)]).findings == ()
