"""The examples inside rule files run as tests; those of the packs that ship are as they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.engine import run_examples
from factcheck.rules.packs import shipped

MINE = """
pack: mine
facts:
  opening:
    kind: day
    phrases: {en: ["summit opens [at] [on] {moment}", "opening is on {day}"]}
    examples:
      wrong: ["The summit opens at 9:00 on 3 June 2021. Its opening is on 4 June 2021."]
      right: ["The summit opens at 9:00 on 3 June 2021. Its opening is on 3 June 2021."]
rules:
  - rule: late
    summary: s
    why: w
    require: opening > 2021-05-31
    message: "{opening} is too early"
    examples:
      wrong: ["Its opening is on 31 May 2021.", "Its opening is on 1 June 2021."]
      right: ["Its opening is on 1 June 2021."]
  - rule: never
    summary: s
    why: w
    require: opening > 2021-05-31 and opening < 2021-05-30
"""


@pytest.mark.parametrize("pack", shipped())
def test_the_examples_of_a_pack_that_ships_are_as_it_says(pack: str) -> None:
    failures, problems, count = run_examples([pack])
    assert (failures, problems) == ((), ())
    assert count >= 8


def test_a_file_of_ones_own_is_judged_alone(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(MINE.partition("  - rule: never")[0], "utf-8")
    failures, problems, count = run_examples([str(mine)])
    assert problems == () and count == 5
    assert failures == (
        f"{mine}:17:49: mine/late: expected a contradiction of mine/late, found none in "
        '"Its opening is on 1 June 2021."',
    )


def test_a_rule_that_no_text_can_keep_is_a_problem_of_its_file(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(MINE, "utf-8")
    _, (problem,), _ = run_examples([str(mine)])
    assert (problem.path, problem.line) == (str(mine), 19)
    assert problem.message.endswith("is never true: every text would be wrong")
