"""Contradictions -> findings with their proof in words and repairs in the article's own digits and words.

``findings.explain`` is loaded when there is something to explain, ``ledger.ledger`` on every run.
"""
