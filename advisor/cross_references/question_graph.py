"""Draws the questions and what they hang on in the DOT language. Colours come from the page's style sheet."""

from collections.abc import Iterable, Iterator
from itertools import groupby, permutations
from textwrap import wrap

from advisor.content.words import Words
from advisor.cross_references.dependencies import CrossReferences, Topic
from advisor.rules.conditions import Test, signed_tests
from advisor.rules.model import Question

SEVERAL = 4
"""More later questions of one topic than this are drawn as one box."""
_LISTED = 12
_NAMED = 2
_WIDTH = 26
_HEAD = (
    'digraph questions {\n  rankdir="LR"; bgcolor="transparent"; nodesep="0.2"; ranksep="0.5";\n'
    '  node [shape="box", style="rounded", fontname="Inter, sans-serif", fontsize="12", margin="0.14,0.08"];\n'
    '  edge [fontname="Inter, sans-serif", fontsize="10", arrowsize="0.7"];\n'
)


def quoted(text: str) -> str:
    """A text as DOT shows it literally, over several lines if it has them."""
    for old, new in (("\\", "\\\\"), ('"', '\\"'), ("\r", ""), ("\n", "\\n"), ("\0", "")):
        text = text.replace(old, new)
    return f'"{text}"'


def overview(atlas: CrossReferences, words: Words) -> str:
    """The topics, and how many questions of one hang on the answers to another."""
    lines = [_topic(topic.id, topic.name, len(topic.questions), words) for topic in atlas.topics]
    for later, earlier in permutations(atlas.topics, 2):
        own = {question.id for question in earlier.questions}
        if count := sum(not own.isdisjoint(atlas.needs[question.id]) for question in later.questions):
            lines.append(_edge(earlier.id, later.id, words.count("studio.question", count)))
    return _graph(lines)


def of_topic(atlas: CrossReferences, topic: Topic, words: Words) -> str:
    """The questions of a topic, those that hang on the same earlier ones in one box, and those that they hang on."""
    boxes = _boxes(atlas, topic)
    own = {question.id: name for name, box in boxes.items() for question in box}
    outside = {name for question in topic.questions for name in atlas.needs[question.id]}.difference(own)
    lines = [_node(q.id, q.id, "outside") for q in atlas.ruleset.questions if q.id in outside]
    for name, box in boxes.items():
        lines.append(_node(name, _box(box, words), "question"))
        for earlier in sorted({earlier for question in box for earlier in atlas.needs[question.id]}):
            source = own.get(earlier, earlier)
            if source != name:
                lines.append(_edge(source, name, earlier if len(boxes.get(source, ())) > 1 else ""))
    return _graph(lines)


def around(atlas: CrossReferences, question: Question, words: Words) -> str:
    """A question, what its being asked hangs on, and what hangs on it."""
    lines = [_node(question.id, _title(question), "centre")]
    for name in atlas.needs[question.id]:
        lines += [_node(name, _title(atlas.ruleset.question(name) or question), "question")]
        lines += [_edge(name, question.id, _label(name, question, words))]
    later = [q for q in atlas.ruleset.questions if q.id in atlas.leads_to[question.id]]
    for topic, group in groupby(later, lambda q: atlas.topic_of(q.id)):
        lines += _later(question, topic, list(group), words)
    if count := len(atlas.decides[question.id]):
        lines += [_node("decides:", words.count("studio.decides-count", count), "decides")]
        lines += [_edge(question.id, "decides:", "")]
    return _graph(lines)


def _later(centre: Question, topic: Topic, group: list[Question], words: Words) -> Iterator[str]:
    if len(group) > SEVERAL:
        yield _topic(f"topic:{topic.id}", topic.name, len(group), words)
        yield _edge(centre.id, f"topic:{topic.id}", "")
        return
    for question in group:
        yield _node(question.id, _title(question), "question")
        yield _edge(centre.id, question.id, _label(centre.id, question, words))


def _boxes(atlas: CrossReferences, topic: Topic) -> dict[str, list[Question]]:
    """Name of a box → the questions of the topic that hang on the same earlier ones; alone, a box has their name."""
    by_needs: dict[tuple[str, ...], list[Question]] = {}
    for question in topic.questions:
        by_needs.setdefault(atlas.needs[question.id], []).append(question)
    return {box[0].id: box for box in by_needs.values()}


def _box(box: list[Question], words: Words) -> str:
    if len(box) == 1:
        return _title(box[0])
    names = [question.id for question in box[:_LISTED]]
    if rest := len(box) - len(names):
        names.append(words("studio.more", count=rest))
    return "\n".join(names)


def _title(question: Question) -> str:
    return "\n".join([question.id, *wrap(question.ask, _WIDTH, max_lines=3, placeholder=" …")])


def _topic(node: str, name: str, count: int, words: Words) -> str:
    return _node(node, f"{name}\n{words.count('studio.question', count)}", "topic")


def _label(earlier: str, later: Question, words: Words) -> str:
    """What a later question asks for in the answer to an earlier one, as far as it fits; one line a test."""
    asked = [(test, holds) for test, holds in signed_tests(later.ask_if) if test.question == earlier]
    of_options = (found for option in later.options for found in signed_tests(option.show_if))
    shown = [(test, holds) for test, holds in of_options if test.question == earlier]
    return "\n".join(dict.fromkeys(_options(test, holds, words) for test, holds in asked or shown))


def _options(test: Test, holds: bool, words: Words) -> str:
    rest = len(test.options) - _NAMED
    text = ", ".join(test.options[:_NAMED]) + (f" {words('studio.more', count=rest)}" if rest > 0 else "")
    if test.mode == "none_of":
        text = words("studio.none-of", options=text)
    return text if holds else words("studio.not", options=text)


def _node(name: str, label: str, kind: str) -> str:
    return f"  {quoted(name)} [label={quoted(label)}, class={quoted(kind)}];"


def _edge(start: str, end: str, label: str) -> str:
    return f"  {quoted(start)} -> {quoted(end)}" + (f" [label={quoted(label)}];" if label else ";")


def _graph(lines: Iterable[str]) -> str:
    return _HEAD + "\n".join(lines) + "\n}\n"
