"""Facts -> constraints that no rule file can say: mentions of facts, and the checks that rules ask for by name."""

from __future__ import annotations

from factcheck.checks.impossible_date import impossible_date
from factcheck.checks.mentions import mention, published_of, sort_of, start_of
from factcheck.checks.month_pair import month_pair
from factcheck.checks.reference import reference
from factcheck.checks.values import Check, Spec
from factcheck.checks.weekday import weekday

CHECKS: dict[str, Check] = {
    "weekday": weekday,
    "impossible-date": impossible_date,
    "month-pair": month_pair,
    "reference": reference,
}

__all__ = ["CHECKS", "Check", "Spec", "mention", "published_of", "sort_of", "start_of"]
