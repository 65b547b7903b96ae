"""A question with the answers on offer, as plain data."""

from collections.abc import Iterable, Iterator
from typing import Any

from advisor.assessment.assessment import Assessment
from advisor.content.glossary import Term
from advisor.content.library import Content
from advisor.content.words import Words
from advisor.conversation.terms import terms_in
from advisor.rules.model import Option, Question
from advisor.summary.provision import known

Data = dict[str, Any]


def question_data(assessment: Assessment, question: Question) -> Data:
    """What stands on the page while this question is open."""
    return shown_question(assessment.content, question, assessment.shown(question), assessment.usual(question))


def shown_question(content: Content, question: Question, visible: Iterable[Option], usual: Iterable[Option]) -> Data:
    """The same where it is known already which answers are on offer, and which of them stand first."""
    alone, offered = question.alone, tuple(visible)
    first = [option.id for option in usual if option.id not in alone]
    return {
        "id": question.id,
        "ask": question.ask,
        "help": question.help,
        "why": question.why,
        "kind": question.kind,
        "rows": [_row(option, alone) for option in offered],
        "usual": first,
        "groups": list(_groups(question, {option.id for option in offered}.difference(first))),
        "terms": [_term(content, term) for term in terms_in(content, question, offered)],
    }


def _row(option: Option, alone: tuple[str, ...]) -> Data:
    return {
        "id": option.id,
        "label": option.label,
        "help": option.help,
        "also": list(option.also),
        "alone": option.id in alone,
    }


def _groups(question: Question, later: set[str]) -> Iterator[Data]:
    """The headings that have something below them, for the answers that do not stand first."""
    for group in question.groups:
        if rows := [option for option in group.options if option in later]:
            yield {"title": group.title, "rows": rows}


def _term(content: Content, term: Term) -> Data:
    """Its forms, its meaning, and where what it says of the law is written."""
    told = {"word": term.word, "forms": list(term.forms), "meaning": term.meaning, "source": "", "known": ""}
    if term.source and term.checked:
        words, source = content.words, content.ruleset.sources[term.source]
        told["source"] = _cited(words, source.title, term.cite)
        told["known"] = known(source.read, term.checked, words)
    return told


def _cited(words: Words, title: str, cite: tuple[str, ...]) -> str:
    return words("result.provision", source=title, cite=", ".join(cite)) if cite else title


def title_of(content: Content, question: Question | None) -> str:
    """What the browser's tab says."""
    words, product = content.words, content.brand.product
    said = question.ask if question else words["conversation.settled"]
    return words("conversation.tab", said=said, product=product)
