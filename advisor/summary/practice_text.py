"""How the certificates that are really needed and not there yet are got, as far as a source says so."""

from collections.abc import Iterable, Iterator

from advisor.assessment.assessment import Assessment
from advisor.needs.need import Need
from advisor.rules.practice_model import PARTS, Practice, PracticeLine
from advisor.summary.need_wording import name_of
from advisor.summary.provision import reference_of
from advisor.summary.summary_data import PracticeLineText, PracticeText
from advisor.summary.verdict_data import Reference

SAID_KEYS = {"practice.{}": PARTS}
MOST = 3
"""The first needs come first; who needs more reads about the others when these are under way."""


def practice_of(assessment: Assessment) -> tuple[PracticeText, ...]:
    """Of each way to get something once, though several things are got in it."""
    found: dict[str, PracticeText] = {}
    for need, practice in _to_get(assessment):
        if practice.id not in found:
            found[practice.id] = _text(assessment, need, practice)
    return tuple(found.values())[:MOST]


def _to_get(assessment: Assessment) -> Iterator[tuple[Need, Practice]]:
    """Nothing that is held, that another must have, or that the company may as well leave."""
    known = assessment.rules.practice_of
    for need in assessment.advice.needs:
        thing = need.thing
        if thing is None or need.kind != thing.kind or need.stand.counts or need.optional or need.who != "we":
            continue
        practice = known.get(thing.id)
        if practice and not practice.left_out:
            yield need, practice


def _text(assessment: Assessment, need: Need, practice: Practice) -> PracticeText:
    words, name = assessment.content.words, name_of(need)
    known = [(part, line, _reference(assessment, line)) for part, line in practice.lines()]
    references = _joined(reference for *_, reference in known)
    places = {key: place for place, key in enumerate(references, 1)}
    lines = (
        PracticeLineText(
            part=part,
            label=words[f"practice.{part}"],
            texts=line.say,
            link=line.link or "",
            origin=places[_alike(reference)],
            reported=words["practice.reported"] if line.confidence == "low" else "",
        )
        for part, line, reference in known
    )
    whole = tuple(references.values())
    return PracticeText(id=practice.id, name=name[:1].upper() + name[1:], lines=tuple(lines), references=whole)


def _joined(references: Iterable[Reference]) -> dict[tuple[str, str], Reference]:
    """Each source once for each way in which it is known, with all its clauses."""
    found: dict[tuple[str, str], Reference] = {}
    for reference in references:
        known = found.setdefault(_alike(reference), reference)
        cite = tuple(dict.fromkeys((*known.cite, *reference.cite)))
        found[_alike(reference)] = known.model_copy(update={"cite": cite})
    return found


def _alike(reference: Reference) -> tuple[str, str]:
    return reference.source, reference.told


def _reference(assessment: Assessment, line: PracticeLine) -> Reference:
    """The content was refused where a line had no source."""
    content = assessment.content
    return reference_of(line, content.ruleset.sources[line.source or ""], content.words, assessment.day)
