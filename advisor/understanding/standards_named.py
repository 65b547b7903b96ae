"""How a text means the standards that it names: held, demanded, planned, lapsed, denied, or only named."""

import re
from collections.abc import Iterator

from advisor.understanding.found import Cues, FoundStandard, StandardState
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.passage import Passage
from advisor.understanding.phrases import Hit

_KINDS = ("lapsed", "planned", "demand", "need", "not", "held", "ask")
_STATES: dict[str, StandardState] = {"lapsed": "lapsed", "planned": "planned", "held": "held", "not": "denied"}
_BRACKETED = re.compile(r"^\s*(?:\(|[,–-]?\s*which\b)[^().;]{0,30}$")
_STATED = re.compile(r"^\s*(?:(?:is|are|was|has|being|still|just|now)\s+){0,2}$", re.IGNORECASE)


def standards_named(passage: Passage, cues: Cues, lexicon: Lexicon) -> list[FoundStandard]:
    """Each mention of a standard, in the order of the text."""
    hits = list(lexicon.standard_phrases.hits(passage))
    found = [_found(passage, cues, hit, hits) for hit in hits]
    return [*found, *_wanted_and_had(passage, cues, hits, found), *_meant_again(passage, cues, hits)]


def _found(passage: Passage, cues: Cues, hit: Hit[str], hits: list[Hit[str]]) -> FoundStandard:
    state, sure = _state(passage, cues, hit, hits)
    return FoundStandard(hit.value, state, *passage.quote(hit.first, hit.last), sure)


def _wanted_and_had(
    passage: Passage, cues: Cues, hits: list[Hit[str]], found: list[FoundStandard]
) -> Iterator[FoundStandard]:
    """ "They demand 9001, which we hold": it is demanded as well."""
    for hit, said in zip(hits, found, strict=True):
        before = cues.before(_list_start(passage, hit, hits), *_KINDS, reach=12)
        if before and before.value == "demand" and said.state in ("held", "denied"):
            state, sure = _demanded(cues, before)
            if state == "demanded" and not cues.before(before.first, "not", reach=5):
                yield said._replace(state=state, sure=sure)


def _state(passage: Passage, cues: Cues, hit: Hit[str], hits: list[Hit[str]]) -> tuple[StandardState, bool]:
    if cues.within(hit.last + 1, hit.last + 1, "teaches-it"):
        return "named", False
    start = _list_start(passage, hit, hits)
    before = cues.before(start, *_KINDS, reach=12)
    own = _said_of_it(passage, cues, hit, before)
    if own:
        return own, True
    if before:
        return _after_cue(cues, before, hit)
    state, sure = _before_cue(passage, cues, hit, hits)
    return (state, sure) if state != "named" else _right_before(passage, cues, start, hit)


def _said_of_it(passage: Passage, cues: Cues, hit: Hit[str], before: Hit[str] | None) -> StandardState | None:
    """ "9001 (which we have)", "we have 9001 and 45001 is in progress": right behind one, it is about that one."""
    cue = cues.after(hit.last, *_STATES, reach=6, across=True)
    if cue is None:
        return None
    between = passage.text[passage.words[hit.last].end : passage.words[cue.first].start]
    if (before and before.value == "ask") or cues.within(cue.last + 1, cue.last + 1, "duty"):
        return None
    stated = before and before.value == "held" and cue.value != "held" and _STATED.match(between)
    if not stated and not _BRACKETED.match(between):
        return None
    return _STATES[cue.value]


def _right_before(passage: Passage, cues: Cues, start: int, hit: Hit[str]) -> tuple[StandardState, bool]:
    """ "We are ISO 9001", "9001 yes" state what is held; "to be ISO 9001" what somebody wants, or plans."""
    if cues.before(start, "become", reach=1):
        wanted = cues.before(start, "demand", reach=30, across=True)
        return _demanded(cues, wanted) if wanted else ("planned", True)
    stated = cues.before(start, "stating", reach=1) or cues.after(hit.last, "yes", reach=1)
    trade = cues.after(hit.last, "people-kind", "company-noun", "customer", "ask", "need", reach=5)
    return ("held", True) if stated and not trade and not _is_asked(passage, hit) else ("named", False)


def _is_asked(passage: Passage, hit: Hit[str]) -> bool:
    """Whether its sentence ends with a question mark."""
    last = max(at for at, number in enumerate(passage.sentence) if number == passage.sentence[hit.first])
    behind = passage.words[last + 1].start if last + 1 < len(passage.words) else len(passage.text)
    return "?" in passage.text[passage.words[last].end : behind]


