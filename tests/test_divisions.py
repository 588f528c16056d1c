"""How a whole is divided, told in the sentence after it or in the next paragraph."""

import pytest

from factcheck import Document, check

WRONG = [
    "The council approved a £96 million programme.\n\nThe plan, which runs to March 2028, sets aside £44 million for "
    "schools, £23 million for roads, £17 million for homes and £8 million for pools. There is no other spending in it.",
    "The council approved a budget of $48 million. It sets aside $19 million for schools, $13 million for roads and "
    "$20 million for housing.",
    "The port gets a grant of $90 million. The money is split into $50 million for cranes, $30 million for quays and "
    "$25 million for a new road.",
    "The company has 60 vehicles. The fleet comprises 25 buses, 20 trucks and 25 ambulances.",
    "The company has 60 vehicles. The fleet comprises 25 buses, 20 trucks and 5 ambulances, and nothing else.",
    "The shelter counted 640 guests. There were 385 men and 225 women; it does not accept children.",
    "The ship carried 640 passengers. There were 385 men and 225 women.",
    "The choir has 64 members. They are 30 men and 44 women.",
    "A total of 7,450 votes were cast. Mary Ware won 3,620 votes, Tom Bell 2,480 and Ann Hay 1,760.",
    "A total of 7,450 votes were cast. Mary Ware won 3,620 votes, Tom Bell 2,480 and Ann Hay 760, while 190 were "
    "spoiled. There were no other candidates.",
    "The council has 40 seats. Labour won 22, the Conservatives 12 and independents nine.",
    "Of the 120 seats, the party won 61, its ally 32 and the opposition 34.",
    "Of the £4.2 million, £2.1 million will go on repairs, £1.3 million on staff and £1.2 million on training.",
    "Of the £4.2 million, £2.1 million will go on repairs and £2.3 million on staff.",
    "Leeds scored five goals, two in the first half and four in the second.",
    "She scored 31 points, 18 in the first half and 15 in the second.",
    "The squad has 26 players: three goalkeepers, nine defenders, eight midfielders and seven forwards.",
    "The village has 340 inhabitants, 180 men and 170 women.",
    "The bus was carrying 43 people, 38 passengers and six crew, police said.",
    "اعتمد المجلس موازنة قدرها 48 مليار درهم.\n\nوتتوزع النفقات على أربعة أبواب لا غير: 19 مليار درهم للتعليم، "
    "و13 ملياراً للنقل، و9 مليارات للأمن، و4 مليارات للإسكان.",
    "خصصت الحكومة 96 مليون دولار للقرى. وتخصص الخطة 44 مليوناً للمدارس و23 مليوناً للطرق و37 مليوناً للإسكان.",
    "يبلغ عدد أعضاء الجوقة 64 عضواً. وهم 30 رجلاً و44 امرأة.",
    "استقبل المركز 640 ضيفاً. كانوا 385 رجلاً و225 امرأة.",
    "بلغ عدد المقترعين 7450 ناخباً. ونالت لائحة «الوفاء» 3620 صوتاً مقابل 2480 للائحة «معاً» و760 للائحة «الشباب»، فيما "
    "وُجدت 190 ورقة ملغاة، ولم تُقبل لوائح أخرى.",
    "يضم المجلس 40 مقعداً. وحصد الحزب الأول 22، والثاني 12 والمستقلون تسعة.",
]


@pytest.mark.parametrize("text", WRONG, ids=lambda one: one[:60])
def test_parts_of_the_next_sentence_that_cannot_make_the_total_are_found_once(text):
    assert [finding.rule for finding in check([Document.of(text)]).findings] == ["arithmetic/parts"]


RIGHT = [
    "The council has a £92 million plan.\n\nThe plan sets aside £44 million for schools, £23 million for roads, "
    "£17 million for homes and £8 million for pools. There is no other spending in it.",
    "The council approved a budget of $48 million. It sets aside $19 million for schools, $13 million for roads and "
    "$10 million for housing.",
    "The council has a budget of $48 million. Last year it set aside $19 million for schools, $23 million for roads "
    "and $10 million for housing.",
    "The council approved a budget of $48 million. Turkey set aside $19 million for schools, $23 million for roads and "
    "$10 million for housing.",
    "The company has 60 vehicles. The fleet comprises 25 buses, 20 trucks and 5 ambulances.",
    "The zoo has 50 lions. It has 40 tigers, 20 bears and three apes.",
    "The ship carried 640 passengers. There were 385 men, 225 women and 30 children.",
    "The ship carried 640 passengers. There were 385 men and 225 women, and the rest were children.",
    "The ship carried 640 passengers. There were 385 men and 225 women. Thirty children were also on board.",
    "The quake killed 640 people. There were 385 men and 225 women.",
    "The shelter counted more than 640 guests. There were 385 men and 225 women.",
    "The shelter counted 640 guests. There were 30 volunteers and 20 nurses.",
    "A total of 7,450 votes were cast. Mary Ware won 3,620 votes, Tom Bell 2,480 and Ann Hay 760.",
    "A total of 7,450 votes were cast. Mary Ware won 3,620 votes, to 2,480 for Tom Bell.",
    "The party won 12 seats in the north. It lost 22, and the Greens lost 12.",
    "Kenya won 12 medals. Ethiopia took five golds, four silvers and five bronzes.",
    "The party holds 40 seats. The Greens took 12 seats from it in 2019, the Liberals 20 and others 15.",
    "Of the 120 seats, the party won 61, its ally 32 and the opposition 27.",
    "Of the £4.2 million, £2.1 million will go on repairs and £1.3 million on staff.",
    "Leeds scored five goals, two in the first half and three in the second.",
    "She scored 31 points, 18 in the first half and 12 in the second, and one in overtime.",
    "The village has 340 inhabitants, 150 men and 170 women.",
    "The party won 31 seats in the north, 18 in the first round and 13 in the second.",
    "بلغ عدد المقترعين 7050 ناخباً. ونالت لائحة «الوفاء» 3620 صوتاً مقابل 2480 للائحة «معاً» و760 للائحة «الشباب»، فيما "
    "وُجدت 190 ورقة ملغاة، ولم تُقبل لوائح أخرى.",
    "خصصت الحكومة 96 مليون دولار للقرى. وتخصص الخطة 44 مليوناً للمدارس و23 مليوناً للطرق و17 مليوناً للإسكان.",
    "أقرت الحكومة خطة بقيمة 96 مليون دولار. وخصصت تركيا 44 مليوناً للمدارس و23 مليوناً للطرق و67 مليوناً للإسكان.",
    "قُتل 640 شخصاً في الزلزال. كانوا 385 رجلاً و225 امرأة.",
    "استقبل المركز 640 ضيفاً. كانوا 385 رجلاً و225 امرأة و30 طفلاً.",
    "يضم المجلس 40 مقعداً. وحصد الحزب الأول 22، والثاني 12 والمستقلون ستة.",
]


@pytest.mark.parametrize("text", RIGHT, ids=lambda one: one[:60])
def test_parts_of_the_next_sentence_that_may_leave_something_out_raise_no_alarm(text):
    assert not check([Document.of(text)]).findings
