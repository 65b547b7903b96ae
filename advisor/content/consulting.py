"""What only the consultant reads: objections to expect, questions to ask next, offers that the result calls for."""

from collections.abc import Iterator, Sequence
from typing import Literal

from advisor.reading.reader import Reader, duplicates, nearest
from advisor.reading.record import Id
from advisor.reading.strict_yaml import Mistake
from advisor.rules.answer_problems import check_condition
from advisor.rules.basis import NamedBases
from advisor.rules.conditions import Condition
from advisor.rules.model import Conditional, Ids, Text
from advisor.rules.ruleset import Ruleset

FILE = "content/consulting.yaml"


class ConsultingEntry(Conditional):
    """`say`: the objection, question or offer. `answer`: what to reply, or why.

    It counts where `when` holds, one of `bases` is the strongest verdict and one of `certificates` is named; what is
    left out asks for nothing. An offer must name certificates or a condition: nothing is offered at random.
    """

    id: Id
    kind: Literal["objection", "question", "offer"]
    say: Text
    answer: Text
    when: Condition | None = None
    bases: NamedBases = ()
    certificates: Ids = ()


def read_consulting(reader: Reader, ruleset: Ruleset) -> tuple[ConsultingEntry, ...]:
    """All of it, checked; none where the file does not exist, for an operator may do without."""
    if not (reader.root / FILE).exists():
        return ()
    found = reader.list_of(ConsultingEntry, FILE)
    reader.mistakes += [*duplicates("counsel", found), *_mistakes(found, ruleset)]
    return tuple(found)


def _mistakes(found: Sequence[ConsultingEntry], ruleset: Ruleset) -> Iterator[Mistake]:
    certificates = ruleset.ids["certificate"]
    for entry in found:
        texts = list(check_condition(entry.when, ruleset.question_by_id))
        missing = [name for name in entry.certificates if name not in certificates]
        texts += [f"no obligation names the certificate '{name}'{nearest(name, certificates)}" for name in missing]
        if entry.kind == "offer" and not (entry.certificates or entry.when):
            texts.append("an offer must say for which certificates or answers it is made")
        yield from (Mistake(entry.file, entry.line, f"'{entry.id}': {text}") for text in texts)
