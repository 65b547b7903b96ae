"""Opens the pages on whatever content ADVISOR_CONTENT names, in a process of its own, and prints what stands there."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from tests.screens.walker import drawn, open_page, sound
from tests.support.new_basis import ANSWERS
from tests.support.visitor import link_of


def _texts(at: AppTest) -> list[str]:
    return [element.value for kind in (at.markdown, at.header, at.subheader, at.info) for element in kind]


recommendation = open_page("recommendation", link_of(ANSWERS))
studio = open_page("studio")
studio.query_params["part"], studio.query_params["id"] = "statements", "sea-fish"
statement = _texts(sound(studio.run()))
del studio.query_params["id"]
choices = [box.options for box in sound(studio.run()).selectbox]
print(json.dumps({"recommendation": drawn(recommendation), "statement": statement, "choices": choices}))
