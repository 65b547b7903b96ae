"""What fires for these answers, and which of them made it fire."""

from collections.abc import Iterable
from dataclasses import dataclass

from advisor.rules.basis import Asker
from advisor.rules.evaluator import Planes
from advisor.rules.model import Answers, Certificate, Obligation
from advisor.verdicts.relevance import Bounds


@dataclass(frozen=True)
class Finding:
    """An obligation that fires.

    `answers`: question id → the chosen options that made it fire. `certificate`: the other certificate that it
    names, unless an exception that is still open may name none.
    """

    obligation: Obligation
    answers: dict[str, tuple[str, ...]]
    certificate: Certificate | None

    @property
    def things(self) -> tuple[tuple[str, Asker], ...]:
        """Ids of what it makes the company have, and who asks for each, without a certificate that an open exception
        may spare."""
        paper = self.obligation.certificate
        spared = paper.id if paper and self.certificate is None else None
        return tuple(wanted for wanted in self.obligation.things if wanted[0] != spared)

    @property
    def pays(self) -> bool:
        """Whether nobody obliges the company, and yet something speaks for the certificate."""
        basis = self.obligation.basis
        return basis.asks and basis.owes == "nothing"


def findings(planes: Planes, so_far: Bounds, answers: Answers) -> list[Finding]:
    """All that certainly stands: the strongest first, the merely reported behind what is confirmed."""
    program = planes.program
    found = []
    for i in so_far.stands:
        obligation = program.ruleset.obligations[i]
        certificate = None if planes.may_be_overridden(i) & 1 else obligation.certificate
        found.append(Finding(obligation, _reasons(planes, program.fires[i], answers), certificate))
    return sorted(found, key=lambda f: (-f.obligation.basis.rank, f.obligation.confidence == "low"))


def only_reported(deciding: Iterable[Obligation]) -> bool:
    """Whether there are some and all of them are only reported, not confirmed."""
    return {obligation.confidence for obligation in deciding} == {"low"}


def certificates(found: Iterable[Finding]) -> dict[str, tuple[Certificate, Finding]]:
    """Id of each other certificate that is really needed → the certificate and the first finding that names it."""
    named: dict[str, tuple[Certificate, Finding]] = {}
    for finding in found:
        if certificate := finding.certificate:
            named.setdefault(certificate.id, (certificate, finding))
    return named


def _reasons(planes: Planes, node: int, answers: Answers) -> dict[str, tuple[str, ...]]:
    """Question id → the chosen options that certainly hold in this condition."""
    nodes, questions = planes.program.nodes, planes.program.ruleset.questions
    reasons: dict[str, tuple[str, ...]] = {}
    stack = [node]
    while stack:
        at = nodes[stack.pop()]
        if at.kind == "not":
            continue
        if at.question >= 0:
            chosen = answers.get(questions[at.question].id, ())
            hit = chosen if at.kind == "none_of" else tuple(o for o in chosen if o in at.options)
            if hit:
                old = reasons.get(questions[at.question].id, ())
                reasons[questions[at.question].id] = old + tuple(o for o in hit if o not in old)
            continue
        stack.extend(part for part in at.parts if planes.certain[part] & 1)
    places = planes.program.unknown_options
    return dict(sorted(reasons.items(), key=lambda item: places[item[0]][0]))
