"""Says the difference between two contents as an editor reads it on the command line."""

from collections.abc import Iterable, Iterator, Sequence

from advisor.check.content_diff import Difference, Kind, range_text
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset


def in_words(difference: Difference, new: Ruleset, old: Ruleset) -> Iterator[str]:
    """The difference as an editor reads it; nothing for a pure rewording."""
    if difference.empty:
        return
    yield from (f"New question: {name}" for name in difference.new_questions)
    yield from (f"Question gone: {name}" for name in difference.gone_questions)
    yield f"{len({(c.kind, c.name) for c in difference.changed})} of {difference.cases} examples and personas change."
    for change in difference.changed:
        reasons = f", because of {', '.join(change.because)}" if change.because else ""
        moved = f"{change.standard} {range_text(change.before)} → {range_text(change.after)}"
        yield f"  {change.kind} '{change.name}': {moved}{reasons}"
    shares = (("random visitors", difference.sampled), ("one answer from an example", difference.enumerated))
    for name, share in shares:
        yield f"{share.verdicts:,} of {share.visitors:,} {name} get another verdict, {share.findings:,} other findings."
    yield from _smallest(difference.kinds, [*new.questions, *old.questions])


def _smallest(kinds: Sequence[Kind], questions: Iterable[Question]) -> Iterator[str]:
    labels: dict[str, Question] = {}
    for question in questions:
        labels.setdefault(question.id, question)
    yield f"{len(kinds)} kinds of change over all answers, each with its smallest case:"
    for kind in kinds:
        yield f"  {kind.about}: {kind.before} → {kind.after}"
        for name, chosen in kind.answers.items():
            texts = (option.label for option in labels[name].options if option.id in chosen)
            yield f"      {labels[name].ask} {', '.join(texts)}"
