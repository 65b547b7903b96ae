"""How far it still is: a range that never grows."""

from typing import Any

from advisor.content.library import Content
from advisor.rules.model import Question


def progress(content: Content, question: Question | None, done: int, left: int, promised: int = 0) -> dict[str, Any]:
    """Answered, and still to come at least and at most, the open question counted.

    What the examples of the content still had before them when this question was open; where they never met it, `left`:
    the questions that can change something as things stand. `promised`: how many it would be at most in all, as said
    before; 0 where nothing was said.
    """
    if question is None:
        return {"done": done, "least": 0, "most": 0}
    seen = content.proven.to_come.get(question.id) if content.proven else None
    least, most = seen or (1, left)
    most = max(most, left)
    if promised:
        most = max(1, min(most, promised - done))
    return {"done": done, "least": max(1, min(least, most)), "most": most}
