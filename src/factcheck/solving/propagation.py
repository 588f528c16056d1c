"""Rows and what is known of each variable -> what follows for each by looking at one row at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Sequence

from factcheck.solving.rows import Number, Row, highest_whole, lowest_whole, quotient

Bounds = tuple[Number | None, Number | None, bool, bool]  # low, high, low_open, high_open
Domain = dict[str, Bounds]

FREE: Bounds = (None, None, False, False)


def narrow(domain: Domain, whole: Container[str], name: str, bounds: Bounds) -> bool | None:
    """Keep of ``name`` what lies in ``bounds`` too: whether that was less, ``None`` if nothing is left."""
    low, high, low_open, high_open = old = domain[name]
    new_low, new_high, new_low_open, new_high_open = bounds
    if new_low is not None:
        if name in whole:
            new_low, new_low_open = lowest_whole(new_low, new_low_open), False
        if low is None or new_low > low or (new_low == low and new_low_open):
            low, low_open = new_low, new_low_open
    if new_high is not None:
        if name in whole:
            new_high, new_high_open = highest_whole(new_high, new_high_open), False
        if high is None or new_high < high or (new_high == high and new_high_open):
            high, high_open = new_high, new_high_open
    if low is not None and high is not None and (low > high or (low == high and (low_open or high_open))):
        return None
    new = (low, high, low_open, high_open)
    domain[name] = new
    return new != old


def reach(row: Row, domain: Domain) -> Bounds:
    """Between which numbers the sum of ``row`` lies."""
    low: Number | None = 0
    high: Number | None = 0
    low_open = high_open = False
    for name, factor in zip(row.names, row.factors, strict=True):
        least, most, least_open, most_open = domain[name]
        if factor < 0:
            least, most, least_open, most_open = most, least, most_open, least_open
        low = None if low is None or least is None else low + factor * least
        high = None if high is None or most is None else high + factor * most
        low_open |= least_open
        high_open |= most_open
    return low, high, low_open, high_open


def status(row: Row, domain: Domain) -> bool | None:
    """True: ``row`` holds of all that is left; False: of nothing; None: cannot be said."""
    low, high, low_open, high_open = reach(row, domain)
    above = row.low is None or (low is not None and _beyond(low, row.low, row.low_open and not low_open))
    below = row.high is None or (high is not None and _beyond(row.high, high, row.high_open and not high_open))
    if above and below:
        return True
    if row.low is not None and high is not None and not _beyond(high, row.low, row.low_open or high_open):
        return False
    if row.high is not None and low is not None and not _beyond(row.high, low, row.high_open or low_open):
        return False
    return None


def _beyond(one: Number, other: Number, strictly: bool) -> bool:
    return one > other if strictly else one >= other


def tighten(row: Row, domain: Domain, whole: Container[str]) -> list[str] | None:
    """Narrow each variable by what the others leave it: the names narrowed, ``None`` at a clash."""
    if len(row.names) == 1:
        return _tighten_single(row, domain, whole)
    if status(row, domain) is False:
        return None
    changed = []
    ends = [_ends(domain[name], factor) for name, factor in zip(row.names, row.factors, strict=True)]
    low_total = _Total(row.high, row.high_open, [(low, is_open) for low, _, is_open, _ in ends])
    high_total = _Total(row.low, row.low_open, [(high, is_open) for _, high, _, is_open in ends])
    for position, (name, factor) in enumerate(zip(row.names, row.factors, strict=True)):
        high, high_open = low_total.without(position)
        low, low_open = high_total.without(position)
        if low is None and high is None:
            continue
        outcome = narrow(domain, whole, name, _divided((low, high, low_open, high_open), factor))
        if outcome is None:
            return None
        if outcome:
            changed.append(name)
    return changed


def _tighten_single(row: Row, domain: Domain, whole: Container[str]) -> list[str] | None:
    bounds = row[2:] if row.factors[0] == 1 else _divided(row[2:], row.factors[0])
    outcome = narrow(domain, whole, row.names[0], bounds)
    if outcome is None:
        return None
    return [row.names[0]] if outcome else []


def _ends(bounds: Bounds, factor: Number) -> Bounds:
    low, high, low_open, high_open = bounds
    if factor < 0:
        low, high, low_open, high_open = high, low, high_open, low_open
    return (
        None if low is None else low * factor,
        None if high is None else high * factor,
        low_open,
        high_open,
    )


def _divided(bounds: Bounds, factor: Number) -> Bounds:
    low, high, low_open, high_open = bounds
    if factor < 0:
        low, high, low_open, high_open = high, low, high_open, low_open
    return (
        None if low is None else quotient(low, factor),
        None if high is None else quotient(high, factor),
        low_open,
        high_open,
    )


class _Total:
    """A limit of a sum, and what it leaves one term when each other is at its end."""

    def __init__(self, limit: Number | None, is_open: bool, ends: list[tuple[Number | None, bool]]) -> None:
        self.limit, self.is_open, self.ends = limit, is_open, ends
        self.missing = sum(end is None for end, _ in ends)
        self.opened = sum(open_end for _, open_end in ends)
        self.total = sum((end for end, _ in ends if end is not None), 0)

    def without(self, position: int) -> tuple[Number | None, bool]:
        end, open_end = self.ends[position]
        if self.limit is None or self.missing > (end is None):
            return None, False
        return self.limit - self.total + (0 if end is None else end), self.is_open or self.opened > open_end


class Network:
    """Rows over several variables, indexed by the variables in them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self.touching: dict[str, list[int]] = {}
        for index, row in enumerate(self.rows):
            for name in row.names:
                self.touching.setdefault(name, []).append(index)

    def propagate(self, domain: Domain, whole: Container[str], start: Iterable[str] | None = None) -> bool:
        """Narrow ``domain`` in place, from the rows that touch ``start``; False at a clash.

        Narrowing may go on for ever (orders that run in a circle), so it ends after some rounds: what is
        found holds, but more may follow.
        """
        if start is None:
            waiting = deque(range(len(self.rows)))
        else:
            waiting = deque(dict.fromkeys(i for name in start for i in self.touching.get(name, ())))
        queued = set(waiting)
        visits = 20 * len(self.rows)
        while waiting and visits:
            visits -= 1
            index = waiting.popleft()
            queued.discard(index)
            changed = tighten(self.rows[index], domain, whole)
            if changed is None:
                return False
            for other in (i for name in changed for i in self.touching[name]):
                if other not in queued and other != index:
                    queued.add(other)
                    waiting.append(other)
        return True
