"""The nouns: questions, obligations, notes, sources, and the conditions between them. All frozen."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, StringConstraints, ValidationInfo, field_validator

from advisor.reading.record import Id, Record
from advisor.rules.basis import Asker, NamedBasis
from advisor.rules.condition_names import named_in
from advisor.rules.conditions import NEVER, Condition, parse
from advisor.rules.search_words import AnswerGroup, SearchWords
from advisor.rules.validity import Validity

Answers = Mapping[str, tuple[str, ...]]
"""Question id → chosen option ids. A question that is absent has not been answered."""


Confidence = Literal["high", "medium", "low"]
Controller = Literal["company", "customer", "law", "fact"]
"""Who could change an answer, the easiest to move first; a fact of nature is nobody's to choose."""
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z]{2,3})?$")]
"""ISO 3166-1, two letters; ISO 3166-2 for a part of a country."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=600)]
Line = Annotated[str, StringConstraints(strip_whitespace=True)]
"""May be left out; blanks around it do not count, so one of blanks alone is empty."""


def _flag(value: Any) -> Any:
    """YAML scalars arrive as text; a flag is written `true` or `false`."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Flag = Annotated[bool, BeforeValidator(_flag), Field(strict=True)]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_listed)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_listed)]


class Conditional(Record):
    """Something that holds only for some answers."""

    @field_validator("ask_if", "show_if", "usual_if", "when", "unless", "near", mode="before", check_fields=False)
    @classmethod
    def _parse(cls, value: Any, info: ValidationInfo) -> Condition | None:
        return value if value is None or isinstance(value, Condition) else parse(value, named_in(info))


class Option(Conditional):
    id: Id
    label: Text
    help: Line = ""
    unknown: Flag = False
    """The visitor does not know; widens the verdict into a range."""
    ask_whom: Line = ""
    """Who in the company would know."""
    exclusive: Flag = False
    usual: Flag = False
    """Shown first; the others are one search away."""
    usual_if: Condition | None = None
    """Shown first where this holds, or may hold."""
    neutral: Flag = False
    """A visitor must be able to say it, and it changes nothing. The check wants this said of such an option."""
    show_if: Condition | None = None
    """Hides the option while it makes no sense; an "I don't know" does not mean what is hidden."""
    months: Annotated[int, Field(ge=0)] | None = None
    """A date band: at the latest in this many months; 0 where the day is past."""
    owed: Flag = False
    """A date band of its own: it is owed today, for as long as the document binds."""
    like: Id | None = None
    """An option of this question: wherever a rule names that one, this one counts too."""
    within: Id | None = None
    """An option of this question of which this one is a part, as a country of its region: wherever that one is named,
    in rules and in what is asked, this one counts too."""
    name: Line = ""
    """What it is called in a sentence, without an article: "IATF 16949 certificate"."""
    spoken: Flag = False
    """Counts only where it is chosen: who does not know the answer does not mean this one."""
    aided: Flag = False
    """The visitor does not know, and later questions find the answer."""
    also: SearchWords = ()
    """Words that people type for it; never shown."""


class Question(Conditional):
    id: Id
    ask: Text
    why: Text
    help: Line = ""
    kind: Literal["one", "many"]
    controlled_by: Controller = "fact"
    always: Flag = False
    """Asked of everybody who reaches it: it decides how the answer is said."""
    ask_if: Condition | None = None
    options: tuple[Option, ...] = Field(min_length=2)
    groups: tuple[AnswerGroup, ...] = ()
    """Headings for what is not shown first; none, or all options that can be chosen together stand in one."""

    @property
    def alone(self) -> tuple[str, ...]:
        """Ids of the options that cannot be chosen with others: "none of these", "I don't know"."""
        return tuple(option.id for option in self.options if option.exclusive or option.unknown)

    def toggled(self, given: Collection[str], option_id: str) -> tuple[str, ...]:
        """An answer with one option taken or left out, in the question's order; empty where nothing is left."""
        if self.kind == "one" or option_id in self.alone:
            return () if option_id in given else (option_id,)
        chosen = set(given).difference(self.alone) ^ {option_id}
        return tuple(option.id for option in self.options if option.id in chosen)

    def option(self, option_id: str) -> Option | None:
        return next((option for option in self.options if option.id == option_id), None)


