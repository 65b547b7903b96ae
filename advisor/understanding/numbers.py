"""How many people work in a company, as far as a text says it."""

import re
from collections.abc import Iterator

from advisor.understanding.found import Cues, FoundPeople
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.passage import Passage

_FIGURE = re.compile(r"(?<![\w.,])(\d{1,3}(?:[.,'\u202f ]\d{3})+|\d{1,6})(?![\d]|[.,]\d)(k\b)?")
_RANGE = re.compile(r"^\s*(?:-|–|—|to|bis|à|a|or|oder|and)\s*$", re.IGNORECASE)
_SPACE, _AND = re.compile(r"\s+|-"), re.compile(r"\s+and\s+", re.IGNORECASE)
_MOST, _YEARS = 3_000_000, 1_900


def people(passage: Passage, cues: Cues, lexicon: Lexicon) -> list[FoundPeople]:
    """The most telling first: how many work there today, said with a word for people in general."""
    found = sorted(_candidates(passage, cues, lexicon), key=lambda entry: (-entry[0], entry[1].start))
    return [people for _, people in found[:1]] + [
        FoundPeople(*said[:4], sure=False) for _, said in found[1:] if said[:2] != found[0][1][:2]
    ]


def _candidates(passage: Passage, cues: Cues, lexicon: Lexicon) -> Iterator[tuple[int, FoundPeople]]:
    yield from _alone(passage, cues)
    for first, last, low, high in _figures(passage, cues, lexicon):
        rank = _rank(passage, cues, first, last)
        if rank and 0 < low <= high <= _MOST:
            start, end = passage.quote(first, last)
            yield rank, FoundPeople(low, high, start, end)


def _alone(passage: Passage, cues: Cues) -> Iterator[tuple[int, FoundPeople]]:
    for hit in cues.hits:
        if hit.value == "alone" and not cues.denied(hit.first, 2):
            yield 3, FoundPeople(1, 1, *passage.quote(hit.first, hit.last))


def _rank(passage: Passage, cues: Cues, first: int, last: int) -> int:
    """How well the words around a figure say that it counts the people of this company; 0 if they do not."""
    if cues.before(first, "customer", reach=6) or cues.within(max(0, first - 4), first - 1, "past", "future"):
        return 0
    if _whole(passage, cues, first, last):
        return 2
    if cues.within(last + 1, last + 1, "thing"):
        return 0
    noun = cues.after(last, "people", "people-kind", reach=4)
    nearer = noun and not any(word.plain.isdigit() for word in passage.words[last + 1 : noun.first])
    head = cues.before(first, "head", reach=3, across=True)
    today = 1 if cues.before(first, "today", reach=8) else 0
    if noun and nearer:
        return (4 if noun.value == "people" else 2) + today
    single = cues.within(first, last, "number-1")
    return 4 + today if head and not single else int(_by_itself(passage, first, last))


def _by_itself(passage: Passage, first: int, last: int) -> bool:
    """Between commas and no part of a row of figures: "Electricians, 17, Galway"."""
    others = {passage.part[at] for at in (first - 1, last + 1) if 0 <= at < len(passage.words)}
    figures = [word for word in passage.words[max(0, first - 1) : last + 2] if word.plain.isdigit()]
    alone = first == last and first > 0 and passage.part[first] not in others
    return alone and len(figures) == 1 and int(figures[0].plain) < _YEARS


def _whole(passage: Passage, cues: Cues, first: int, last: int) -> bool:
    """Nothing but a figure, as "about 75"."""
    rest = [at for at in range(len(passage.words)) if not first <= at <= last]
    return len(rest) <= 2 and all(cues.within(at, at, "about", "people") for at in rest)


def _figures(passage: Passage, cues: Cues, lexicon: Lexicon) -> Iterator[tuple[int, int, int, int]]:
    """First and last word, the least and the most."""
    single = list(_singles(passage, cues, lexicon))
    skip = False
    for place, (first, last, value) in enumerate(single):
        following = single[place + 1] if place + 1 < len(single) else None
        if skip:
            skip = False
        elif following and _joined(passage, last, following[0]) and value < following[2]:
            skip = True
            yield first, following[1], value, following[2]
        else:
            yield first, last, value, value


def _joined(passage: Passage, last: int, first: int) -> bool:
    return bool(
        _RANGE.match(passage.between(last, first) if first == last + 1 else passage.written(last + 1, first - 1))
    )


def _singles(passage: Passage, cues: Cues, lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    by_start = {word.start: at for at, word in enumerate(passage.words)}
    standards = {hit.last for hit in lexicon.standard_phrases.hits(passage)}
    by_end = {word.end: at for at, word in enumerate(passage.words)}
    found = []
    for figure in _FIGURE.finditer(passage.text):
        if figure.start() in by_start and by_end.get(figure.end()) not in {None, *standards}:
            value = int(re.sub(r"\D", "", figure[1])) * (1000 if figure[2] else 1)
            found.append((by_start[figure.start()], by_end[figure.end()], value))
    yield from sorted([*found, *_spelled(passage, cues)])


def _spelled(passage: Passage, cues: Cues) -> list[tuple[int, int, int]]:
    """Numbers in words, put together: "nine hundred and forty-two"."""
    found: list[tuple[int, int, int]] = []
    for hit in cues.hits:
        if hit.value.startswith("number-"):
            value = int(hit.value.removeprefix("number-"))
            joined = found and _put_together(passage, found[-1], hit.first, value)
            if joined:
                found[-1] = (found[-1][0], hit.last, joined)
            else:
                found.append((hit.first, hit.last, value))
    return found


def _put_together(passage: Passage, before: tuple[int, int, int], first: int, value: int) -> int:
    """The number that two in a row make, 0 if they are two numbers: "six, twenty", "sixty and seventy"."""
    between = passage.text[passage.words[before[1]].end : passage.words[first].start]
    known = before[2]
    if value in (100, 1000) and _SPACE.fullmatch(between):
        few = known % 1000
        return known + few * (value - 1) if 0 < few < 20 or (value == 1000 and known < 1000) else 0
    if 100 <= value < 1000 <= known and known % 1000 == 0 and _SPACE.fullmatch(between):
        return known + value
    lower = known % 100 == 0 if value >= 10 else known % 10 == 0 and known % 100 != 10
    joins = _SPACE.fullmatch(between) or (known >= 100 and _AND.fullmatch(between))
    return known + value if lower and value < min(known, 100) and joins else 0
