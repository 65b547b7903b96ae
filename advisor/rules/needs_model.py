"""What a company may have to have, do or clear up, as editors write it: things, rules of needs, and answers."""

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, StringConstraints, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from advisor.reading.record import Id, Record
from advisor.rules.conditions import NEVER, Condition
from advisor.rules.model import Conditional, Confidence, Flag, Ids, Texts
from advisor.rules.validity import Validity

Kind = Literal[
    "system", "certificate", "approval", "registration", "declaration", "file", "stop", "keep", "decide", "clarify"
]
"""What it is: something to have, or something to stop, to keep, to decide, or to ask."""
Wanted = Literal["law", "authority", "contract", "tender", "register", "scheme", "funder", "customer", "trade", "own"]
"""Who wants it, from the law of a place to the company's own reasons."""
Firmness = Literal["binding", "asked", "usual", "own"]
Holder = Literal["we", "maker", "laboratory", "subcontractor", "group", "site"]
"""Who must have it."""
Standing = Literal["missing", "met", "defect", "partly", "unknown"]
"""Where the company stands; `defect`: held, but it does not count."""
Moment = Literal["overdue", "in-force", "deadline", "past", "owed", "before", "none"]
"""When it is due; `deadline`: by the day that the visitor named; `past`: that day is over."""
BRIEF_WORDS = 4
"""Of the name of a thing that any headline has room for."""
Brief = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, max_length=320)]
"""One or two sentences; may be left out."""


class StandingRule(Conditional):
    """One way to stand to a thing. `say`: what is held; `mend`: what makes it count, for a defect or a part."""

    instead: ClassVar = {"when": {"when": NEVER}}
    when: Condition
    standing: Standing
    say: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    mend: Sentence = ""


class Thing(Record):
    """What a company may have: a system, a certificate, an approval, a file.

    `name`: as it is called in a heading and in a sentence, without an article. `standard`: the one whose figures of
    effort are its own; else `takes` says what is known. `who_knows`: who can say whether the company has it.
    `stands`: the first that certainly holds tells where the company stands. `like`: lists of standings that many things
    have in common; they come first. `held`: the options that say that it is held; `issuer`: who issued it, as in a
    sentence. `instead`: the way out where a demand names it, in place of what rules say of any certificate.
    """

    id: Id
    kind: Kind
    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=90)]
    standard: Id | None = None
    takes: Sentence = ""
    who_knows: Brief = ""
    like: Ids = ()
    held: Ids = ()
    issuer: Brief = "your certifier"
    instead_do: Sentence = Field(default="", alias="instead")
    stands: tuple[StandingRule, ...] = ()


class Timing(Record):
    """When something is due. `since`: in force since that day. `before`: an event, in words that follow "before".

    `deadline`: by the day or band that the visitor named. `says`: another moment, a phrase such as "with the form".
    """

    since: date | None = None
    before: Brief = ""
    deadline: Flag = False
    says: Brief = ""

    @model_validator(mode="before")
    @classmethod
    def _phrase(cls, value: Any) -> Any:
        """A single text is a phrase of its own."""
        return {"says": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string"}, handler(schema)]}


class NeedRule(Conditional):
    """One thing to have, to do or to clear up.

    `of`: obligations; it holds where one of them stands, says so in their place and carries their provisions.
    `each`: a question; one need for each chosen option, whose name fills `{option}` and whose id may name a thing.
    `replaces`: ids of needs, things or obligations whose own need falls away beside this one.
    `lead`: "first" where its answer can spare a purchase or the right to do business, "last" where nobody asked.
    `answer`: what the whole answer says, at most 22 words, where this need leads. `frank`: it answers a claim, too.
    """

    instead: ClassVar = {"when": {"when": NEVER}, "unless": {"when": NEVER}}

    id: Id
    when: Condition | None = None
    unless: Condition | None = None
    of: Ids = ()
    each: Id | None = None
    kind: Kind | None = None
    thing: Id | None = None
    what: Brief = ""
    who: Holder = "we"
    wanted: Wanted
    by: Brief = ""
    firm: Firmness = "binding"
    time: Timing = Timing()
    why: Sentence = ""
    instead_do: Sentence = Field(default="", alias="instead")
    takes: Sentence = ""
    stands: Sentence = ""
    answer: Sentence = ""
    frank: Flag = False
    lead: Literal["first", "normal", "last"] = "normal"
    replaces: Ids = ()
    source: Id | None = None
    cite: Texts = ()
    confidence: Confidence = "high"
    checked: date | None = None
    review_by: date | None = None
    valid: Validity = Validity()
    jurisdiction: Id | None = None
    facts: Texts = ()
    """Ids of the research facts that it carries."""
    settle: Flag = True
    """Whether it is reason enough to ask another question."""
    refutes: Ids = ()
    """Claims, as options of the question what is said: told only where nobody wants what they are about."""
    only: Literal["unspoken", "bound", "free"] | None = None
    """With `each`: said only of a chosen option that counts and of which no other need speaks, that another need binds
    to, or that none does."""


def _many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Kinds = Annotated[tuple[Kind, ...], BeforeValidator(_many)]
Wanteds = Annotated[tuple[Wanted, ...], BeforeValidator(_many)]
Firmnesses = Annotated[tuple[Firmness, ...], BeforeValidator(_many)]
Standings = Annotated[tuple[Standing, ...], BeforeValidator(_many)]
Moments = Annotated[tuple[Moment, ...], BeforeValidator(_many)]
Holders = Annotated[tuple[Holder, ...], BeforeValidator(_many)]


def is_brief(name: str) -> bool:
    """Whether a headline has room for it beside a sentence on what is wrong with the thing."""
    return len(name.split()) <= BRIEF_WORDS


class Match(Record):
    """A need that looks like this: each line is a list of what it may be; what is left out may be anything.

    `brief`: its thing has a name of few words. `frank`: its rule has a sentence of its own that answers a claim, too.
    `claimed`: it is what somebody says that the law demands; `there`: a place for which this is said wants it; `named`:
    its rule's own sentence names that; `held`: the company says that it holds this very thing, in whatever state.
    """

    id: Ids = ()
    kind: Kinds = ()
    thing: Ids = ()
    wanted: Wanteds = ()
    firm: Firmnesses = ()
    stands: Standings = ()
    time: Moments = ()
    who: Holders = ()
    reported: Flag | None = None
    brief: Flag | None = None
    frank: Flag | None = None
    claimed: Flag | None = None
    there: Flag | None = None
    named: Flag | None = None
    held: Flag | None = None


class AnswerPattern(Conditional):
    """A sentence that answers, and when it is true. The first that fits is the answer.

    `first`: what leads; `has`, `lacks`: what there must be, and must not be, anywhere in the list. `empty`: no need
    at all. `open`: an "I don't know" leaves something open. `levels`: standard → the levels that its verdict may have.
    `own`: the sentence of the leading need itself.
    `claimed`: the claims that it answers, as options of the question what is said. `right`: whether a law of the place
    wants what is claimed: a "yes" is said only then, a "no" never. `place`: where the claim must be about.
    """

    instead: ClassVar = {"when": {"when": NEVER}, "unless": {"when": NEVER}}

    id: Id
    when: Condition | None = None
    unless: Condition | None = None
    claimed: Ids = ()
    right: Flag | None = None
    place: Ids = ()
    first: Match | None = None
    has: Match | None = None
    lacks: Match | None = None
    empty: Flag | None = None
    open: Flag | None = None
    levels: dict[Id, Ids] = Field(default={})
    own: Flag = False
    say: Sentence = ""
