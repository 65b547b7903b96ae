"""Finds what keeps an answer from being found in a long list: words that say nothing of it, and lists without headings.

A word may stand at two or three options on purpose: whoever types it then sees them all and chooses. At more than
that it sorts nothing, unless most of them are shown to some visitors only.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from advisor.rules.model import Question
from advisor.rules.search_words import folded

MOST_ALIKE = 3
"""So many options may share a word."""
LONGEST_LIST = 10
"""So many answers are read without headings."""


def long_list_faults(question: Question) -> Iterator[tuple[str, str]]:
    """The rule and a sentence for each."""
    yield from (("vain-word", f"'{question.id}': {text}") for text in _words(question))
    ordinary = [option for option in question.options if option.id not in question.alone]
    if len(ordinary) > LONGEST_LIST and not question.groups:
        said = f"'{question.id}': {len(ordinary)} options and no headings: write them below 'groups'"
        yield "no-headings", said


def _words(question: Question) -> Iterator[str]:
    labels = {folded(option.label): option.id for option in question.options}
    everybodys: defaultdict[str, list[str]] = defaultdict(list)
    for option in question.options:
        for word, count in Counter(map(folded, option.also)).items():
            everybodys[word] += [option.id] if option.show_if is None else []
            if count > 1:
                yield f"option '{option.id}' has the word '{word}' {count} times below 'also'"
            if label := labels.get(word):
                yield f"the word '{word}' of option '{option.id}' is the label of '{label}', which is found first"
    for word, options in everybodys.items():
        if len(options) > MOST_ALIKE:
            yield f"the word '{word}' stands at {len(options)} options ({', '.join(options)}): it sorts nothing"
