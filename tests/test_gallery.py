"""The gallery in ``reports/`` is what the program draws today, on any machine: ``python tests/draw_gallery.py``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REPORTS = ROOT / "reports"
REDRAW = "python tests/draw_gallery.py draws it anew; look at what has changed"
STATES = ("checked", "ambiguous", "open", "unchecked")
MACHINES = {
    "a bare one": {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C", "LC_ALL": "C", "TERM": "dumb", "COLUMNS": "40"},
    "another": {
        "PYTHONHASHSEED": "4711",
        "TZ": "Asia/Tokyo",
        "LANG": "ar_EG.UTF-8",
        "LC_ALL": "tr_TR.UTF-8",
        "TERM": "xterm-256color",
        "COLUMNS": "200",
        "FORCE_COLOR": "1",
    },
}


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".json")}


@pytest.mark.parametrize("machine", MACHINES)
def test_the_gallery_is_the_same_byte_for_byte_on_every_machine(machine: str, tmp_path: Path) -> None:
    draw = [sys.executable, str(ROOT / "tests" / "draw_gallery.py"), str(tmp_path / "reports")]
    environment = {**os.environ, **MACHINES[machine]}
    subprocess.run(draw, env=environment, cwd=tmp_path, check=True, timeout=300)
    drawn, kept = files(tmp_path / "reports"), files(REPORTS)
    assert list(drawn) == list(kept), REDRAW
    different = [name for name in drawn if drawn[name] != kept[name]]
    assert not different, REDRAW


@pytest.mark.parametrize("name", sorted(path.stem for path in REPORTS.glob("*.json") if ".facts" not in path.name))
def test_every_figure_has_one_fate_and_quotes_its_article(name: str) -> None:
    summary = json.loads((REPORTS / f"{name}.json").read_text(encoding="utf-8"))["summary"]
    documents = json.loads((REPORTS / f"{name}.facts.json").read_text(encoding="utf-8"))["documents"]
    facts = [(document["path"], fact) for document in documents for fact in document["facts"]]
    states = Counter(fact["state"] for _, fact in facts)
    assert {state: summary[state] for state in STATES} == {state: states[state] for state in STATES}
    assert sum(states.values()) == summary["facts"] == len({fact["id"] for _, fact in facts})
    texts = {document["path"]: (ROOT / document["path"]).read_text(encoding="utf-8") for document in documents}
    assert all(texts[path][fact["start"] : fact["end"]] == fact["text"] for path, fact in facts)


def rules_found(name: str) -> list[str]:
    report = json.loads((REPORTS / f"{name}.json").read_text(encoding="utf-8"))
    return [finding["rule"] for finding in report["findings"]]


def test_the_gallery_shows_every_planted_error_and_no_other() -> None:
    assert rules_found("en-planted") == [
        "arithmetic/parts",
        "calendar/weekday",
        "arithmetic/share",
        "arithmetic/list",
        "arithmetic/duration",
    ]
    assert rules_found("ar-planted") == [
        "calendar/weekday",
        "arithmetic/list",
        "arithmetic/parts",
        "arithmetic/share",
        "arithmetic/duration",
        "calendar/month-pair",
    ]
    assert rules_found("truce-differs") == ["karabakh-2020/handover-follows-ceasefire", "karabakh-2020/peacekeepers"]
    assert rules_found("en-clean") == rules_found("ar-clean") == rules_found("truce-agrees") == []
