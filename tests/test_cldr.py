"""The files that are generated from Unicode CLDR are what their script makes, and CLDR's dates are known."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from factcheck.languages.data import FOLDER

babel = pytest.importorskip("babel", reason="Babel is only installed for development")
SCRIPT = Path(__file__).parents[1] / "tools" / "cldr.py"
LANGUAGES = ("ar", "en")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cldr", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", LANGUAGES)
def test_units_and_currencies_are_those_of_cldr(script: ModuleType, language: str) -> None:
    if not babel.__version__.startswith("2.19."):
        pytest.skip(f"generated with Babel 2.19, not {babel.__version__}")
    kept = (FOLDER / language / "cldr.txt").read_text("utf-8")
    assert kept == script.vocabulary(language), "run python tools/cldr.py, look at the difference and commit it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_weekday_of_cldr_is_known(script: ModuleType, language: str) -> None:
    assert script.lacking(language) == []
