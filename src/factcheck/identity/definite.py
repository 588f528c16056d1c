"""Two views of figures, the later one in a definite noun phrase -> whether it takes up the earlier one.

14 branches ... the 16 branches; 220,000 euros ... the 202,000 euros. Whatever says which of several are meant (the
16 branches *in the north*, *built before 1990*) makes it another figure, unless it repeats what was said before.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from factcheck.identity import thresholds
from factcheck.identity.cues import Cues
from factcheck.identity.values import TIMES, likeliest, middle
from factcheck.identity.views import View
from factcheck.model import Word

MEASURES = ("money", "quantity", "percent")
CONTENT = ("word", "name")
# From a part to the whole that it is of: 60 of the 100.
OF_WHOLE = 3
# A figure so many times larger is that of something else.
FARTHEST = 12
# Forms of one word have so many first letters in common.
AKIN = 4


def definite(earlier: View, later: View, cues: Cues) -> tuple[str, ...]:
    """A figure that is taken up with a definite noun phrase soon after, of the same words.

    A smaller figure may be a part that was not announced, unless it is nearly as large.
    """
    distance = later.position - earlier.position
    if earlier.sentence.path != later.sentence.path or not 0 < distance <= thresholds.ANAPHORA_REACH:
        return ()
    pointing = later.once(pointer, cues)
    if not pointing or earlier.once(pointer, cues) or earlier.fact.kind != later.fact.kind:
        return ()
    either = (earlier, later)
    if any(map(_names_a_year, either)) or any(map(small, either)) or _may_be_a_part(later, earlier):
        return ()
    if _is_base(later) or _is_more_than(later, earlier) or is_of_more(earlier, cues) or is_a_rate(earlier, cues):
        return ()
    if later.fact.kind in MEASURES:
        again = _measured_again(earlier, later, pointing, cues)
    elif later.fact.kind == "number" and (size := counted(earlier, later)):
        again = not narrowed(earlier, later, following(later, size if cues.head_last else 0), pointing, cues)
    else:
        again = False
    return ("definite",) if again else ()


def pointer(view: View, cues: Cues) -> str:
    """What kind of word before the figure, or article attached to it, points back to something known; "" if none."""
    words = view.sentence.words[max(0, view.first - thresholds.REACH) : view.first]
    if found := cues.closing("definite", tuple(word.key for word in words)):
        return found
    if cues.head_last or view.first == view.last:
        return ""
    text = view.text.split(maxsplit=1)[0]
    key = view.sentence.words[view.first].key.split(" ", 1)[0]
    return "article" if text[0].isalpha() and cues.articled(text, key, attached=True) else ""


def small(view: View) -> bool:
    return view.fact.kind == "number" and view.exact is not None and view.exact < thresholds.LEAST_COUNT


def _may_be_a_part(later: View, earlier: View) -> bool:
    whole, part = middle(earlier.fact), middle(later.fact)
    if whole is None or part is None or part > whole * FARTHEST:
        return True  # 310 cases in one province; of the 6,120 cases
    return part < whole and (part < thresholds.LEAST_WHOLE or part < whole * thresholds.NEARLY_WHOLE)


def _is_base(view: View) -> bool:
    """Whether a percentage or a fraction before a figure may be of it: 40 percent of all the shares, which are 150."""
    return any(fact.kind == "percent" and fact.span < view.fact.span for fact in view.figures)


def _is_more_than(part: View, earlier: View) -> bool:
    """Whether a count right before the later figure is some of it and more than the earlier one: 60 of the 100."""
    near = part.sentence.words[max(part.first - OF_WHOLE, 0) : part.first]
    if earlier.exact is None or [word.kind for word in near] != ["figure", "function", "function"]:
        return False
    place = near[0].start
    some = (likeliest(fact).exact for fact in part.figures if fact.span.start == place and fact.readings)
    return any(value is not None and value > earlier.exact for value in some)


def _names_a_year(view: View) -> bool:
    """The 1976 act: four digits before a noun that nobody is known to count."""
    span, value = view.fact.span, view.exact
    bare = view.fact.kind == "number" and not view.fact.subject.concept
    return bare and span.end - span.start == 4 and value is not None and value >= 1000


def counted(earlier: View, later: View) -> int:
    """How many words after the later figure say what it counts, the same as after the earlier one; 0 when not the same.

    Of a thing that is not known all words up to the next function word are given, verbs too: one may say more.
    """
    one, other = earlier.fact.subject, later.fact.subject
    if one.concept or other.concept:
        same = one.concept == other.concept and one.words == other.words
        return len(other.words) + 1 if same else 0
    size = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one.words, other.words, strict=False)))
    return size if size in (len(one.words), len(other.words)) else 0


def _measured_again(earlier: View, later: View, pointing: str, cues: Cues) -> bool:
    """The amount of aid "that comes to 28 tons", or the 28 tons: what is measured must be named before, if at all."""
    after = following(later, 0)
    if pointing == "amounting":
        noun = next((word.key for word in reversed(later.sentence.words[: later.first]) if _is_noun(word, cues)), "")
        if not cues.among(noun, earlier.every):
            return False
    elif after and after[0].kind in CONTENT:
        if after[0].key not in earlier.content:
            return False
        after = after[1:]
    return not narrowed(earlier, later, after, pointing, cues)


def _is_noun(word: Word, cues: Cues) -> bool:
    return word.kind in CONTENT and not cues.opens("definite", word.key)


def following(view: View, size: int) -> Sequence[Word]:
    """The words and signs after what the figure counts, in the order of the text."""
    words = view.sentence.words[view.last :]
    at = 0
    for word in words:
        if not size:
            break
        size -= word.kind != "sign"
        at += 1
    return words[at:]


def narrowed(earlier: View, later: View, after: Sequence[Word], pointing: str, cues: Cues) -> bool:
    """Whether something after the noun says which of several are meant; a definite adjective does."""
    if not after or after[0].kind in ("sign", "figure"):
        return False
    word = after[0]
    meaning = cues.meaning("narrowing", word.key)
    if meaning == "phrase":
        return not repeated(earlier, after, cues)
    if meaning:
        return not clause_repeated(earlier, after, cues)
    if cues.head_last:
        return word.kind in CONTENT and not _is_verb(later, after, pointing, cues)
    return cues.articled(later.document.text[word.start : word.end], word.key)


def after_noun(view: View, cues: Cues) -> Sequence[Word]:
    """The words after what the figure counts; where nouns come first, after the figure."""
    subject = view.fact.subject
    return following(view, len(subject.words) + bool(subject.concept) if cues.head_last else 0)


def is_governed(after: Sequence[Word], cues: Cues) -> bool:
    """Where nouns come first: whether a particle, or a preposition in one word with its noun, follows the noun."""
    if cues.head_last or not after or after[0].kind in ("sign", "figure") or cues.meaning("narrowing", after[0].key):
        return False
    if cues.meaning("when-word", after[0].key):
        return False
    return after[0].kind == "function" or cues.is_led(after[0].key)


def is_of_more(view: View, cues: Cues) -> bool:
    """Whether "of" and an article after an amount say that it is some of more: 46 million pounds of the cost."""
    words = view.sentence.words[view.last : view.last + 2]
    of = len(words) == 2 and bool(cues.meaning("toll-of", words[0].key))
    return of and view.fact.kind == "money" and bool(cues.closing("definite", (words[1].key,)))


def is_a_rate(view: View, cues: Cues) -> bool:
    """Whether a count is one in so many: six pupils in ten."""
    after = after_noun(view, cues)
    led = len(after) > 1 and bool(cues.meaning("narrowing", after[0].key)) and after[1].kind == "figure"
    return led and any(one.kind == "number" and one.span.start == after[1].start for one in view.figures)


def adds_words(earlier: View, later: View, cues: Cues) -> bool:
    """Whether something before the later noun says which of several are meant: the 140 Turkish passengers."""
    known = earlier.fact.subject.words
    return any(word not in known and not cues.among(word, earlier.every) for word in later.fact.subject.words)


def are_of_another(earlier: View, later: View, pointing: str, cues: Cues) -> bool:
    """Whether what follows says which victims are meant: those of 2019; of the blast are those of the only one."""
    subject = later.fact.subject
    after = after_noun(later, cues)
    if not after or (cues.head_last and not subject.concept):
        return False
    if is_governed(after, cues):
        return True
    if not narrowed(earlier, later, after, pointing, cues):
        return False  # the 22 who lost their lives: the clause says what befell them
    fallen = [word.key for word in after[1:3]]
    told = bool(fallen) and bool(cues.opening("befallen", fallen) or cues.opening("fallen", fallen))
    if told and cues.meaning("narrowing", after[0].key) == "clause":
        after = after[2:]  # who died in the fire
        if not after or not cues.meaning("narrowing", after[0].key):
            return False
    if cues.head_last and after[0].kind in CONTENT and not cues.meaning("narrowing", after[0].key):
        befell = cues.opening("befallen", [after[0].key]) or cues.meaning("state", after[0].key)
        if not befell and cues.meaning("participle", after[0].key):
            return True
        after = after[1:]  # the 14 people killed in the city are not those killed in a market
        if not after or cues.meaning("narrowing", after[0].key) != "phrase":
            return False
    if cues.meaning("narrowing", after[0].key) == "phrase" and repeated(earlier, after, cues):
        return False
    if len(after) < 3 or cues.meaning("narrowing", after[0].key) != "phrase":
        return True
    first = after[1]
    text = later.document.text[first.start : first.end]
    definite = cues.closing("definite", (first.key,)) if cues.head_last else cues.articled(text, first.key)
    run = [*takewhile(lambda word: word.kind in CONTENT, after[2:] if cues.head_last else after[1:])]
    rest = after[2 if cues.head_last else 1 :][len(run) :]
    ranked = bool(rest) and rest[0].kind == "figure"  # in the second raid
    if not definite or not run or ranked or len(run) > cues.head_last + 1 or any(word.kind == "name" for word in run):
        return True
    return not cues.opens("mishap", run[0].key)  # of the region


def _is_verb(view: View, after: Sequence[Word], pointing: str, cues: Cues) -> bool:
    """Whether a word that is not known begins what is said of the noun and is no participle.

    It does where the noun phrase opens the sentence, no other verb follows, and it governs no phrase: the
    71 witnesses *described* the accident, but the 12 crew *injured* in the crash were flown home.
    """
    if pointing != "article":
        return True
    if view.first > 1 or cues.meaning("state", after[0].key):
        return False
    if len(after) > 1 and cues.meaning("narrowing", after[1].key):
        return False
    if len(after) > 1 and after[1].kind in CONTENT and cues.meaning("participle", after[0].key):
        return False  # the 31 people acquitted went home
    return not any(cues.meaning("predicate", word.key) for word in after)


def repeated(earlier: View, after: Sequence[Word], cues: Cues) -> bool:
    """Whether each phrase after the noun says what stands beside the earlier figure as well."""
    near = _beside(earlier)
    while after and cues.meaning("narrowing", after[0].key) == "phrase":
        after = [*_skipped(after[1:])]
        run = [*takewhile(lambda word: word.kind in (*CONTENT, "figure"), after)]
        if not run or not cues.among(run[0].key, near):
            return False
        new = [word for word in run if not cues.among(word.key, near)]
        if any(word.kind in ("name", "figure") for word in new):
            return False
        if new:  # a verb, with which something else begins
            return True
        after = after[len(run) :]
    return True


def clause_repeated(earlier: View, after: Sequence[Word], cues: Cues) -> bool:
    """Whether a clause (battling the blaze, who were on board) says nothing but what the earlier sentence says as well.

    Up to the next sign, figure or verb of the main clause; forms of one word have their first letters in common.
    """
    clause = [*takewhile(lambda word: word.kind not in ("sign", "figure"), after)]
    content: list[Word] = []
    for at, word in enumerate(clause):
        if word.kind in CONTENT:
            content.append(word)
        elif content and cues.meaning("narrowing", word.key) == "phrase":
            return all(_akin(one.key, earlier, cues) for one in content) and repeated(earlier, clause[at:], cues)
        elif content and (not cues.head_last or cues.meaning("predicate", word.key)):
            break
    stopped = after[len(clause) : len(clause) + 1]
    if stopped and stopped[0].kind == "figure" and not cues.among(stopped[0].key, earlier.every):
        return False  # who died in a fire in 2009
    if any(cues.meaning("narrowing", word.key) == "clause" for word in clause[1:]):
        return False  # who died then
    return bool(content) and all(_akin(one.key, earlier, cues) for one in content)


def _akin(key: str, view: View, cues: Cues) -> bool:
    if cues.among(key, view.content):
        return True
    stem = cues.bare(key)[:AKIN]
    return len(stem) == AKIN and any(cues.bare(word).startswith(stem) for word in view.content)


def _skipped(words: Sequence[Word]) -> Sequence[Word]:
    """Without the articles and the like at the start."""
    return words[sum(1 for _ in takewhile(lambda word: word.kind == "function", words)) :]


def _beside(view: View) -> frozenset[str]:
    """The words around a figure, up to the next figures of other things on either side."""
    words, numbers = view.sentence.words, [fact.span.start for fact in view.figures if fact.kind not in TIMES]
    first, last = view.first, view.last
    while first > 0 and words[first - 1].start not in numbers:
        first -= 1
    while last < len(words) and words[last].start not in numbers:
        last += 1
    return frozenset(word.key for word in words[first:last])
