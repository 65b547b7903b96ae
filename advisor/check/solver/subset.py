"""The part of a ruleset that a proof needs: small formulas keep the time of all proofs in line with the content."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from advisor.check.solver.advice_as_notes import without_advice
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset, Ties


def cone(ruleset: Ruleset, question: Question) -> Ruleset:
    """Only what may change with the answer to a question, with everything that takes part in deciding it."""
    graph = ruleset.depends
    reached = _closed([question.id], graph.leads_to)
    touched = {name for asked in reached for name in graph.decides[asked]}
    notes = {name for name in touched if name not in graph.losers}
    return part_of(ruleset, _closed(touched - notes, graph.losers), notes, reached)


def part_of(
    ruleset: Ruleset, obligations: Iterable[str] = (), notes: Collection[str] = (), questions: Iterable[str] = ()
) -> Ruleset:
    """Only these ids, with everything that takes part in deciding whether obligations stand and questions are asked.

    Without the `option` of its jurisdictions and without the advice, which may ask what is not in a part.
    """
    graph = ruleset.depends
    kept = _closed(obligations, graph.winners)
    named = set(questions).union(*(graph.about[name] for name in (*kept, *notes) if name in graph.about))
    asked = _closed(named, graph.needs)
    return replace(
        without_advice(ruleset),
        questions=tuple(q for q in ruleset.questions if q.id in asked),
        obligations=tuple(o for o in ruleset.obligations if o.id in kept),
        notes=tuple(n for n in ruleset.notes if n.id in notes),
        jurisdictions={name: j.model_copy(update={"option": None}) for name, j in ruleset.jurisdictions.items()},
    )


def _closed(names: Iterable[str], ties: Ties) -> set[str]:
    """These, and what they are tied to over any number of steps."""
    found: set[str] = set()
    ahead = list(names)
    while ahead:
        if (name := ahead.pop()) not in found:
            found.add(name)
            ahead += ties.get(name, ())
    return found
