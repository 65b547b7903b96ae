"""What a visitor shows the solver finds as well, and who breaks a rule of the conversation shows nothing."""

from __future__ import annotations

from hypothesis import given

from advisor.check.solver.all_answers import AllAnswers
from advisor.check.solver.circuit import Circuit
from advisor.check.solver.witnesses import Visitors, Witnesses
from advisor.rules.ruleset import Ruleset
from tests.properties.rulesets import rulesets


@given(rulesets())
def test_the_solver_agrees_with_whatever_a_visitor_shows(ruleset: Ruleset) -> None:
    visitors = Visitors(ruleset, [{question.id: (question.options[0].id,)} for question in ruleset.questions])
    for open_ in (False, True):
        cases = AllAnswers(ruleset, open_, visitors=visitors)
        assert cases.witnesses is not None
        wires = [cases.circuit.wire_of(wire) for wire in (*cases.planes.certain, *cases.planes.possible)]
        wires += [~wire for wire in wires]
        assert [wire for wire in wires if cases.witnesses.show([wire]) and not cases.circuit.can([wire])] == []


def test_a_visitor_counts_only_where_all_that_is_required_is_kept() -> None:
    circuit = Circuit()
    one, other, free = circuit.switch(), circuit.switch(), circuit.switch()
    seen = Witnesses(circuit, 0b111, {int(one): 0b011, int(other): 0b110})
    assert seen.show([one, other])
    assert seen.show([circuit.any_of([one, other, free])])
    assert not seen.show([free])
    circuit.require(~one, ~other)
    assert not seen.show([one, other])
    assert seen.show([one, ~other])
    assert not seen.show([circuit.both(one, other)])
