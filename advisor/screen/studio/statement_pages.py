"""Obligations, notes and sources on the editors' screen: what each says, when, on what ground, and how to try it."""

from datetime import date
from functools import partial

import streamlit as st

from advisor.check.solver.prover import Prover
from advisor.check.texts.citations import speaking
from advisor.content.people import Example
from advisor.cross_references.dependencies import AnyStatement, CrossReferences
from advisor.rules.conditions import tests
from advisor.rules.model import Answers, Obligation
from advisor.screen.session.visit import Visit
from advisor.screen.studio import frame
from advisor.screen.studio.frame import escape

SAID_KEYS = {"studio.filter-{}": ("kind", "place", "basis", "confidence")}

FIRST = 5
"""Examples that are shown at once."""


def choose(visit: Visit) -> None:
    """All obligations and notes, narrowed down by what an editor knows of them."""
    atlas, words = frame.atlas(visit), visit.words
    st.header(words["studio.kind-obligation"], anchor=False)
    wanted = _filters(visit, atlas)
    found = [s for s in atlas.statements.values() if all(w in ("", t) for w, t in zip(wanted, _traits(s), strict=True))]
    st.markdown(words.count("studio.found", len(found)))
    frame.in_pages(found, f"statements-{'-'.join(wanted)}", lambda s: frame.open_statement(visit, s, "list"))


def _traits(statement: AnyStatement) -> tuple[str, str, str, str]:
    basis = statement.basis.id if isinstance(statement, Obligation) else ""
    kind = "obligation" if isinstance(statement, Obligation) else "note"
    return kind, statement.jurisdiction or "", basis, statement.confidence


def _filters(visit: Visit, atlas: CrossReferences) -> tuple[str, ...]:
    words, rules = visit.words, atlas.ruleset
    used = {statement.jurisdiction for statement in atlas.statements.values()}
    places = {name: j.name for name, j in rules.jurisdictions.items() if name in used}
    choices = {
        "kind": {kind: words[f"studio.kind-{kind}"] for kind in ("obligation", "note")},
        "place": dict(sorted(places.items(), key=lambda item: item[1])),
        "basis": {basis.id: words[f"basis.{basis}"] for basis in reversed(rules.bases)},
        "confidence": {name: words[f"studio.{name}"] for name in ("high", "medium", "low")},
    }
    columns = [*st.columns(2), *st.columns(2)]
    wanted = []
    for column, (name, labels) in zip(columns, choices.items(), strict=True):
        with column:
            wanted.append(frame.narrowed(words[f"studio.filter-{name}"], {"": words["studio.any"], **labels}, name))
    return tuple(wanted)


def statement(visit: Visit, item: str) -> None:
    """One obligation or note with everything behind it."""
    atlas = frame.atlas(visit)
    found = atlas.statements.get(item)
    if found is None:
        frame.gone(visit, item)
        return
    _says(visit, atlas, found)
    _trial(visit, atlas, found)
    _conditions(visit, atlas, found)
    _paper(visit, atlas, found)
    _rivals(visit, atlas, found)
    _examples(visit, atlas, found)


def _says(visit: Visit, atlas: CrossReferences, found: AnyStatement) -> None:
    names = {standard.id: standard.name for standard in atlas.ruleset.standards}
    own = [found.standard] if isinstance(found, Obligation) else found.standards
    st.header(found.id, anchor=False)
    with st.container(horizontal=True):
        st.badge(frame.kind_of(visit, found), color=found.basis.badge if isinstance(found, Obligation) else "gray")
        place = atlas.ruleset.jurisdictions.get(found.jurisdiction or "")
        named = [place.name if place else "", ", ".join(names[name] for name in own)]
        st.markdown(escape(" · ".join(part for part in named if part)), width="content")
    lines = [escape(frame.said(found))]
    if isinstance(found, Obligation) and found.misconception:
        lines.append(f"**{visit.words['result.belief']}:** {escape(found.misconception)}")
    if isinstance(found, Obligation) and found.certificate:
        certificate = found.certificate
        lines.append(escape(visit.words("studio.certificate", name=certificate.name, issuer=certificate.issuer)))
    lines.append(f":small[{escape(visit.words('studio.written', file=found.file, line=found.line))}]")
    st.markdown("\n\n".join(lines))


