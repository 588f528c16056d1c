"""A finding -> a name for it that stays the same while the article around it is edited."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from factcheck.languages.folding import fold
from factcheck.model import Finding, Passage

LENGTH = 16


def fingerprinted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each with its fingerprint; of equal ones the second gets ``-2`` at its end, the third ``-3``."""
    seen: dict[str, int] = {}
    done = []
    for finding in findings:
        name = fingerprint(finding.rule, finding.passages)
        seen[name] = seen.get(name, 0) + 1
        done.append(finding._replace(fingerprint=name if seen[name] == 1 else f"{name}-{seen[name]}"))
    return tuple(done)


def fingerprint(rule: str, passages: Sequence[Passage]) -> str:
    """Of the rule, the words quoted and the names of their files: places and folders do not count."""
    words = sorted((_file(one.path), " ".join(fold(word) for word in one.text.split())) for one in passages)
    text = "\n".join((rule, *(f"{name}\t{quoted}" for name, quoted in words)))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _file(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]
