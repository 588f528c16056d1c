"""Who or what is announced in one sentence and named in the next, or listed after a colon."""

import pytest

from factcheck import Document, check

WRONG = [
    "The orchestra has named three new members to its board.\n\nThe appointments, announced on Tuesday, are the banker "
    "Nora Field, the composer Tom Bell, the broadcaster Ann Hay and the lawyer Sam Poe. All will serve for four years.",
    "Four people were killed. The victims were named as Tom Bell, 34, Ann Hay, 29, and Joe Ware, 41.",
    "The club signed two players. They are Tom Bell, Ann Hay and Joe Ware.",
    "The club signed two players. They are Tom Bell, a goalkeeper, Ann Hay, a striker, and Joe Ware, a winger.",
    "The club signed five players. They are Tom Bell, captain of Leeds, Ann Hay and Joe Ware.",
    "The prize went to two writers. The winners are Tom Bell of Leeds, Ann Hay of York and Joe Ware of Hull.",
    "The three newcomers, all from Leeds, are Tom Bell, Ann Hay, Joe Ware and Sam Poe.",
    "The court jailed three men: Tom Bell, 34, of Leeds; Ann Hay, 29, of Hull; Joe Ware, 41, of York; and Sam Poe, 50, "
    "of Bath.",
    "The authority named five areas of concern: prices for tyres, supply to fitters, the retread market and access to "
    "test tracks.",
    "The plan has three aims: lower prices, better schools, cleaner air, safer roads and more jobs.",
    "The report gave four reasons: cost, delay and poor planning.",
    'The five films are "Salt" by Tom Bell, "Dust" by Ann Hay, "Rain" by Joe Ware and "Ice" by Sam Poe.',
    'Four books are on the shortlist: "Salt" by Tom Bell, "Dust" by Ann Hay and "Rain" by Joe Ware.',
    "أعفى الوزير ثلاثة مدراء جهويين.\n\nويتعلق الأمر، حسب مصادر مطلعة، بكل من المدير الجهوي لجهة الشمال، ونظيره بجهة "
    "الوسط الكبير، والمدير الجهوي لجهة الشرق، والمديرة الجهوية لجهة الجنوب.",
    "فاز بالجائزة ثلاثة شعراء. والفائزون هم أحمد علي، وسمير حداد، وليلى خوري، ومنى سعد.",
    "عين الوزير أربعة مستشارين. وهم أحمد علي وسمير حداد وليلى خوري.",
    "تضم اللجنة خمسة أعضاء هم القاضي أحمد علي، والمحامي سمير حداد، والطبيبة ليلى خوري، والمهندس منير سعد.",
    "تضم اللجنة ثلاثة أعضاء هم القاضي أحمد علي، والمحامي سمير حداد، والطبيبة ليلى خوري، والمهندس منير سعد.",
    "والأفلام الخمسة هي «ملح» للبنانية ريم عساف، و«الغرفة» للمصري خالد مرعي، و«خريف» للعراقي سنان علي، و«بحر» للتونسية "
    "هند سعد.",
    "حدد التقرير خمسة محاور: الصحة، والتعليم، والنقل، والإسكان.",
    "ذكر التقرير خمسة أسباب: ارتفاع الكلفة وتأخر التنفيذ وضعف التخطيط.",
]


@pytest.mark.parametrize("text", WRONG, ids=lambda one: one[:60])
def test_more_or_fewer_than_announced_are_found_once(text):
    assert [finding.rule for finding in check([Document.of(text)]).findings] == ["arithmetic/list"]


RIGHT = [
    "The orchestra has named four new members to its board.\n\nThe appointments, announced on Tuesday, are the banker "
    "Nora Field, the composer Tom Bell, the broadcaster Ann Hay and the lawyer Sam Poe. All will serve for four years.",
    "Three people were killed. The victims were named as Tom Bell, 34, Ann Hay, 29, and Joe Ware, 41.",
    "Four people were killed. The victims were named as Tom Bell, 34, Ann Hay, 29, and Joe Ware, 41. The fourth has "
    "not been identified.",
    "Four people died. The victims were Tom Bell and his wife and two children.",
    "Four people died. The victims were Tom Bell, his wife, Ann, and their daughter, Joan.",
    "The club signed three players. They are Tom Bell, a goalkeeper, Ann Hay, a striker, and Joe Ware, a winger.",
    "The club signed four players. They are Tom Bell, captain of Leeds, Ann Hay and Joe Ware.",
    "The club signed two players. They are Tom Bell, New York captain, and Ann Hay.",
    "The group named two new directors. They are Tom Bell, who ran Acme, and Ann Hay, a banker.",
    "The club signed two players. They are Tom Bell, Leeds United, and Ann Hay, Hull City.",
    "Two men were arrested. They were tired, hungry and cold.",
    "Three men met in Rome. They are Tom Bell and the Smiths.",
    "The two men, both from Leeds, were Tom Bell and Ann Hay.",
    "The three countries are Bosnia and Herzegovina, Serbia and Trinidad and Tobago.",
    "The court jailed four men: Tom Bell, 34, of Leeds; Ann Hay, 29, of Hull; Joe Ware, 41, of York; and Sam Poe, 50, "
    "of Bath.",
    "The authority named three areas of concern: prices for tyres, supply to fitters, the retread market and access to "
    "test tracks.",
    "The report gave four reasons: cost, delay and poor planning, among others.",
    "Three of the five judges were for it. They are Tom Bell, Ann Hay and Joe Ware.",
    "The ministers of six countries met. They were joined by France, Germany and Italy.",
    "Five years of war: death, hunger and exile.",
    "The team won three medals: a gold, two silvers and a bronze.",
    'The four films are "Salt" by Tom Bell, "Dust" by Ann Hay, "Rain" by Joe Ware and "Ice" by Sam Poe.',
    "أعفى الوزير أربعة مدراء جهويين.\n\nويتعلق الأمر، حسب مصادر مطلعة، بكل من المدير الجهوي لجهة الشمال، ونظيره بجهة "
    "الوسط الكبير، والمدير الجهوي لجهة الشرق، والمديرة الجهوية لجهة الجنوب.",
    "فاز بالجائزة أربعة شعراء. والفائزون هم أحمد علي، وسمير حداد، وليلى خوري، ومنى سعد.",
    "أوقفت الشرطة أربعة مشتبه بهم. وهم سوريان ولبناني.",
    "تضم اللجنة أربعة أعضاء هم القاضي أحمد علي، والمحامي سمير حداد، والطبيبة ليلى خوري، والمهندس منير سعد.",
    "خمسة أشخاص، هم الأب والأم وثلاثة أبناء، لقوا حتفهم.",
    "أربعة أشخاص هم الأب والأم وطفلاهما.",
    "شارك في الاجتماع وزراء ثلاث دول، وهم وزراء خارجية مصر والأردن والعراق والسعودية.",
    "حدد التقرير أربعة محاور: الصحة، والتعليم، والنقل، والإسكان.",
]


@pytest.mark.parametrize("text", RIGHT, ids=lambda one: one[:60])
def test_as_many_as_announced_or_perhaps_as_many_raise_no_alarm(text):
    assert not check([Document.of(text)]).findings
