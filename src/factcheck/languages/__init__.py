"""Languages as data: folders of vocabulary, patterns and messages, and the code that loads them."""

from __future__ import annotations

from factcheck.languages.recognition import detect, recognised

__all__ = ["detect", "recognised"]
