"""Which facts the words of a text name, and whether they are said of this company, of its customers, or of nobody."""

from collections.abc import Iterator

from advisor.content.description_words import LexiconTerm
from advisor.understanding.found import Cues, FoundFact
from advisor.understanding.lexicon import Lexicon
from advisor.understanding.passage import Passage
from advisor.understanding.phrases import Hit

_OF_THE_TRADE = 1.0
_NEAR = 20


def facts_named(read: Passage, cues: Cues, lexicon: Lexicon) -> Iterator[FoundFact]:
    """In the order of the text."""
    elsewhere = {read.sentence[hit.first] for hit in cues.hits if hit.value == "other-firm"}
    hits = list(lexicon.term_phrases.hits(read))
    products = {hit.first for hit in hits if _is_product(hit)}
    for hit in hits:
        if read.sentence[hit.first] not in elsewhere and not _is_of_nobody(cues, hit):
            aside = _is_makers(cues, hit) if _is_product(hit) else _is_customers(read, cues, hit, products)
            yield from _facts(read, cues, hit, aside)


def _facts(read: Passage, cues: Cues, hit: Hit[LexiconTerm], aside: bool) -> Iterator[FoundFact]:
    denied = cues.denied(hit.first)
    trade = cues.within(hit.last + 1, hit.last + 1, "company-noun")
    for fact in hit.value.fact:
        weight = hit.value.weight + (_OF_THE_TRADE if trade and not aside else 0)
        yield FoundFact(fact, *read.quote(hit.first, hit.last), weight, denied, aside)


def _is_product(hit: Hit[LexiconTerm]) -> bool:
    return any(fact.startswith("product.") for fact in hit.value.fact)


def _is_of_nobody(cues: Cues, hit: Hit[LexiconTerm]) -> bool:
    """ "Then it would be a device" is none, who "asks for no certificate" tells of none, "for makers" is not making."""
    if cues.within(hit.first, hit.last, "makers") and hit.first == hit.last:
        return not _is_product(hit) and bool(cues.before(hit.first, "for", "theirs", reach=3))
    if not _is_product(hit) and cues.before(hit.first, "given-up", reach=1):
        return True
    asked = any(fact.startswith("held.") for fact in hit.value.fact) and cues.before(hit.first, "demand", reach=1)
    return bool(asked or cues.before(hit.first, "supposed", reach=5))


def _is_makers(cues: Cues, hit: Hit[LexiconTerm]) -> bool:
    """ "For two implant brands", "that an ultrasound maker sells": others put the product on the market."""
    if cues.within(hit.first + 1, hit.last + 2, "makers", "firm-seat"):
        return bool(cues.before(hit.first, "for", "customer", "theirs", reach=7))
    theirs = cues.within(hit.first - 2, hit.first - 1, "possessive")
    return bool(theirs and any(cue.value == "customer" and 0 < hit.first - cue.last <= _NEAR for cue in cues.hits))


def _is_customers(read: Passage, cues: Cues, hit: Hit[LexiconTerm], products: set[int]) -> bool:
    """Whether a word stands behind "for", before "customers" or a product, or in a bracket behind such a word."""
    if hit.last + 1 in products or cues.before(hit.first, "by", reach=1):
        return True
    if cues.before(hit.first, "for", "customer", reach=7) or cues.within(hit.last + 1, hit.last + 1, "customer"):
        return True
    led = cues.before(hit.first, "for", "customer", reach=6, across=True)
    gap = read.text[read.words[led.last].end : read.words[hit.first].start] if led else ""
    return "(" in gap and ")" not in gap
