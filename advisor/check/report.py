"""Says everything that is wrong with the content: what cannot be read, what does not hold, what cannot be proved."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from statistics import mean
from time import perf_counter
from typing import Any

from advisor.check.cases.example_problems import case_problems
from advisor.check.cases.replay import Replay, replay
from advisor.check.cases.still_to_come import still_to_come
from advisor.check.lint import lint
from advisor.check.needs.answer_lengths import long_answers
from advisor.check.needs.possible_needs import told
from advisor.check.needs.practice_told import practice_told
from advisor.check.problem import Given, Problem, Severity, problem
from advisor.check.proofs.prove import Progress, prove, silent
from advisor.check.readable_content import ReadableContent, read_what_can_be_read
from advisor.check.research_coverage import REMARKS, Remark
from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.prover import Prover, answering, beaten
from advisor.check.texts.citations import speaking
from advisor.check.texts.page_texts import flawed_pages, shown
from advisor.check.texts.unused_figures import unused_figures
from advisor.check.unread_files import unread_files
from advisor.reading.reader import Reader
from advisor.reading.strict_yaml import Mistake
from advisor.rules.ruleset import Ruleset


@dataclass(frozen=True)
class Report:
    """`problems`: errors first, of them what cannot be read, causes before what follows from them, then by place.

    `counts`: what was read and asked, by name.
    `asked`: how many questions the examples answer, on average and at most. `today`: proven as of this day.
    """

    problems: tuple[Problem, ...]
    counts: dict[str, int]
    asked: tuple[float, int]
    today: date
    seconds: float
    to_come: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Question → how many were still to come at least and at most when it was open."""

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


def check(root: Path, today: date, progress: Progress = silent, processes: int = 1) -> Report:
    """Check all content below a folder, as of a day. `processes`: how many work at it."""
    start = perf_counter()
    progress("reading")
    draft = read_what_can_be_read(root)
    rules = draft.ruleset.on(today)
    companies = [example.answers for example in draft.examples]
    proof = prove(rules, draft.groups, today, progress, companies, [partial(_replays, draft, today)], processes)
    (replays,) = proof.beside
    pages = sorted(root.glob("content/**/*.md"))
    texts = {page.relative_to(root).as_posix(): page.read_text("utf-8", "replace") for page in pages}
    found = [
        *proof.problems,
        *_out_of_force(draft.ruleset, today),
        *long_answers(rules, draft.words),
        *practice_told(rules),
        *flawed_pages(proof.prover, texts, _known(draft)),
        *case_problems(draft, replays, rules, proof.prover, today),
        *unread_files(root),
        *unused_figures(root, rules, today),
    ]
    named = {(problem.rule, problem.about) for problem in found}
    unnamed = [mistake for mistake in draft.mistakes if (mistake.rule, mistake.about) not in named]
    found += [_of(mistake, proof.prover) for mistake in (*unnamed, *_remarks(root))]
    found += [_of(mistake, proof.prover, severity) for severity, mistake in lint(draft, today)]
    counts = {name: len(getattr(draft.ruleset, name)) for name in _READ[:-1]}
    paths = [replay.path for replay in replays if replay.example.visit]
    steps = [len(path) for path in paths] or [0]
    return Report(
        tuple(sorted(found, key=lambda p: (p.severity, not p.unread, p.follows, p.file, p.line, p.rule, p.text))),
        counts | {"examples": len(draft.examples), "groups": len(draft.groups), "proofs": proof.prover.asked},
        (mean(steps), max(steps)),
        today,
        perf_counter() - start,
        still_to_come(paths),
    )


def _replays(draft: ReadableContent, today: date) -> list[Replay]:
    return [replay(draft.ruleset, example, today) for example in draft.examples]


def _remarks(root: Path) -> list[Mistake]:
    """What is wrong with the remarks on researched facts, which the app does not read."""
    reader = Reader(root)
    if (root / REMARKS).exists():
        reader.list_of(Remark, REMARKS)
    return reader.mistakes


def _of(mistake: Mistake, prover: Prover, severity: Severity = "error") -> Problem:
    """A mistake of reading, with the answers under which it would have been seen."""
    answers = _seen(mistake, prover) or shown(prover, mistake.file)
    return Problem(severity, mistake.rule, mistake.file, mistake.line, mistake.about, mistake.text, answers or {})


def _seen(mistake: Mistake, prover: Prover) -> Given | None:
    rules = prover.ruleset
    for place, statement in enumerate(rules.statements):
        if statement.id == mistake.about:
            circle = mistake.rule == "override-circle"
            return (prover.show(beaten(place)) if circle else None) or speaking(prover, place)
    for place, rule in enumerate(rules.needs):
        if rule.id == mistake.about:
            return prover.show(partial(_needing, place))
    for place, question in enumerate(rules.questions):
        if question.id == mistake.about:
            return prover.show(answering(place))
    return None


def _needing(place: int, cases: AllAnswers) -> list[int]:
    return [told(cases, place)]


def _out_of_force(ruleset: Ruleset, today: date) -> Iterator[Problem]:
    """Obligations whose last day is past: they never fire again."""
    for obligation in ruleset.obligations:
        until = obligation.valid.until
        if until is not None and until < today and obligation.valid.covers(until):
            text = f"'{obligation.id}' was in force until {until} and never fires again: remove it or correct the date"
            last_day = Prover(ruleset.on(until))
            answers = speaking(last_day, last_day.ruleset.obligations.index(obligation))
            yield problem("out-of-force", obligation, text, answers)


def _known(draft: ReadableContent) -> set[str]:
    """Every file of the content, and the pages of the app."""
    files = (path.relative_to(draft.root).as_posix() for path in draft.root.glob("content/**/*"))
    app = Path(__file__).resolve().parents[2] / "pages"
    return {*files, *(page.stem for page in app.glob("*.py"))}