def _trial(visit: Visit, atlas: CrossReferences, found: AnyStatement) -> None:
    words = visit.words
    if not atlas.in_force(found):
        open_end = words["studio.open-end"]
        first, last = found.valid.from_ or open_end, found.valid.until or open_end
        st.warning(words("studio.not-in-force", first=first, last=last))
        return
    examples = atlas.fired_by[found.id]
    answers = examples[0].answers if examples else _witness(visit, atlas.today, found.id)
    if not answers:
        st.warning(words["studio.no-try"])
        return
    frame.try_link(visit, answers, words["studio.try"], "go-try", words["studio.try-help"])
    with st.expander(words["studio.try-answers"]):
        frame.answers(visit, answers)


@st.cache_resource(show_spinner=False, max_entries=500)
def _witness(_visit: Visit, day: date, item: str) -> Answers:
    """The fewest answers that make a statement speak on a day, found by the proof; none if there are none."""
    rules = _visit.content.ruleset.on(day)
    ids = [statement.id for statement in rules.statements]
    return speaking(Prover(rules), ids.index(item)) or {}


def _conditions(visit: Visit, atlas: CrossReferences, found: AnyStatement) -> None:
    st.subheader(visit.words["studio.conditions"], anchor=False)
    frame.condition(visit, found.when)
    if found.unless is not None:
        st.subheader(visit.words["studio.unless"], anchor=False)
        frame.condition(visit, found.unless)
    used = {test.question for part in (found.when, found.unless) for test in tests(part)}
    if used:
        with st.expander(f"{visit.words['studio.uses']} ({len(used)})"):
            for question in atlas.ruleset.questions:
                if question.id in used:
                    frame.open_question(visit, question.id, "uses")


def _paper(visit: Visit, atlas: CrossReferences, found: AnyStatement) -> None:
    words, behind = visit.words, atlas.ruleset.sources[found.source]
    st.subheader(words["studio.source"], anchor=False)
    lines = [f"[{escape(behind.title)}]({behind.link})"]
    if found.cite:
        lines.append(escape(words("studio.cites", cite=", ".join(found.cite))))
    checked = words("studio.checked", date=found.checked, due=found.review_by)
    lines.append(escape(f"{checked} ({frame.due(words, (found.review_by - atlas.today).days)})"))
    lines.append(escape(words[f"confidence.{found.confidence}"]))
    if found.facts:
        lines.append(escape(words("studio.facts", facts=", ".join(found.facts))))
    st.markdown("\n".join(f"- {line}" for line in lines))
    frame.open_button(words["studio.source-open"], "source", part="sources", id=behind.id)


def _rivals(visit: Visit, atlas: CrossReferences, found: AnyStatement) -> None:
    if not isinstance(found, Obligation):
        return
    for key, names in (("overrides", found.overrides), ("beaten-by", atlas.ruleset.depends.winners[found.id])):
        if names:
            with st.expander(f"{visit.words[f'studio.{key}']} ({len(names)})"):
                for name in names:
                    frame.open_statement(visit, atlas.statements[name], key)


def _examples(visit: Visit, atlas: CrossReferences, found: AnyStatement) -> None:
    words, examples = visit.words, atlas.fired_by[found.id]
    st.subheader(f"{words['studio.examples']} ({len(examples)})", anchor=False)
    if not examples:
        st.markdown(words["studio.example-none"])
    frame.in_pages(examples, f"examples-{found.id}", partial(_example, visit), length=FIRST)


def _example(visit: Visit, example: Example) -> None:
    key = f"try-{example.file.split('/')[-1][:-5]}-{example.line}"
    frame.try_link(visit, example.answers, escape(example.name), key)


def source(visit: Visit, item: str) -> None:
    """One source and what rests on it."""
    atlas, words = frame.atlas(visit), visit.words
    found = atlas.ruleset.sources.get(item)
    if found is None:
        frame.gone(visit, item)
        return
    st.header(found.title, anchor=False)
    lines = [f"[{escape(found.link)}]({found.link})"]
    if found.version:
        lines.append(escape(words("studio.source-version", version=found.version)))
    read = words[f"read.{found.read}"]
    lines.append(escape(words("studio.source-checked", date=found.checked, by=found.by, read=read)))
    lines.append(escape(words("studio.written", file=found.file, line=found.line)))
    st.markdown("\n".join(f"- {line}" for line in lines))
    cited = atlas.cited_in[item]
    st.subheader(f"{words['studio.cited-in']} ({len(cited)})", anchor=False)
    frame.in_pages(cited, f"cited-{item}", lambda s: frame.open_statement(visit, s, "cited"))