class Certificate(Record):
    """Another certificate that is the one really needed."""

    id: Id
    name: Text
    issuer: Text
    asked_by: Asker | None = None
    """Left out where the basis of the obligation says it: a law or a contract."""


class Statement(Conditional):
    """A sentence about the law, a contract or the market, with what stands behind it."""

    instead: ClassVar = {"when": {"when": NEVER}, "unless": {"when": NEVER}}
    """Without a readable condition it speaks for nobody; without any it would speak for everybody."""

    id: Id
    when: Condition | None = None
    unless: Condition | None = None
    source: Id
    cite: Texts = ()
    confidence: Confidence
    checked: date
    review_by: date
    valid: Validity = Validity()
    facts: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()
    """Ids of the research facts that it carries."""


class Obligation(Statement):
    jurisdiction: Id
    standard: Id
    basis: NamedBasis
    because: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=320)]
    misconception: Annotated[str, StringConstraints(strip_whitespace=True, max_length=400)] = ""
    certificate: Certificate | None = None
    thing: Id | None = None
    """What it asks for: an entry of the things. Left out: the certificate of the standard, or a system after it."""
    since: date | None = None
    """In force since that day for whoever does the business already."""
    before: Annotated[str, StringConstraints(strip_whitespace=True, max_length=80)] = ""
    """What must not happen before it is met, in words that follow "before": "you put the mark on it"."""
    overrides: Ids = ()
    together: Literal["strongest"] | None = None
    """Agrees that it may stand beside weaker and stronger ones of its place and standard: the strongest counts."""

    @property
    def cell(self) -> tuple[str, str]:
        """The place of the matrix that it speaks about."""
        return self.jurisdiction, self.standard

    @property
    def things(self) -> tuple[tuple[str, Asker], ...]:
        """What it makes the company have, and who asks for each: the thing itself, then the paper about it."""
        own = self.thing or (f"{self.standard}-system" if self.basis.owes == "system" else self.standard)
        paper = ((self.certificate.id, self.asker),) if self.certificate else ()
        if self.basis.owes == "nothing" or (paper and self.basis.owes == "certificate"):
            return paper
        return ((own, self.basis.asker), *paper)

    @property
    def asker(self) -> Asker:
        """Who asks for what it names, the certificate of another scheme first."""
        if self.certificate and self.certificate.asked_by:
            return self.certificate.asked_by
        return self.basis.asker


class Note(Statement):
    """Explains and never decides."""

    kind: Literal["evidence", "coming", "caution", "met", "background", "settled"]
    standards: Ids
    jurisdiction: Id | None = None
    say: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
    ask: Flag = False
    """Its questions are asked even where no verdict depends on them."""


Read = Literal["text", "secondary", "own-knowledge", "yours"]


class Source(Record):
    """A law, standard or document, and how it was read; `yours`: the visitor's own, which nobody here has seen."""

    id: Id
    title: Text
    link: Annotated[str, StringConstraints(pattern=r"^https://[^\s<>\"]+$")]
    version: Line = ""
    checked: date
    by: Text
    read: Read


def _placed(value: Any, info: ValidationInfo) -> Condition | None:
    return None if value is None else parse(value, named_in(info))


class Jurisdiction(Conditional):
    """Where a duty comes from; a market with an `option` has its own row in the matrix."""

    id: Id
    name: Text
    option: Annotated[Condition | None, BeforeValidator(_placed)] = None
    within: Id | None = None
    settle: Flag = True
    """Whether an open cell alone is reason enough to ask another question."""
    covers: Annotated[tuple[CountryCode, ...], BeforeValidator(_listed)] = ()
    """The countries that it is about."""
    short: Line = ""
    """Its name inside a sentence, with its article: "the EU"."""
    several: Flag = False
    """Gathers subjects that have nothing to do with each other, such as contracts and sectors."""


class Standard(Conditional):
    """`near`: whose business it touches, or who was told of it; nobody else reads that he does not need it."""

    id: Id
    name: Text
    about: Text
    edition: Text
    near: Condition | None = None
    by_market: Flag = False
    """Each market has a law of its own about it: where nothing is found, nobody may conclude that nothing is owed."""
