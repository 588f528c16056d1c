"""A text in a language that is not ours is said to be so, and nothing in it is guessed at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import Document, check
from factcheck.cli import main
from factcheck.engine import read
from factcheck.languages import recognised

OTHERS = {
    "fr": "Le gouvernement a annoncé lundi 4 octobre 2023 que 37 personnes avaient été évacuées de la vallée : 24 à "
    "Valmont, 8 à Saint-Cyr et 3 à Bourg. Selon le préfet, la décrue devrait commencer avant la fin de la semaine.",
    "de": "Bei dem Hochwasser sind am Montag, dem 4. Oktober 2023, nach Angaben der Behörden 3.500 Menschen in "
    "Sicherheit gebracht worden. Zwei Brücken wurden gesperrt, die Schulen bleiben bis auf Weiteres geschlossen.",
    "es": "Las autoridades informaron el lunes 4 de octubre de 2023 que 1.200 personas fueron evacuadas tras el agua. "
    "El río creció tres metros durante la noche y los bomberos rescataron a doce familias del barrio viejo.",
    "tr": "Yetkililer, pazartesi günü başlayan yağışların ardından 500 kişinin tahliye edildiğini ve üç köprünün "
    "kapatıldığını açıkladı. Okullar cuma gününe kadar tatil edildi, yaralı sayısı 14 olarak bildirildi.",
    "ru": "Власти сообщили в понедельник, что после дождей эвакуированы 1200 человек, перекрыты три моста. Школы "
    "закрыты до пятницы, в больницах остаются 14 пострадавших, ещё двое пропали без вести, поиски продолжаются.",
    "fa": "مقام‌های محلی روز دوشنبه گفتند که پس از بارش‌های شدید ۱۲۰۰ نفر از خانه‌های خود خارج شدند و سه پل بسته شد. "
    "به گفته آنها مدرسه‌ها تا پایان هفته تعطیل است و ۱۴ نفر که زخمی شده بودند در بیمارستان بستری هستند.",
    "ur": "حکام نے پیر کو بتایا کہ شدید بارشوں کے بعد ۱۲۰۰ افراد کو گھروں سے نکالا گیا اور تین پل بند کر دیے گئے۔ "
    "اسکول جمعے تک بند رہیں گے جبکہ ۱۴ زخمی اسپتال میں زیر علاج ہیں اور دو لاپتہ افراد کی تلاش جاری ہے۔",
    "el": "Οι αρχές ανακοίνωσαν τη Δευτέρα ότι 1.200 άνθρωποι απομακρύνθηκαν μετά τις βροχές, έκλεισαν τρεις γέφυρες. "
    "Τα σχολεία θα μείνουν κλειστά ως την Παρασκευή, ενώ 14 τραυματίες νοσηλεύονται στα νοσοκομεία της περιοχής.",
}  # fmt: skip

OURS = {
    "en": "Flooding forced 1,200 people out of their homes on Monday, officials said. Three bridges were closed.",
    "ar": "أجبرت الفيضانات 1200 شخص على ترك منازلهم يوم الاثنين، بحسب السلطات، وأغلقت ثلاثة جسور في المدينة القديمة.",
    "en headline": "Floods hit Lansby, 37 dead",
    "en results": "Lansby 3 Stowe 1; Carrick 0 Aldbury 2",
    "ar headline": "مقتل 37 شخصاً وإصابة 12",
    "no words": "37 / 12 / 2023",
    "a quotation": "The mayor of Valmont said on Monday that it was over. «La décrue a commencé pendant la nuit et les "
    "habitants peuvent rentrer chez eux», he told the radio, and added that 12 families were still waiting for help.",
}  # fmt: skip


@pytest.mark.parametrize("code", OTHERS)
def test_another_language_is_noted_and_its_figures_are_not_read(code: str) -> None:
    report = check([Document.of(OTHERS[code], path="a.txt")])
    (document,) = report.documents
    assert (document.language, report.facts, report.findings) == ("und", (), ())
    (note,) = document.notes
    assert "not in a language that is known (ar, en)" in note


@pytest.mark.parametrize("name", OURS)
def test_what_may_be_ours_is_taken_for_ours(name: str) -> None:
    report = read([Document.of(OURS[name])])
    assert report.documents[0].language == ("ar" if name.startswith("ar") else "en")
    assert report.documents[0].notes == ()
    assert report.facts


def test_a_language_that_is_given_is_believed() -> None:
    (document,) = read([Document.of(OTHERS["fr"], language="en")]).documents
    assert (document.language, document.notes) == ("en", ())


def test_a_text_said_to_be_of_another_language_must_speak_for_itself_to_be_ours() -> None:
    short = "Crues : 37 morts"
    assert recognised(short) == "en"
    assert recognised(short, is_other=True) is None
    assert recognised(OURS["en"], is_other=True) == "en"
    (document,) = read([Document.of(short, language="fr")]).documents
    assert document.language == "fr"
    assert document.notes


def test_it_is_in_every_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("crue.txt").write_text(OTHERS["fr"], "utf-8")
    Path("flood.txt").write_text(OURS["en"], "utf-8")
    assert main(["crue.txt", "flood.txt"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "note crue.txt: not in a language that is known (ar, en): none of its figures and dates is read" in out
    assert "crue.txt: not checked: not in a language that is known." in out
    assert "unchecked. 1 article was not read." in out
    assert main(["--format", "json", "--rules", "karabakh-2020", "crue.txt"]) == 0
    (note,) = json.loads(capsys.readouterr().out)["notes"]
    assert note["path"] == "crue.txt" and "language" in note["message"]
    assert main(["facts", "--format", "json", "--explain", "crue.txt"]) == 0
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert (document["language"], document["facts"], len(document["notes"])) == ("und", [], 1)
