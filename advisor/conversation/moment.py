"""Where a visit stands in the conversation, apart from its answers."""

from typing import NamedTuple

BESIDE = ("explanations", "verify")
"""Pages beside the conversation, to be reached from each of the others."""


class Moment(NamedTuple):
    """`taken`: the highest number of a press that was dealt with. `editing`: id of the earlier answer that is open for
    change, `proposed`: another answer to it, not agreed to yet. `promised`: how many questions it would
    be at most in all, as was said before. `both_right`: ids of the contradictions of which the
    visitor said that both answers are right. `token`: the answers as in the address. `origins`: the host pages that
    may be told height and state."""

    taken: int = 0
    editing: str = ""
    proposed: tuple[str, ...] = ()
    notice: str = ""
    undo: bool = False
    promised: int = 0
    both_right: frozenset[str] = frozenset()
    token: str = ""
    origins: tuple[str, ...] = ()
