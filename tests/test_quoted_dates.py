"""A date with two names of its month is quoted as it stands."""

from __future__ import annotations

import pytest

from factcheck import Document, check


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("بدأت الحرب في 31 سبتمبر/أيلول 2020.", "31 سبتمبر/أيلول"),
        ("بدأت الحرب في 31 سبتمبر (أيلول) 2020.", "31 سبتمبر (أيلول)"),
        ("بدأت الحرب في 31 سبتمبر 2020.", "31 سبتمبر"),
    ],
)
def test_both_names_of_a_month_are_quoted(text: str, quoted: str) -> None:
    (finding,) = check([Document.of(text, language="ar")]).findings
    assert finding.rule == "calendar/impossible-date"
    assert [passage.text for passage in finding.passages] == [quoted]
