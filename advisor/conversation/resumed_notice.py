"""What is told to who comes back by a link."""

from advisor.assessment.assessment import Assessment
from advisor.sharing.link import Resumed, asked_anew
from advisor.summary.wording import listed

NAMED = 3
"""New questions that are named to who comes by an older link; the conversation asks the others in their turn."""


def resumed_notice(assessment: Assessment, resumed: Resumed) -> str:
    """What is different for who comes by an older link: answers that no longer exist, questions that are new."""
    words = assessment.content.words
    if resumed.damaged:
        return words.count("conversation.damaged-part", len(resumed.answers))
    if resumed.same_content and not resumed.dropped:
        return ""
    new = asked_anew(assessment.rules, resumed)
    told = [words.count("conversation.dropped", len(resumed.dropped))] if resumed.dropped else []
    if new:
        names = [words("conversation.quoted", question=question.ask) for question in new[:NAMED]]
        others = [words.count("change.others", len(new) - NAMED)] if len(new) > NAMED else []
        told.append(words.count("conversation.new-questions", len(new), questions=listed(names + others, words)))
    return " ".join(told or [words["conversation.updated"]])
