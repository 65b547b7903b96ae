"""The answers on offer: large buttons for one choice, a confirmed list for several."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from advisor.rules.model import Option, Question
from advisor.screen.session import fields
from advisor.screen.session.visit import Visit
from advisor.verdicts.journey import shown_first, visible_options


def offer(visit: Visit, question: Question) -> None:
    """Show the answers of the open question."""
    options = visible_options(visit.rules, question, visit.answers)
    if question.kind == "one":
        _one(visit, question, options)
    else:
        _many(visit, question, options)


def _one(visit: Visit, question: Question, options: tuple[Option, ...]) -> None:
    present = visit.answers.get(question.id, ())
    for option in options:
        clicked = st.button(
            f"{option.label}  \n:small[{option.help}]" if option.help else option.label,
            key=f"answer-{question.id}-{option.id}",
            type="primary" if option.id in present else "secondary",
            width="stretch",
            on_click=visit.propose if visit.editing else visit.record,
            args=(question.id, (option.id,)),
        )
        # After a fail-over the new process does not know the callback; the button's value is the safety net.
        if clicked and visit.answers.get(question.id) != (option.id,):
            visit.record(question.id, (option.id,))
            st.rerun()


def _many(visit: Visit, question: Question, options: tuple[Option, ...]) -> None:
    keys = f"pick-{question.id}", f"more-{question.id}"
    with st.form(f"form-{question.id}", border=False, enter_to_submit=False):
        picked = _fields(visit, question, options, keys)
        clicked = st.form_submit_button(
            visit.words["conversation.continue"],
            key=f"answer-{question.id}-continue",
            type="primary",
            width="stretch",
            on_click=_confirm,
            args=(visit, question, keys),
        )
    if clicked and picked and visit.answers.get(question.id) != picked and not problem(visit, question, picked):
        visit.record(question.id, picked)
        st.rerun()


def _fields(visit: Visit, question: Question, options: tuple[Option, ...], keys: tuple[str, str]) -> tuple[str, ...]:
    words, present = visit.words, visit.answers.get(question.id, ())
    usual = shown_first(visit.rules, question, visit.answers)
    rest = [o for o in options if o not in usual]
    label, more = words["conversation.choose-many"], []
    picked = st.pills(label, selection_mode="multi", key=keys[0], **_on_offer(usual, present, _label))
    if rest:
        label, hint = words["conversation.more"], words["conversation.more-placeholder"]
        searched = [*rest, *(option for option in usual if option.help)]
        chosen = [option.id for option in rest if option.id in present]
        more = st.multiselect(label, placeholder=hint, key=keys[1], **_on_offer(searched, chosen, _searched))
    return _in_order(question, (*picked, *more))


def _on_offer(options: Sequence[Option], present: Sequence[str], read: Callable[[Option], str]) -> dict[str, Any]:
    """What a field offers: ids, `read` in words, those of the present answer chosen."""
    labels = {option.id: read(option) for option in options}
    chosen = [name for name in labels if name in present]
    return {"options": list(labels), "default": chosen, "format_func": labels.__getitem__}


def _label(option: Option) -> str:
    return option.label


def _searched(option: Option) -> str:
    """The list's own search reads what it shows: the words of the hint find the option, too."""
    return f"{option.label} ({option.help})" if option.help else option.label


def _in_order(question: Question, picked: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(option.id for option in question.options if option.id in picked)


def _confirm(visit: Visit, question: Question, keys: tuple[str, str]) -> None:
    picked = _in_order(question, fields.chosen(keys[0]) + fields.chosen(keys[1]))
    if text := problem(visit, question, picked):
        visit.warn(text)
    else:
        (visit.propose if visit.editing else visit.record)(question.id, picked)


def problem(visit: Visit, question: Question, picked: tuple[str, ...]) -> str:
    """What is wrong with this choice, or nothing."""
    if not picked:
        return visit.words["conversation.choose-nothing"]
    alone = next((o for o in question.options if (o.exclusive or o.unknown) and o.id in picked), None)
    if alone and len(picked) > 1:
        return visit.words("conversation.choose-conflict", option=alone.label)
    return ""
