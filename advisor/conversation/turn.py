"""One turn of the conversation as plain data for the element that draws it (`screen/assessment/element/types.js`)."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.conversation.change_wording import would_change
from advisor.conversation.example_cards import example_cards
from advisor.conversation.foreseen import foreseen
from advisor.conversation.moment import BESIDE, Moment
from advisor.conversation.press import open_question
from advisor.conversation.progress import progress
from advisor.conversation.question_data import question_data, title_of

Data = dict[str, Any]
State = Literal["start", "ask", "change", "weigh", "finished"]
VERSION = 1
SAID_KEYS = {"nav.{}": BESIDE}


def turn(assessment: Assessment, moment: Moment) -> Data:
    """Everything that the element shows now."""
    state, question = state_of(assessment, moment), open_question(assessment, moment.editing)
    words, journey = assessment.content.words, assessment.journey
    far = progress(assessment.content, journey.next, len(journey.steps), journey.left, moment.promised)
    steps, ahead = _foreseen(assessment, moment, far) if state in ("start", "ask") else ([], {})
    return {
        "v": VERSION,
        "seq": moment.taken,
        "lang": str(words.locale.language),
        "words": _texts(assessment.content),
        "title": title_of(assessment.content, question),
        "state": state,
        "question": question_data(assessment, question) if question else None,
        "chosen": list(moment.proposed or assessment.answers.get(moment.editing, ())),
        "progress": far,
        "said": [
            {
                "question": step.question.id,
                "ask": step.question.ask,
                "answer": " · ".join(option.label for option in step.options),
            }
            for step in assessment.journey.steps
        ],
        "notice": moment.notice,
        "undo": moment.undo,
        "settle": _settle(assessment, moment),
        "weighing": would_change(assessment, moment) if state == "weigh" else None,
        "steps": steps,
        "ahead": ahead,
        "examples": list(example_cards(assessment.content, assessment.day)) if state == "start" else [],
        "explanations": list(_explanations(assessment)) if state == "start" else [],
        "ways": [{"id": page, "label": words[f"nav.{page}"]} for page in BESIDE],
        "token": moment.token,
        "day": assessment.day.isoformat(),
        "origins": list(moment.origins),
    }


def state_of(assessment: Assessment, moment: Moment) -> State:
    """What the page is about now."""
    if moment.editing:
        return "weigh" if moment.proposed else "change"
    if assessment.journey.settled:
        return "finished"
    return "ask" if assessment.journey.steps else "start"


@lru_cache(maxsize=2)
def _texts(content: Content) -> Data:
    """The element's own words; a text with forms for one and for more is a mapping of these."""
    texts: Data = {}
    for key, text in content.words.items():
        group, *path = key.split(".")
        if group == "talk" and len(path) == 1:
            texts[path[0]] = text
        elif group == "talk":
            texts.setdefault(path[0], {})[path[1]] = text
    return texts


def _foreseen(assessment: Assessment, moment: Moment, far: Data) -> tuple[list[Data], dict[str, int]]:
    """Of a question with one answer, which is given at one press."""
    question = assessment.journey.next
    if question is None or question.kind != "one":
        return [], {}
    return foreseen(assessment, question, moment.promised or far["done"] + far["most"])


def _settle(assessment: Assessment, moment: Moment) -> Data | None:
    """One calm question about two answers that cannot both be right; it blocks nothing."""
    found = next((one for one in assessment.contradictions if one.id not in moment.both_right), None)
    if found is None or moment.editing:
        return None
    said = [step.question.id for step in assessment.journey.steps]
    return {"id": found.id, "ask": found.ask, "questions": [name for name in said if name in found.settle]}


def _explanations(assessment: Assessment) -> Iterator[Data]:
    for article in assessment.content.pages["faq"]:
        yield {"id": article.id, "title": article.title, "text": article.body}
