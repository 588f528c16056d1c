"""What the weighing of evidence uses: limits, each with its reason.

They were tried on the numeric part of ContraDoc (articles with one planted contradiction, and clean ones), ECB+ (news
in English) and SaudiNewsNet (news in Arabic), and chosen after reading what went wrong there; no part of these was
kept back, so expect somewhat less on other text. Those that no measurement speaks of are judgements on the safe side.
"""

from __future__ import annotations

from fractions import Fraction

# The share of the shorter sentence's content words that the other one holds. Results are flat from .75 to .90; the
# upper end, because with three of four a parallel sentence about something else passes (two branches of industry).
NEAR_COPY = Fraction(7, 8)
# Content words that a near copy shares besides the figure.
NEAR_COPY_SHARED = 2
# Equal words next to the figure.
NEAR_COPY_NEIGHBOURS = 2
# When some words of the shorter sentence are not in the other one: one may have taken another's place, so more must be
# equal (the court sentenced *the banker*, *his wife*).
WHOLE_COPY = Fraction(9, 10)
PARTIAL_COPY_SHARED = 6
PARTIAL_COPY_NEIGHBOURS = 3
# Words before and after a figure that count as its neighbours.
REACH = 3
# A sentence of fewer content words is a heading or a row of a table.
LEAST_CONTENT = 2
LEAST_WORDS = 6
# A title is restated in the first sentences, as positions count them (a paragraph's end counts too); further down stand
# the parts of what the title sums up.
TITLE_REACH = 2
# Content words that the title's figure must share with the sentence that restates it, as a share of the title's.
TITLE_SHARE = Fraction(2, 5)
TITLE_SHARED = 2
TITLE_NEIGHBOURS = 1
TITLE_CONTENT = 3
# By their place alone only figures from here on are compared: one and two are often no counts (one of them, a dual).
LEAST_COUNT = 3
# A definite figure ("the 16 branches") refers back over at most that many sentences.
ANAPHORA_REACH = 9
# A smaller figure that is taken up may be a part of the larger one, unless both hold: it is at least so much ...
LEAST_WHOLE = 10
# ... and at least that share of the larger one.
NEARLY_WHOLE = Fraction(1, 2)
# Figures of one kind in a document are compared with at most that many before them, so that work stays linear.
WINDOW = 24
# Across documents: how many other figures beside the two must agree ...
AGREEING_FIGURES = 2
# ... and how many of the facts that share a word are remembered for comparison, so that work stays linear.
POSTINGS = 8
# Content words that a copy in another document shares, with a name among them and without.
COPIED_WITH_NAME = 3
COPIED = 5
# No age is higher: a larger bare number after a name is something else.
OLDEST = 120
# Documents published further apart than that tell of two days, or count anew.
DAYS_APART = 3
# Characters before a sentence in which another source's name for the place is looked for.
SURROUNDINGS = 300
# A difference is explained by a sum of at most that many further figures, among at most so many.
ADDENDS_AMONG = 24
# An article that gives more values than that of one kind tells them apart by more shared words in a near copy.
BUSY = 5
BUSY_SHARED = 4
# A toll is of the same event when it is told again with so many of the words of the first sentence ...
TOLL_AGAIN = 2
# ... and in another article with so many.
TOLL_ACROSS = 3
# What befell people stands within so many words of how many they were, and the noun of a toll within so many.
TOLL_LINKS = 4
TOLL_REACH = 12
# Figures stand in one frame when so many content words next to them are the same, fewer with two names among them, of
# so many words on each side, where one side may have so many words in between.
FRAME_SHARED = 6
FRAME_WITH_NAMES = 4
FRAME_REACH = 9
FRAME_SKIPPED = 3
