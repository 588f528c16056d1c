"""Files of every kind and encoding become documents, or problems that say what to do."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Document, Problem
from factcheck.reading.documents import iterate, load
from factcheck.reading.encodings import NotText, decode

ARABIC = "أعلنت الوزارة يوم الثلاثاء أن 1960 جندياً سيصلون إلى المدينة، وقال المتحدث إن الانتشار يبدأ غداً.\n"
ENGLISH = "The mayor’s café was closed on Tuesday — 35 people paid €20 each, “a fair price”, he said.\n"


def read_one(folder: Path, content: bytes | str, name: str = "a.md") -> tuple[Document | None, list[str]]:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    documents, problems = load([str(file)])
    return (documents[0] if documents else None), [_short(problem) for problem in problems]


def _short(problem: Problem) -> str:
    return f"{Path(problem.path).name}:{problem.line}:{problem.column}: {problem.message}"


def document_of(folder: Path, content: bytes | str, name: str = "a.md") -> Document:
    document, problems = read_one(folder, content, name)
    assert document is not None
    assert problems == []
    return document


def test_front_matter_gives_the_date_and_offsets_stay_those_of_the_file(tmp_path: Path) -> None:
    text = "---\r\ntitle: Dam\r\ndate: 2021-03-04\r\nlang: en-GB\r\nsource: Wire\r\n---\r\nTwo people.\r\n"
    document = document_of(tmp_path, text)
    assert document.text == text
    assert document.text[document.body :] == "Two people.\r\n"
    assert (document.title, document.source, document.language) == ("Dam", "Wire", "en")
    assert document.published == date(2021, 3, 4)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_front_matter_closes_with_every_line_end(tmp_path: Path, ends: str) -> None:
    document = document_of(tmp_path, ends.join(["---", "title: no", "---", "Body."]))
    assert (document.title, document.text[document.body :]) == ("no", "Body.")


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        ("date: 2021-02-30", "a.md:2:7: '2021-02-30' is not a date"),
        ("title: x\ndate: yesterday", "a.md:3:7: 'yesterday' is not a date"),
        ("lang: 17", "a.md:2:7: '17' is not a language"),
        ("title: x\ntitle: y", "a.md:3:1: 'title' is given twice in the front matter"),
        ("title: [a, b]", "a.md:2:1: 'title' is not a plain value"),
    ],
)
def test_wrong_fields_of_front_matter_have_a_place(tmp_path: Path, block: str, problem: str) -> None:
    document, problems = read_one(tmp_path, f"---\n{block}\n---\nBody.\n")
    assert problems == [problem]
    assert document is not None


def test_broken_yaml_and_open_front_matter_are_problems(tmp_path: Path) -> None:
    _, broken = read_one(tmp_path, "---\ntitle: 'x\ndate: 2020-01-01\n---\nBody.\n")
    assert broken[0].startswith("a.md:")
    assert "not YAML" in broken[0]
    _, unclosed = read_one(tmp_path, "---\ntitle: x\n\nBody.\n")
    assert unclosed == ["a.md:1:1: the front matter is not closed"]


def test_a_ruled_line_at_the_start_is_not_front_matter(tmp_path: Path) -> None:
    assert document_of(tmp_path, "---\n\nThe talks ended.\n").body == 0


@pytest.mark.parametrize(
    ("text", "encoding", "note"),
    [
        (ARABIC, "utf-8-sig", ""),
        (ARABIC, "utf-16", "UTF-16-LE"),
        (ARABIC, "utf-16-le", "UTF-16-LE, which was guessed"),
        (ENGLISH, "utf-16-be", "UTF-16-BE, which was guessed"),
        (ARABIC, "cp1256", "windows-1256, which was guessed"),
        (ENGLISH, "cp1252", "windows-1252, which was guessed"),
        ("It cost £37m – 5° below – and the owner left the café", "cp1252", "windows-1252, which was guessed"),
        ("قال لـCNN إن 37 شخصاً، بينهم و12 «طفلاً» (Reuters)", "cp1256", "windows-1256, which was guessed"),
        ("قتل 37", "cp1256", "windows-1256, which was guessed"),
    ],
)
def test_encodings(tmp_path: Path, text: str, encoding: str, note: str) -> None:
    document = document_of(tmp_path, text.encode(encoding))
    assert document.text == text
    assert document.notes == ((f"read as {note}",) if note else ())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "a.txt:0:0: there is no text in this file"),
        (b" \n\t\n", "a.txt:0:0: there is no text in this file"),
        (b"%PDF-1.4 ...", "a.txt:0:0: this is a PDF, not a text file"),
        (
            bytes(range(256)) * 9,
            "a.txt:2:0: byte 0x80 at offset 128 is not UTF-8, and this is not likely to be text in another encoding "
            "that can be read",
        ),
        (
            "The café is closed".encode()[:8],
            "a.txt:1:0: byte 0xc3 at offset 7 is not UTF-8: the file ends in the middle of a character",
        ),
        (
            b"12 men came.\nThe caf\xc3 in Lansby was hit, officials said.",
            "a.txt:2:0: byte 0xc3 at offset 20 is not UTF-8, and this is not likely to be text in another encoding "
            "that can be read",
        ),
        (
            "At the “café” 37 people – guests – were hurt.".encode("mac-roman"),
            "a.txt:1:0: byte 0xd2 at offset 7 is not UTF-8, and this is not likely to be text in another encoding "
            "that can be read",
        ),
        (b"\x00\x01\x02\x03" * 99, "a.txt:0:0: this is a binary file, not text"),
        (
            ARABIC.encode() * 2 + b"\xe9\n",
            "a.txt:3:0: byte 0xe9 is not UTF-8, though the rest is",
        ),
    ],
)
def test_what_is_not_an_article_is_one_clear_line(tmp_path: Path, content: bytes, message: str) -> None:
    assert read_one(tmp_path, content, "a.txt") == (None, [message])


def test_a_stray_nul_is_read_and_noted(tmp_path: Path) -> None:
    document = document_of(tmp_path, "Seven\x00 people were hurt.")
    assert document.notes == ("holds a control character in line 1, column 6, which is passed over",)
    document = document_of(tmp_path, "Seven\nor e\x07ight\x00.")
    assert document.notes == ("holds 2 control characters, the first in line 2, column 5; they are passed over",)
    document = document_of(tmp_path, '{"text": "Se\\u0000ven people."}', "a.jsonl")
    assert document.notes == ("holds a control character in line 1, column 3, which is passed over",)


def test_the_others_are_still_read_and_the_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "empty").mkdir()
    paths = [str(tmp_path / name) for name in ("b.txt", "missing.txt", "a.txt", "empty", "a.txt")]
    documents, problems = load(paths)
    assert [Path(document.path).name for document in documents] == ["a.txt", "b.txt"]
    assert {_short(problem) for problem in problems} == {
        "missing.txt:0:0: there is no such file",
        "empty:0:0: there is no article in this folder",
    }
    assert load(paths[::-1]) == (documents, problems)


def test_a_file_given_by_two_paths_is_read_once_and_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        Path(name).write_text(ENGLISH, "utf-8")
    Path("e.jsonl").write_text('{"text": "Five."}\n', "utf-8")

    def notes(*paths: str) -> list[str]:
        told = list(iterate(paths, separate=True))
        assert len({document.path for one in told for document in one.documents}) == sum(len(t.documents) for t in told)
        return [note for one in told for note in one.notes]

    assert notes("a.txt", "b.txt") == notes("gone.txt", "gone.txt") == []
    assert notes("a.txt", "b.txt", "a.txt") == ["a.txt was given more than once and is read once"]
    assert notes("e.jsonl", "./e.jsonl") == ["./e.jsonl (also as e.jsonl) was given more than once and is read once"]
    (note,) = notes(".", "a.txt", "b.txt", "c.txt", "d.txt")
    assert note.endswith("./c.txt (also as c.txt) and 1 more were given more than once and are read once")


def test_a_folder_gives_its_articles_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "picture.png", ".hidden.txt"):
        (tmp_path / name).write_text("Text.")
    (tmp_path / "c.jsonl").write_text('{"id": "x", "text": "Text."}\n')
    documents, problems = load([str(tmp_path)])
    assert [Path(document.path).name for document in documents] == ["a.md", "b.txt", "c.jsonl#x"]
    assert problems == ()


def test_standard_input_and_the_date_option() -> None:
    stdin = io.BytesIO(b"---\ndate: 2020-01-01\n---\nText.")
    documents, _ = load(["-"], date(2022, 5, 6), stdin)
    assert (documents[0].path, documents[0].published) == ("-", date(2022, 5, 6))


LINES = [
    '{"id": "a", "text": "One.", "lang": "ar", "published": "2015-07-21", "source": "s", "title": "t"}',
    '{"id": "b", "text": "Two.", "story": "fire"}',
    "{broken",
    "",
    '{"text": "Three."}',
    '{"id": 7, "text": "Four.", "story": "fire"}',
    '{"id": "a", "text": "Again."}',
    '{"id": "e", "text": "  "}',
    "[1]",
    '{"id": "f", "text": "Five.", "published": "soon", "lang": 3}',
]


def test_lines_of_json_are_grouped_by_story(tmp_path: Path) -> None:
    file = tmp_path / "n.jsonl"
    file.write_text("\ufeff" + "\n".join(LINES) + "\n")
    stories = list(iterate([str(file)]))
    names = [[document.path.partition("#")[2] for document in story.documents] for story in stories]
    assert [name for name in names if name] == [["a"], ["7", "b"], ["line-5"], ["f"]]
    first = stories[0].documents[0]
    assert (first.language, first.published, first.source, first.title) == ("ar", date(2015, 7, 21), "s", "t")
    assert [_short(problem) for story in stories for problem in story.problems] == [
        "n.jsonl:3:2: this line is not JSON: the name of a field in double quotation marks is missing",
        "n.jsonl:7:0: the id 'a' was given before",
        "n.jsonl:8:0: 'text' is empty",
        "n.jsonl:9:1: this line is not a JSON object",
        "n.jsonl:10:0: 'lang' is not a string",
        "n.jsonl:10:0: 'soon' is not a date",
    ]
    apart = [story.documents for story in iterate([str(file)], separate=True)]
    assert max(map(len, apart)) == 1


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        (b'{"text": "Five', 10, "no quotation mark at its end", r"write the line breaks of its text as \n"),
        (b'{"text": ', 9, "the line ends before the object does", r"write the line breaks of its text as \n"),
        (b'{"text": "a\tb"}', 12, "the control character U+0009 stands in a text as it is", r"write it as \t"),
        (b'{"text": "a\x00b"}', 12, "the control character U+0000 stands in a text", r"write it as \u0000"),
        (rb'{"text": "C:\docs"}', 13, r"a backslash before 'd' means nothing", "write a backslash itself as \\\\"),
        (rb'{"text": "a\u12"}', 13, r"four hexadecimal digits are missing after \u", "write a backslash itself"),
        (b'{"text": "a"} {"text": "b"}', 15, "more follows after the object", "a line of its own"),
        (b'{"text": "the "old" port"}', 16, "a comma or the closing bracket is missing", r"as \""),
        (b'{"text" "a"}', 9, "a colon is missing", 'write {"text": "..."}'),
        (b"{text: 5}", 2, "the name of a field in double quotation marks is missing", 'write {"text": "..."}'),
        (b"Five people.", 1, "a value is missing", "texts stand in double quotation marks"),
        (b"[1]", 1, "this line is not a JSON object", 'write {"text": "..."}'),
        (b"{}", 0, "'text' is missing", 'write {"text": "..."}'),
    ],
)
def test_what_is_wrong_with_a_line_of_json_is_a_sentence_with_what_to_do(
    tmp_path: Path, line: bytes, column: int, message: str, hint: str
) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "One."}\n' + line + b"\r\n")
    (problem,) = load([str(tmp_path / "a.jsonl")])[1]
    assert (problem.line, problem.column, problem.lost) == (2, column, True)
    assert message in problem.message and hint in problem.hint


def test_half_characters_of_json_do_not_travel_on(tmp_path: Path) -> None:
    document = document_of(tmp_path, json.dumps({"text": "A \ud800 b"}), "a.jsonl")
    assert document.text == "A \ufffd b"
    assert document.notes


def test_deep_and_huge_json_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    lines = ["[" * 100_000, '{"text": ' + "9" * 10_000 + "}", '{"text": "fine"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    documents, problems = load([str(tmp_path / "a.jsonl")])
    assert [document.text for document in documents] == ["fine"]
    assert [problem.line for problem in problems] == [1, 2]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    if not text.startswith("\ufeff"):
        assert decode(text.encode()).text == text
        assert decode(text.encode("utf-8-sig")).text == text


@given(st.binary())
def test_any_bytes_are_text_or_said_not_to_be(data: bytes) -> None:
    try:
        decode(data)
    except NotText as error:
        assert error.message


@pytest.mark.parametrize(
    ("matter", "note"),
    [
        ("pubished: 2023-10-19", "line 2: 'pubished' is not read (did you mean 'date'?)"),
        ("published: 2023-10-19", "line 2: 'published' is not read (did you mean 'date'?)"),
        ("author: A\nDate: 2023-10-19", "line 3: 'Date' is not read (did you mean 'date'?)"),
        ("tilte: Floods", "line 2: 'tilte' is not read (did you mean 'title'?)"),
        ("language: ar", "line 2: 'language' is not read (did you mean 'lang'?)"),
        ("sorce: Desk", "line 2: 'sorce' is not read (did you mean 'source'?)"),
        ("lang: xx", "line 2: 'xx' is not a language that ships (ar, en); the text tells which it is"),
        ("lang: fr-CA", "line 2: 'fr-CA' is not a language that ships (ar, en); the text tells which it is"),
    ],
)
def test_a_key_that_is_nearly_ours_is_noted(matter: str, note: str, tmp_path: Path) -> None:
    assert document_of(tmp_path, f"---\n{matter}\n---\nFive people came.", "a.md").notes == (note,)


@pytest.mark.parametrize(
    "matter",
    [
        "author: A", "tags: [a, b]", "slug: x", "layout: post", "draft: true", "publisher: Desk", "published: true",
        "update: 2023-10-19", "updated: 2023-10-19", "subtitle: S", "data: x", "sources: [a]", "sources: a", "lead: L",
        "resource: x", "category: news", "description: d", "permalink: /x", "date: 2023-10-19\npublished: 2023-10-20",
        "lang: ar-SA", "weight: 3", "summary: s", "image: i.png", "section: world", "id: 7", "location: Cairo",
    ],
)  # fmt: skip
def test_keys_that_articles_have_otherwise_are_not_looked_at(matter: str, tmp_path: Path) -> None:
    assert document_of(tmp_path, f"---\n{matter}\n---\nFive people came.", "a.md").notes == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "Five people came."),
        ("a.HTM", "<p>Five people came.</p>"),
        ("a.txt", "\n<!DOCTYPE html>\n<html><body>Five people came.</body></html>"),
        ("a.txt", "\ufeff<html lang='ar'><body>Five people came.</body></html>"),
        ("a.txt", '<?xml version="1.0"?>\n<!-- a page -->\n<!doctype  HTML PUBLIC "x">Five people came.'),
        ("a.md", "---\ntitle: x\n---\n<html>Five people came.</html>"),
    ],
)
def test_a_web_page_is_refused_with_what_to_do(name: str, text: str, tmp_path: Path) -> None:
    assert read_one(tmp_path, text, name) == (None, [f"{name}:0:0: this is HTML, which is not read yet"])
    _, problems = load([str(tmp_path / name)])
    assert ".txt" in problems[0].hint


@pytest.mark.parametrize(
    "text",
    ["Five people wrote <html> by hand.", "<b>Five</b> people came.", "<htmlish> is no tag, 5 said.", "<!-- 5 -->"],
)
def test_a_text_that_speaks_of_tags_is_a_text(text: str, tmp_path: Path) -> None:
    assert document_of(tmp_path, text, "a.txt").text == text


def test_a_web_page_in_a_line_of_json_is_refused(tmp_path: Path) -> None:
    lines = [json.dumps({"text": "<!doctype html><p>Five people came."}), json.dumps({"text": "Five people came."})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    documents, problems = load([str(tmp_path / "a.jsonl")])
    assert len(documents) == 1
    assert [_short(problem) for problem in problems] == ["a.jsonl:1:0: this is HTML, which is not read yet"]
