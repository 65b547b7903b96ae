"""What editors write for the reader of contracts: which words demand, and which answers follow from a demand."""

from collections.abc import Collection, Iterable, Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator

from advisor.content.phrase_patterns import fault
from advisor.reading.reader import Reader, unknown
from advisor.reading.record import Id, Record
from advisor.reading.strict_yaml import Mistake
from advisor.rules.ruleset import Ruleset

FILE = "content/understanding/clauses.yaml"
SIGNS = (
    "silent",
    "asks",
    "prefers",
    "equivalents",
    "proofs",
    "plans",
    "accredited",
    "flow_down",
    "refers",
    "deadlines",
)
"""The lists of phrases that are looked for one by one, by their field."""
PHRASES = (*SIGNS, "not_meant", "denied", "events")


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


Phrases = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Options = Annotated[tuple[Id, ...], BeforeValidator(_listed)]


class NamedStandard(Record):
    """A standard or scheme as documents name it. `scheme`: the option that says which one it is."""

    id: Id
    name: str
    words: Phrases
    subject: Id
    scheme: Id | None = None


class ClauseSubject(Record):
    """What demands are about: the option of the first question, and the questions where and what."""

    id: Id
    demands: Id
    form: Id
    words: Id | None = None


class ClauseHolder(Record):
    option: Id
    words: Phrases


class DocumentKind(Record):
    """By the words of its beginning: where a demand in such a document stands."""

    words: Phrases
    options: Options
    sure: bool = False


class PhraseGroup(Record):
    """Phrases that others name by its id."""

    id: Id
    words: Phrases


class ClauseQuestions(Record):
    """The questions that are answered whatever a demand is about."""

    subject: Id
    scheme: Id
    holder: Id
    by: Id


class UnnamedSubjects(Record):
    """What a demand is about that names no standard: of a certificate, and of a system."""

    certified: Id
    operated: Id


class WantedOptions(Record):
    """What exactly is asked for, by the strength of a clause."""

    certified: Id
    equivalent: Id
    proof: Id
    operated: Id
    complied: Id
    preferred: Id


class MarkOptions(Record):
    """What is asked for besides."""

    accredited: Id
    plan: Id


class DayOptions(Record):
    """The bands that no number of months says."""

    past: Id
    later: Id


class ClausePatterns(Record):
    """Phrases and mappings; see the head of the file. The order of the holders is that of their importance."""

    questions: ClauseQuestions
    unnamed: UnnamedSubjects
    strengths: WantedOptions
    marks: MarkOptions
    days: DayOptions
    groups: tuple[PhraseGroup, ...] = ()
    not_meant: Phrases = ()
    denied: Phrases = ()
    silent: Phrases = ()
    asks: Phrases = ()
    prefers: Phrases = ()
    equivalents: Phrases = ()
    proofs: Phrases = ()
    plans: Phrases = ()
    accredited: Phrases = ()
    flow_down: Phrases = ()
    refers: Phrases = ()
    deadlines: Phrases = ()
    events: Phrases = ()
    holders: tuple[ClauseHolder, ...] = ()
    standards: tuple[NamedStandard, ...] = ()
    subjects: tuple[ClauseSubject, ...] = ()
    kinds: tuple[DocumentKind, ...] = ()
    otherwise: Options = ()

    @property
    def phrases(self) -> dict[str, Phrases]:
        """Name of a group → its phrases."""
        return {group.id: group.words for group in self.groups}


NEEDED_GROUPS = ("must", "certified", "system", "operate", "follow")


def read_clause_patterns(reader: Reader, ruleset: Ruleset) -> ClausePatterns | None:
    """What stands in the file; None where there is none. The reader is told of what cannot be meant."""
    if not (reader.root / FILE).exists():
        return None
    patterns = reader.one(ClausePatterns, FILE)
    if patterns is None:
        return None
    lines = _lines(reader, patterns)
    told = (*_unreadable(patterns), *_missing(patterns), *_dangling(patterns, ruleset))
    reader.mistakes += [Mistake(FILE, lines(about), text, rule, about) for about, text, rule in told]
    return patterns


def _lines(reader: Reader, patterns: ClausePatterns) -> Any:
    """The line on which a word of the file stands first."""
    text = (reader.root / FILE).read_text("utf-8").splitlines()
    return lambda about: next((number for number, line in enumerate(text, 1) if about in line), patterns.line or 1)


Told = tuple[str, str, str]
"""What it is about, what to say of it, and the rule."""


def _unreadable(patterns: ClausePatterns) -> Iterator[Told]:
    known: list[str] = []
    for group in patterns.groups:
        yield from _faults(group.words, known)
        known.append(group.id)
    lists = [value for key, value in patterns if key in PHRASES]
    entries = [*(each.words for each in patterns.holders), *(each.words for each in patterns.standards)]
    for phrases in (*lists, *entries, *(kind.words for kind in patterns.kinds)):
        yield from _faults(phrases, known)


def _faults(phrases: Iterable[str], known: Iterable[str]) -> Iterator[Told]:
    return ((phrase, text, "form") for phrase in phrases if (text := fault(phrase, known)))


def _missing(patterns: ClausePatterns) -> Iterator[Told]:
    for name in NEEDED_GROUPS:
        if name not in patterns.phrases:
            yield "groups", f"the group '{name}' is missing", "form"


def _dangling(patterns: ClausePatterns, ruleset: Ruleset) -> Iterator[Told]:
    """Names of questions, options and subjects that do not exist."""
    options = {question.id: {option.id for option in question.options} for question in ruleset.questions}
    subjects = {subject.id for subject in patterns.subjects}
    asked = [*_values(patterns.questions), *(subject.form for subject in patterns.subjects)]
    asked += [subject.words for subject in patterns.subjects if subject.words]
    yield from _wrong("question", asked, options)
    named = [*(each.subject for each in patterns.standards), *_values(patterns.unnamed)]
    yield from _wrong("subject", named, subjects)
    for question, names in _chosen(patterns):
        yield from _wrong("option", names, options.get(question, set()))


def _wrong(kind: str, names: Iterable[str], known: Collection[str]) -> Iterator[Told]:
    for name in names:
        yield from ((name, text, f"unknown-{kind}") for text in unknown(kind, [name], known))


def _values(record: Record) -> list[str]:
    return list(record.model_dump().values())


def _chosen(patterns: ClausePatterns) -> Iterator[tuple[str, list[str]]]:
    """A question, with all its options that are named."""
    about = patterns.questions
    yield about.subject, [subject.demands for subject in patterns.subjects]
    yield about.scheme, [standard.scheme for standard in patterns.standards if standard.scheme]
    yield about.holder, [holder.option for holder in patterns.holders]
    yield about.by, _values(patterns.days)
    places = [option for kind in patterns.kinds for option in kind.options]
    for subject in patterns.subjects:
        yield subject.form, [*places, *patterns.otherwise]
        if subject.words:
            yield subject.words, [*_values(patterns.strengths), *_values(patterns.marks)]