def _list_start(passage: Passage, hit: Hit[str], hits: list[Hit[str]]) -> int:
    """The first word of the list of standards that this one ends: "ISO 9001, 14001 and 45001"."""
    start = hit.first
    for other in reversed([other for other in hits if other.last < hit.first]):
        between = passage.words[other.last + 1 : start]
        if len(between) > 1 or any(
            word.plain not in ("and", "und", "et", "y", "e", "or", "as", "plus") for word in between
        ):
            break
        start = other.first
    return start


def _after_cue(cues: Cues, cue: Hit[str], hit: Hit[str]) -> tuple[StandardState, bool]:
    """What a cue in front of the standard makes of it."""
    if cue.value == "demand":
        return _demanded(cues, cue)
    if cue.value == "need":
        return _needed(cues, cue)
    if cue.value == "held":
        return _had(cues, cue, hit)
    if cue.value == "not":
        return ("named", False) if cues.within(cue.last, hit.first, "demand", "need") else ("denied", True)
    if cue.value == "ask":
        return "named", False
    earlier = cues.before(cue.first, "demand", reach=5) if cue.value == "planned" else None
    if earlier:
        return _demanded(cues, earlier)
    return ("planned", True) if cue.value == "planned" else ("lapsed", True)


def _needed(cues: Cues, cue: Hit[str]) -> tuple[StandardState, bool]:
    """ "We need it" says who wants it only where a customer or a tender stands near."""
    if cues.within(cue.first, cue.first, "demand"):
        return _demanded(cues, cue)
    before = cues.before(cue.first, "customer", "asker", "demand", "tender", reach=8)
    return "demanded", bool(before or cues.after(cue.last, "customer", "tender", reach=9))


def _had(cues: Cues, cue: Hit[str], hit: Hit[str]) -> tuple[StandardState, bool]:
    """What is had may be what somebody asked for, or what ran out."""
    if cues.after(hit.last, "lapsed", reach=4):
        return "lapsed", True
    earlier = cues.before(cue.first, "not", "demand", "planned", "lapsed", "need", reach=5)
    return _after_cue(cues, earlier, hit) if earlier else ("held", True)


def _demanded(cues: Cues, cue: Hit[str]) -> tuple[StandardState, bool]:
    """Who wants it is somebody else: "we want ISO 9001" is a plan."""
    if cues.within(cue.first - 1, cue.first - 1, "we") or cues.within(cue.first - 2, cue.first - 2, "we"):
        return "planned", True
    return ("named", False) if cues.denied(cue.first, 4) else ("demanded", True)


def _before_cue(passage: Passage, cues: Cues, hit: Hit[str], hits: list[Hit[str]]) -> tuple[StandardState, bool]:
    """What stands behind the standard decides, up to the next one."""
    following = next((other.first for other in hits if other.first > hit.last), len(passage.words))
    if (
        following < len(passage.words)
        and _list_start(passage, next(o for o in hits if o.first == following), hits) <= hit.first
    ):
        following = len(passage.words)
    kinds: tuple[tuple[str, StandardState], ...] = (
        ("lapsed", "lapsed"),
        ("not", "denied"),
        ("demand", "demanded"),
        ("planned", "planned"),
        ("held", "held"),
    )
    for kind, state in kinds:
        found = cues.after(hit.last, kind, reach=7)
        if found and found.first < following:
            return (state, True) if kind != "held" or not _of_others(passage, cues, found) else ("named", False)
    part = [at for at, number in enumerate(passage.part) if number == passage.part[hit.first]]
    bare = all(
        any(other.first <= at <= other.last for other in hits)
        or passage.words[at].plain in ("and", "und", "et", "y", "with")
        for at in part
    )
    return ("held", len(passage.words) > 3 or len(hits) > 1) if bare else ("named", False)


def _of_others(passage: Passage, cues: Cues, held: Hit[str]) -> bool:
    """ "ISO 9001 certified suppliers" are several others."""
    noun = cues.within(held.last + 1, held.last + 2, "company-noun")
    return bool(noun and passage.words[noun.last].plain.endswith("s"))


def _meant_again(passage: Passage, cues: Cues, hits: list[Hit[str]]) -> Iterator[FoundStandard]:
    """ "Two customers ask for it": the standard that was named last is demanded as well."""
    for cue in cues.hits:
        if cue.value == "demand" and cues.after(cue.last, "pronoun", reach=3) and not cues.denied(cue.first, 4):
            named = [hit for hit in hits if hit.last < cue.first]
            own = any(passage.part[hit.first] == passage.part[cue.first] and hit.first > cue.first for hit in hits)
            if named and not own and not cues.within(cue.first - 1, cue.first - 1, "we"):
                yield FoundStandard(named[-1].value, "demanded", *passage.quote(cue.first, cue.last))
