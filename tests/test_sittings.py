"""So many hours beside the times of day between which something went on."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Document, check


def rules(text: str) -> list[str]:
    return [finding.rule for finding in check([Document.of(text, published=date(2024, 6, 4))]).findings]


@pytest.mark.parametrize(
    "text",
    [
        "The siege began at 10:15 a.m. when an alarm rang and was over shortly before 4 p.m., nearly nine hours later.",
        "The surgeons began at 9 a.m. and were finished by 3 p.m. The operation lasted ten hours.",
        "استغرقت الجراحة عشر ساعات، وقد بدأت في التاسعة صباحاً وانتهت عند الثالثة عصراً.",
    ],
)
def test_hours_that_do_not_fit_the_only_two_times(text: str) -> None:
    assert rules(text) == ["arithmetic/duration"]


@pytest.mark.parametrize(
    "text",
    [
        "The siege began at 10:15 a.m. when an alarm rang and was over shortly before 4 p.m., nearly six hours later.",
        "The surgeons began at 9 a.m. and were finished by 3 p.m. The operation lasted six hours.",
        "The surgeons began at 9 p.m. and were finished by 3 a.m. The operation lasted six hours.",
        "The shop opens at 9 a.m. and closes at 3 p.m. Its bakers work for many nights.",
        "The surgeons began at 9 a.m., rested at noon and were done by 3 p.m. Such operations lasted ten hours once.",
        "استغرقت الجراحة ست ساعات، وقد بدأت في التاسعة صباحاً وانتهت عند الثالثة عصراً.",
    ],
)
def test_hours_that_fit_or_may_be_of_something_else(text: str) -> None:
    assert rules(text) == []
