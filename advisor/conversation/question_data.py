"""A question with the answers on offer, as plain data."""

from typing import Any

from advisor.assessment.assessment import Assessment
from advisor.rules.model import Option, Question
from advisor.verdicts.journey import shown_first, visible_options

Data = dict[str, Any]


def question_data(assessment: Assessment, question: Question) -> Data:
    """What stands on the page while this question is open."""
    rules, answers = assessment.rules, assessment.answers
    visible, usual = visible_options(rules, question, answers), shown_first(rules, question, answers)
    return shown_question(question, visible, usual)


def shown_question(question: Question, visible: tuple[Option, ...], usual: tuple[Option, ...]) -> Data:
    """The same where it is known already which answers are on offer, and which of them stand first."""
    alone = question.alone
    return {
        "id": question.id,
        "ask": question.ask,
        "help": question.help,
        "why": question.why,
        "kind": question.kind,
        "rows": [{"id": o.id, "label": o.label, "help": o.help, "also": [], "alone": o.id in alone} for o in visible],
        "usual": [option.id for option in usual if option.id not in alone],
        "groups": [],
        "terms": [],
    }


def title_of(assessment: Assessment, question: Question | None) -> str:
    """What the browser's tab says."""
    words, product = assessment.content.words, assessment.content.brand.product
    said = question.ask if question else words["conversation.settled"]
    return words("conversation.tab", said=said, product=product)
