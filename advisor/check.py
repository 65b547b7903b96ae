"""Says everything that is wrong with the content: what cannot be read, what does not hold, what cannot be proved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import mean
from time import perf_counter
from typing import Any

from advisor.draft import Draft, read_draft
from advisor.filing import misfiled
from advisor.model import Obligation, Ruleset
from advisor.people import Example, Persona
from advisor.proof.links import dead_links, shown
from advisor.proof.paper import speaking
from advisor.proof.problem import Given, Problem, Severity, problem
from advisor.proof.prove import Progress, Proof, prove, silent
from advisor.proof.prover import Prover, answering, beaten
from advisor.replay import Replay, next_question, replay
from advisor.strict_yaml import Mistake


@dataclass(frozen=True)
class Report:
    """`problems`: errors first, then by place. `counts`: what was read and asked, by name.

    `asked`: how many questions the examples answer, on average and at most. `today`: proven as of this day.
    """

    problems: tuple[Problem, ...]
    counts: dict[str, int]
    asked: tuple[float, int]
    today: date
    seconds: float

    @property
    def errors(self) -> int:
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def closing(self) -> str:
        """One line that says what was checked and with what result."""
        read = ", ".join(f"{self.counts[name]} {name}" for name in _READ)
        warnings = len(self.problems) - self.errors
        return (
            f"{read}: {self.errors} problems, {warnings} warnings. "
            f"{self.counts['proofs']:,} proofs over all answers in {self.seconds:.1f} s. "
            f"Answered questions: mean {self.asked[0]:.1f}, at most {self.asked[1]}."
        )

    @property
    def plain(self) -> dict[str, Any]:
        return {
            "today": self.today.isoformat(),
            "seconds": round(self.seconds, 2),
            "errors": self.errors,
            "warnings": len(self.problems) - self.errors,
            "counts": self.counts,
            "problems": [problem.plain for problem in self.problems],
        }


_READ = ("questions", "obligations", "notes", "sources", "examples")


def check(root: Path, today: date, progress: Progress = silent) -> Report:
    """Check all content below a folder, as of a day."""
    start = perf_counter()
    progress("reading")
    draft = read_draft(root)
    rules = draft.ruleset.on(today)
    proof = prove(rules, draft.groups, today, progress)
    progress("examples")
    replays = [replay(draft.ruleset, example, today) for example in draft.examples]
    found = [
        *proof.problems,
        *_out_of_force(draft.ruleset, today, proof.prover),
        *dead_links(proof.prover, _texts(draft), _known(draft)),
        *_examples(replays),
        *_unanswered(draft, replays, today),
        *_unfired(proof.prover, rules, replays),
        *misfiled(root),
    ]
    named = {(problem.rule, problem.about) for problem in found}
    found += [_of(mistake, proof.prover) for mistake in draft.mistakes if (mistake.rule, mistake.about) not in named]
    return Report(
        tuple(sorted(found, key=lambda p: (p.severity, p.file, p.line, p.rule, p.text))),
        _counts(draft, proof),
        _asked(replays),
        today,
        perf_counter() - start,
    )


def _counts(draft: Draft, proof: Proof) -> dict[str, int]:
    rules = draft.ruleset
    sizes = (rules.questions, rules.obligations, rules.notes, rules.sources, draft.examples)
    return {name: len(part) for name, part in zip(_READ, sizes, strict=True)} | {
        "groups": len(draft.groups),
        "proofs": proof.questions_asked,
    }


def _asked(replays: Iterable[Replay]) -> tuple[float, int]:
    steps = [replay.steps for replay in replays] or [0]
    return mean(steps), max(steps)


def _of(mistake: Mistake, prover: Prover) -> Problem:
    """A mistake of reading, with the answers under which it would have been seen."""
    answers = _seen(mistake, prover) or shown(prover, mistake.file)
    return Problem("error", mistake.rule, mistake.file, mistake.line, mistake.about, mistake.text, answers or {})


def _seen(mistake: Mistake, prover: Prover) -> Given | None:
    rules = prover.ruleset
    for place, statement in enumerate((*rules.obligations, *rules.notes)):
        if statement.id == mistake.about:
            circle = mistake.rule == "override-circle"
            return (prover.show(beaten(place)) if circle else None) or speaking(prover, place)
    for place, question in enumerate(rules.questions):
        if question.id == mistake.about:
            return prover.show(answering(place))
    return None


def _out_of_force(ruleset: Ruleset, today: date, prover: Prover) -> Iterator[Problem]:
    """Obligations whose last day is past: they never fire again."""
    for obligation in ruleset.obligations:
        until = obligation.valid.until
        if until is not None and until < today:
            text = f"'{obligation.id}' was in force until {until} and never fires again: remove it or correct the date"
            yield problem("out-of-force", obligation, text, _when_in_force(ruleset, obligation, prover))


def _when_in_force(ruleset: Ruleset, obligation: Obligation, _: Prover) -> Given | None:
    last_day = Prover(ruleset.on(obligation.valid.until or date.max))
    return speaking(last_day, last_day.ruleset.obligations.index(obligation))


def _texts(draft: Draft) -> dict[str, str]:
    paths = sorted(draft.root.glob("content/**/*.md"))
    return {path.relative_to(draft.root).as_posix(): path.read_text("utf-8") for path in paths}


def _known(draft: Draft) -> set[str]:
    """Every file of the content, and the pages of the app."""
    files = (path.relative_to(draft.root).as_posix() for path in draft.root.glob("content/**/*"))
    app = Path(__file__).resolve().parent.parent / "pages"
    return {*files, *(page.stem for page in app.glob("*.py"))}


def _examples(replays: Iterable[Replay]) -> Iterator[Problem]:
    for done in replays:
        example = done.example
        for text in done.differences:
            severity: Severity = "error" if example.confirmed else "warning"
            said = f"'{example.name}': {text}"
            yield Problem(severity, "example-fails", example.file, example.line, example.name, said, example.answers)
        if not example.confirmed:
            said = f"'{example.name}' is only proposed: agree with its verdicts and remove 'confirmed: false'"
            yield Problem("warning", "unconfirmed", example.file, example.line, example.name, said, example.answers)


def _unanswered(draft: Draft, replays: Iterable[Replay], today: date) -> Iterator[Problem]:
    """Examples and personas that are not finished; one problem for each question, for a new one concerns many."""
    lacking: dict[str, list[Example | Persona]] = {}
    for done in replays:
        lacking.setdefault(done.unanswered, []).append(done.example)
    for persona in draft.personas:
        lacking.setdefault(next_question(draft.ruleset, persona, today), []).append(persona)
    for question, people in lacking.items():
        if question:
            yield _unfinished(question, people)


def _unfinished(question: str, people: Sequence[Example | Persona]) -> Problem:
    first, *others = people
    who = f"'{first.name}' and {len(others)} more examples and personas leave" if others else f"'{first.name}' leaves"
    said = f"{who} the question '{question}' unanswered that could still change the result"
    how = f"; write an answer into all: python -m advisor answer {question}=OPTION" if others else ""
    return Problem("error", "unanswered", first.file, first.line, question, said + how, dict(first.answers))


def _unfired(prover: Prover, rules: Ruleset, replays: Iterable[Replay]) -> Iterator[Problem]:
    """Obligations in force that no confirmed example fires."""
    fired = {name for done in replays if done.example.confirmed for name in done.fired}
    for place, obligation in enumerate(rules.obligations):
        if obligation.id not in fired:
            yield problem("no-example", obligation, f"no example fires '{obligation.id}'", speaking(prover, place))
