"""Two views of figures that differ -> why they speak of two things; empty when nothing says so.

What is asked of them depends on how they were found to be alike. The questions are in ``figure_gates`` and
``word_gates``.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.identity import figure_gates, word_gates
from factcheck.identity.cues import Cues
from factcheck.identity.views import View, Views

Gate = Callable[[View, View, Views, Cues], bool]
Gates = tuple[tuple[str, Gate], ...]


def holds_apart(gates: Gates, one: View, other: View, views: Views, cues: Cues) -> str:
    """The name of the first of ``gates`` that holds the two apart."""
    return next((name for name, gate in gates if gate(one, other, views, cues)), "")


# Every list begins with what settles most pairs at least cost. An agreeing value is no reason against a figure that
# agrees itself, so each list has a second part that is only for values that differ.
VALUES: Gates = (
    ("agreeing value", figure_gates.agreeing_value),
    ("better partner", figure_gates.better_partner),
    ("arithmetic", figure_gates.arithmetic),
    ("rounded", figure_gates.rounded),
    ("separator", figure_gates.separator),
    ("template", word_gates.template),
    ("reckoning", word_gates.reckoning),
)
# Of what befell people other figures of the sentence are no better partners, and no addends.
TOLLS: Gates = (
    ("agreeing value", figure_gates.agreeing_value),
    ("rounded", figure_gates.rounded),
    ("separator", figure_gates.separator),
    ("template", word_gates.template),
    ("reckoning", word_gates.reckoning),
)
# A noun phrase that points back says by itself what it is about: only what stands beside the figures can speak against,
# and the day of what happened to it later cannot.
POINTING: Gates = (
    ("one sentence", word_gates.one_sentence),
    ("composite", figure_gates.composite),
    ("other counts", figure_gates.other_counts),
    ("rank beside", figure_gates.rank_beside),
    ("scope", word_gates.scope),
    ("states", word_gates.other_states),
    ("modifiers", word_gates.modifiers),
)
# A statement of what a thing has names the thing.
STATING: Gates = (
    *(gate for gate in POINTING if gate[1] is not figure_gates.rank_beside),
    ("several", figure_gates.several),
    ("polarity", word_gates.polarity),
    ("distinct", word_gates.distinct),
)
# What befell people is told of an event: neither another day nor another part of it.
TELLING: Gates = (
    ("one sentence", word_gates.one_sentence),
    ("composite", figure_gates.composite),
    ("other dates", figure_gates.other_dates),
    ("ordinals", figure_gates.ordinals),
    ("distinct", word_gates.distinct),
)
# The same words around two figures say what they are of, but not when.
FRAMING: Gates = (
    ("composite", figure_gates.composite),
    ("other dates", figure_gates.other_dates),
    ("several", figure_gates.several),
    ("scope", word_gates.scope),
    ("ordinals", figure_gates.ordinals),
    ("polarity", word_gates.polarity),
    ("distinct", word_gates.distinct),
)
# A full name says whose the figure is.
NAMING: Gates = (
    ("one sentence", word_gates.one_sentence),
    ("composite", figure_gates.composite),
    ("other dates", figure_gates.other_dates),
    ("later date", figure_gates.later_date),
)
# What follows a title says more than the title, so only what the title itself says can speak against.
TITLING: Gates = (
    *(gate for gate in POINTING if gate[1] is not figure_gates.rank_beside),
    ("other dates", figure_gates.other_dates),
    ("other figures", figure_gates.other_figures),
    ("ordinals of the title", figure_gates.ordinals_of_one),
    ("distinct", word_gates.distinct),
)
REPEATING: Gates = (
    ("other stretch", figure_gates.other_stretch),
    *(gate for gate in POINTING if gate[1] is not figure_gates.rank_beside),
    ("several", figure_gates.several),
    ("ordinals", figure_gates.ordinals),
    ("relative", figure_gates.relative),
    ("other dates", figure_gates.other_dates),
    ("other figures", figure_gates.other_figures),
    ("heading", word_gates.heading),
    ("tense", word_gates.tense),
    ("later date", figure_gates.later_date),
    ("polarity", word_gates.polarity),
    ("distinct", word_gates.distinct),
    ("names", word_gates.names),
)
# Those that compare no words: they serve across languages too.
WORDLESS: Gates = (
    ("composite", figure_gates.composite),
    ("other dates", figure_gates.other_dates),
    ("other figures", figure_gates.other_figures),
    ("agreeing value", figure_gates.agreeing_value),
)
