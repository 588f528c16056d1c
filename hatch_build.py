"""Makes what the package keeps between runs (``factcheck.languages.kept``), so that the wheel brings it along."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ReadyHook(BuildHookInterface):  # type: ignore[type-arg]
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Runs before the files of the wheel are chosen."""
        sys.path.insert(0, str(Path(self.root) / "src"))
        sys.dont_write_bytecode = False
        from factcheck.engine import prepare

        prepare()
