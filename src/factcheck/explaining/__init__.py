"""Contradictions -> findings with their proof in words and repairs in the article's own digits and words."""

from __future__ import annotations

from factcheck.explaining.findings import Explained, Fits, explain

__all__ = ["Explained", "Fits", "explain"]
