"""The sample articles -> reports of them in every format: ``python tests/draw_gallery.py [FOLDER]``.

Without a folder the gallery of the project, ``reports/``, is drawn anew; ``tests/test_gallery.py`` compares it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from factcheck.engine import check
from factcheck.model import Document, Report
from factcheck.reading.documents import iterate
from factcheck.reporting import FACT_FORMATS, FORMATS, Setting, fact_format_named, format_named

ROOT = Path(__file__).parent.parent
WIDTHS = (80, 120)


class Picture(NamedTuple):
    """Some sample articles that are checked together."""

    name: str
    articles: tuple[str, ...]
    rules: tuple[str, ...] = ()


GALLERY = (
    Picture("en-planted", ("en-planted.md",)),
    Picture("ar-planted", ("ar-planted.md",)),
    Picture("en-clean", ("en-clean.md",)),
    Picture("ar-clean", ("ar-clean.md",)),
    Picture("truce-agrees", ("ar-truce.md", "en-truce.md"), ("karabakh-2020",)),
    Picture("truce-differs", ("ar-truce.md", "en-truce-planted.md"), ("karabakh-2020",)),
)


def drawings() -> Iterator[tuple[str, str]]:
    """The name of each file of the gallery and what stands in it. Article paths are relative to the project."""
    for picture in GALLERY:
        report = check(_documents(picture), picture.rules)
        for name in FORMATS:
            for suffix, setting in _settings(name):
                yield f"{picture.name}{suffix}", format_named(name).render(report, setting)
        yield from _ledgers(picture.name, report)


def _documents(picture: Picture) -> list[Document]:
    paths = [f"tests/articles/{article}" for article in picture.articles]
    return [document for story in iterate(paths) for document in story.documents]


def _ledgers(name: str, report: Report) -> Iterator[tuple[str, str]]:
    for format_name in FACT_FORMATS:
        for suffix, setting in _settings(format_name):
            yield f"{name}.facts{suffix}", "".join(fact_format_named(format_name).pieces([report], setting))


def _settings(name: str) -> list[tuple[str, Setting]]:
    """What is drawn for a terminal is drawn once a width."""
    if name == "terminal":
        return [(f".{width}.txt", Setting(width)) for width in WIDTHS]
    return [(f".{name}", Setting())]


def main(words: list[str]) -> int:
    folder = Path(words[0] if words else ROOT / "reports").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(ROOT)
    for name, text in drawings():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
