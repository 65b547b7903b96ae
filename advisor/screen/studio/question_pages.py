"""The questions of the editors' screen: as a picture with its twin in words, and one by one."""

from functools import partial
from typing import get_args

import streamlit as st

from advisor.cross_references import question_graph
from advisor.cross_references.dependencies import CrossReferences
from advisor.rules.model import Controller, Option, Question
from advisor.screen.session.visit import Visit
from advisor.screen.studio import frame
from advisor.screen.studio.frame import escape

SAID_KEYS = {"studio.kind-{}": ("one", "many"), "studio.controlled-{}": get_args(Controller)}


def topics(visit: Visit, chosen: str) -> None:
    """All topics, or the questions of one."""
    atlas, words = frame.atlas(visit), visit.words
    topic = next((topic for topic in atlas.topics if topic.id == chosen), None)
    st.header(topic.name if topic else words["studio.overview"], anchor=False)
    names = {"": words["studio.all-topics"], **{topic.id: topic.name for topic in atlas.topics}}
    frame.pills(words["studio.topic"], names, "topic", topic.id if topic else "", kwargs={"part": "questions"})
    if topic:
        _picture(visit, question_graph.of_topic(atlas, topic, words), words("studio.topic-alt", topic=topic.name))
        frame.in_pages(topic.questions, f"topic-{topic.id}", partial(_row, visit), length=25)
    else:
        _picture(visit, question_graph.overview(atlas, words), words["studio.overview-alt"])
        _overview(visit, atlas)


def _picture(visit: Visit, dot: str, alt: str) -> None:
    st.graphviz_chart(dot, width="stretch", alt=alt)
    st.markdown(f":small[{visit.words['studio.picture']}]")


def _overview(visit: Visit, atlas: CrossReferences) -> None:
    for topic in atlas.topics:
        own = {question.id for question in topic.questions}
        needed = {atlas.topic_of(n).name for name in own for n in atlas.needs[name] if n not in own}
        others = [other.name for other in atlas.topics if other.name in needed]
        lines = [f"**{escape(topic.name)}**", visit.words.count("studio.question", len(topic.questions))]
        if others:
            lines.append(f":small[{escape(visit.words('studio.hangs-on', names=', '.join(others)))}]")
        frame.open_button("  \n".join(lines), f"topic-{topic.id}", part="questions", topic=topic.id)


def _row(visit: Visit, question: Question) -> None:
    atlas, words = frame.atlas(visit), visit.words
    names = ", ".join(atlas.needs[question.id])
    hangs = words("studio.hangs-on", names=names) if names else words["studio.always-asked"]
    label = f"**{escape(question.id)}**  \n{escape(question.ask)}  \n:small[{escape(hangs)}]"
    frame.open_button(label, f"row-{question.id}", part="questions", id=question.id)


def question(visit: Visit, item: str) -> None:
    """One question with everything that hangs on it."""
    atlas, words = frame.atlas(visit), visit.words
    found = atlas.ruleset.question(item)
    if found is None:
        frame.gone(visit, item)
        return
    topic = atlas.topic_of(item)
    frame.open_button(f"← {escape(topic.name)}", "up", part="questions", topic=topic.id)
    st.header(found.ask, anchor=False)
    _about(visit, found)
    _picture(visit, question_graph.around(atlas, found, words), words("studio.around-alt", id=found.id))
    st.subheader(words["studio.asked-when"], anchor=False)
    frame.condition(visit, found.ask_if)
    _options(visit, found)
    _later(visit, atlas, found)
    _decides(visit, atlas, found)


def _about(visit: Visit, found: Question) -> None:
    words = visit.words
    who = words("studio.controlled", who=words[f"studio.controlled-{found.controlled_by}"])
    facts = [found.id, words[f"studio.kind-{found.kind}"], who]
    facts += [words["studio.mark-always"]] if found.always else []
    lines = [f":small[{escape(' · '.join(facts))}]", escape(found.why), escape(found.help)]
    lines.append(f":small[{escape(words('studio.written', file=found.file, line=found.line))}]")
    st.markdown("\n\n".join(line for line in lines if line))


def _options(visit: Visit, found: Question) -> None:
    st.subheader(visit.words["studio.answers"], anchor=False)
    st.markdown("\n".join(f"- {_option(visit, option)}" for option in found.options))
    for option in found.options:
        if option.show_if is not None:
            with st.expander(escape(visit.words("studio.shown-when", option=option.label))):
                frame.condition(visit, option.show_if)
        if option.usual_if is not None:
            with st.expander(escape(visit.words("studio.first-when", option=option.label))):
                frame.condition(visit, option.usual_if)


def _option(visit: Visit, option: Option) -> str:
    behind = [option.id, *_marks(visit, option)]
    label = f"**{escape(option.label)}**" + (f": {escape(option.help)}" if option.help else "")
    return f"{label} :small[({escape('; '.join(behind))})]"


def _marks(visit: Visit, option: Option) -> list[str]:
    words = visit.words
    marks = {
        "exclusive": option.exclusive,
        "usual": option.usual,
        "neutral": option.neutral,
        "sometimes": option.show_if is not None,
    }
    named = [words[f"studio.mark-{name}"] for name, marked in marks.items() if marked]
    named += [words("studio.mark-months", months=option.months)] if option.months is not None else []
    return [words("studio.mark-unknown", whom=option.ask_whom), *named] if option.unknown else named


def _later(visit: Visit, atlas: CrossReferences, found: Question) -> None:
    if later := atlas.leads_to[found.id]:
        st.subheader(f"{visit.words['studio.leads-to']} ({len(later)})", anchor=False)
        with st.expander(", ".join(later[:6]) + (" …" if len(later) > 6 else "")):
            for name in later:
                frame.open_question(visit, name, "later")


def _decides(visit: Visit, atlas: CrossReferences, found: Question) -> None:
    words, decided = visit.words, atlas.decides[found.id]
    st.subheader(f"{words['studio.decides']} ({len(decided)})", anchor=False)
    if not decided:
        st.markdown(words["studio.decides-none"])
    frame.in_pages(decided, f"decides-{found.id}", lambda s: frame.open_statement(visit, s, "decides"), length=8)
    if atlas.reaches[found.id]:
        st.markdown(words.count("studio.reaches", atlas.reaches[found.id]))
