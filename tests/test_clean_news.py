"""Short news that an editor would find nothing wrong with, and the same sort of news with a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck import Document, check


def lines(folder: str) -> list[str]:
    texts = (path.read_text("utf-8") for path in sorted((Path(__file__).parent / folder).glob("*.txt")))
    return [line for text in texts for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("text", lines("clean"))
def test_clean_news_raise_no_alarm(text: str) -> None:
    assert check([Document.of(text)]).findings == ()


@pytest.mark.parametrize("line", lines("wrong"))
def test_a_slip_in_the_same_sort_of_news_is_found_once(line: str) -> None:
    rule, _, text = line.partition(" | ")
    assert [finding.rule for finding in check([Document.of(text)]).findings] == [rule]
