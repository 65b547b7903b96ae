"""The conversation: one question at a time, until nothing is left that could change the result."""

from advisor.screen import shell
from advisor.screen.assessment import element

visit = shell.begin()
element.show(visit)
