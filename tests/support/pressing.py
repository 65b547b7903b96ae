"""What the conversation's element sends and receives, for clients that are no browser.

As Streamlit 1.67 does it: a trigger of an element goes into a widget of its own, beside the element, as a list of
events in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from streamlit.components.v2.bidi_component.constants import EVENT_DELIM, INTERNAL_COMPONENT_NAME
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.common import user_key_from_element_id
from streamlit.runtime.state.session_state import STREAMLIT_INTERNAL_KEY_PREFIX

KEY = "conversation"
"""The key of the element."""
ELEMENT = INTERNAL_COMPONENT_NAME
"""The kind of the element among Streamlit's."""

Press = dict[str, Any]


def trigger(element: str, presses: Sequence[Press]) -> WidgetState:
    """Presses on the way to the server; `element` is Streamlit's id of the element."""
    return raw_trigger(element, {"presses": list(presses)})


def raw_trigger(element: str, value: object) -> WidgetState:
    """Whatever an element could send, sound or not."""
    widget = f"{STREAMLIT_INTERNAL_KEY_PREFIX}_{element}{EVENT_DELIM}events"
    return WidgetState(id=widget, json_trigger_value=json.dumps([{"event": "press", "value": value}]))


def is_conversation(element: str) -> bool:
    """Whether Streamlit's id is that of the conversation's element."""
    return user_key_from_element_id(element) == KEY
