"""Coverage and reviews on the editors' screen."""

from functools import partial

import streamlit as st

from advisor.cross_references.inventory import Due, inventory, reviews
from advisor.screen.session.visit import Visit
from advisor.screen.studio import frame
from advisor.screen.studio.frame import escape

LEVELS = ("high", "medium", "low")


def coverage(visit: Visit) -> None:
    """What the examples cover, and how sure we are where."""
    atlas, words = frame.atlas(visit), visit.words
    counted = inventory(atlas)
    st.header(words["studio.coverage"], anchor=False)
    st.markdown(words("studio.counts", examples=len(atlas.examples), **frame.counts(atlas.ruleset)))
    st.markdown(words("studio.facts-count", facts=counted.facts, factless=counted.factless))
    if counted.without_example:
        st.warning(words.count("studio.covered-not", len(counted.without_example)))
        frame.in_pages(counted.without_example, "lacking", lambda s: frame.open_statement(visit, s, "lacking"))
    else:
        st.success(words["studio.covered-all"])
    st.subheader(words["studio.per-place"], anchor=False)
    names = ["place", "total", *LEVELS, "lacking"]
    rows = [f"| {' | '.join(words[f'studio.{name}'] for name in names)} |", "| --- |" + " ---: |" * (len(names) - 1)]
    for row in counted.jurisdictions:
        numbers = [row.total, *(row.confidence.get(level, 0) for level in LEVELS), row.without_example]
        rows.append(f"| {escape(row.name)} | {' | '.join(map(str, numbers))} |")
    st.markdown("\n".join(rows))


def review(visit: Visit) -> None:
    """Every statement, the one that is due first on top."""
    words, due = visit.words, reviews(frame.atlas(visit))
    st.header(words["studio.review"], anchor=False)
    overdue, soon = sum(item.overdue for item in due), sum(item.soon for item in due)
    st.markdown(words("studio.review-counts", overdue=overdue, soon=soon, all=len(due)))
    frame.in_pages(due, "review", partial(_row, visit))


def _row(visit: Visit, item: Due) -> None:
    words, found = visit.words, item.statement
    when = words("studio.review-row", date=found.review_by, state=frame.due(words, item.days))
    mark = f":red-badge[{escape(when)}]" if item.overdue else escape(when)
    source = visit.content.ruleset.sources[found.source].title
    label = f"**{escape(found.id)}**  \n{mark}  \n:small[{escape(frame.standing(visit, found))} · {escape(source)}]"
    frame.open_button(label, f"review-{found.id}", part="statements", id=found.id)
