"""A name that is not known -> the hint that names the one that was meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """``did you mean 'x'?`` when a known name is close, else the known names."""
    choices = sorted(known)
    import difflib  # only a mistake needs it

    close = difflib.get_close_matches(word, choices, n=1)
    if close:
        return f"did you mean '{close[0]}'?"
    return "known: " + ", ".join(choices) if choices else ""
