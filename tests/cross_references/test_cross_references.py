"""What editors see of invented content: conditions in words, the picture, the search, coverage and reviews."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from advisor.content.people import Example
from advisor.cross_references.condition_wording import answers_in_words, in_words
from advisor.cross_references.dependencies import CrossReferences, edition, examples_in
from advisor.cross_references.inventory import inventory, reviews
from advisor.cross_references.question_graph import around, of_topic, overview, quoted
from advisor.cross_references.text_search import find, index
from advisor.reading.record import Record
from advisor.rules.conditions import parse
from advisor.rules.model import Question
from advisor.rules.ruleset import Ruleset
from tests.support.invented import note, obligation, option, question, rules, write
from tests.support.invented_words import WORDS

TODAY = date(2026, 6, 1)


def filed(asked: Question, file: str) -> Question:
    return asked.model_copy(update={"file": f"questions/{file}.yaml"})


def example(name: str, **answers: str) -> Example:
    given = {question: options.split() for question, options in answers.items()}
    return Example.model_validate({"name": name, "answers": given, "expect": {}, "provision": "§ 1"})


BOATS: tuple[Record, ...] = (
    filed(question("waters", "coast", "sea", "unsure", kind="many"), "10-boat"),
    filed(question("crew", "alone", "many", ask_if={"waters": "sea"}), "10-boat"),
    filed(question("licence", "held", "none", ask_if={"crew": "many"}), "20-papers"),
    obligation("coast-rule", when={"waters": "coast"}),
    obligation("crew-rule", "legal-qms", {"crew": "many"}, overrides="coast-rule", review_by="2026-05-01"),
    obligation("old-rule", when={"waters": "sea"}, valid={"until": "2026-05-31"}),
    note("tide", {"licence": "held"}, facts=["F-1"]),
)
FLEET = rules(*BOATS)
EXAMPLES = (example("at the coast", waters="coast"), example("a crew", waters="sea", crew="many"))


@pytest.fixture
def atlas() -> CrossReferences:
    return CrossReferences(FLEET, EXAMPLES, TODAY)


def said(data: object, ruleset: Ruleset = FLEET) -> list[str]:
    return [f"{'  ' * line.depth}{line.text}" for line in in_words(parse(data), ruleset, WORDS)]


class TestWording:
    def test_no_condition_holds_always(self) -> None:
        assert [line.text for line in in_words(None, FLEET, WORDS)] == ["condition.always"]

    def test_one_option_is_one_line(self) -> None:
        assert said({"crew": "many"}) == ["condition.one Many crew?"]

    def test_several_options_stand_beneath_their_question(self) -> None:
        lines = said({"waters": ["coast", "sea"]})
        assert lines == ["condition.any-of-many waters?", "  Coast", "  Sea"]
        assert said({"crew": ["alone", "many"]})[0] == "condition.any-of crew?"

    @pytest.mark.parametrize("mode", ["all_of", "none_of"])
    def test_every_mode_has_its_words(self, mode: str) -> None:
        key = f"condition.{mode.replace('_', '-')}"
        assert said({"waters": {mode: ["coast", "sea"]}})[0] == WORDS(key, question="waters?")

    def test_none_of_one_option_says_that_the_question_was_answered(self) -> None:
        assert said({"waters": {"none_of": "sea"}}) == ["condition.none-of-one Sea waters?"]

    def test_groups_indent_what_they_hold(self) -> None:
        lines = said({"any": [{"waters": "sea"}, {"all": [{"crew": "many"}, {"not": {"licence": "held"}}]}]})
        assert lines == [
            "condition.any",
            "  condition.one Sea waters?",
            "  condition.all",
            "    condition.one Many crew?",
            "    condition.not",
            "      condition.one Held licence?",
        ]

    def test_a_count_says_how_many(self) -> None:
        lines = said({"at_least": {"count": 2, "of": [{"waters": "sea"}, {"crew": "many"}, {"licence": "held"}]}})
        assert lines[0] == WORDS.count("condition.at-least", 2)
        assert len(lines) == 4

    def test_a_group_of_one_is_no_group(self) -> None:
        assert said({"all": [{"any": [{"crew": "many"}]}]}) == ["condition.one Many crew?"]

    def test_answers_read_as_a_visitor_reads_them(self) -> None:
        given = {"crew": ("many",), "waters": ("coast", "sea")}
        assert answers_in_words(given, FLEET) == (("waters?", "Coast · Sea"), ("crew?", "Many"))


class TestSurvey:
    def test_questions_know_what_they_hang_on_and_what_hangs_on_them(self, atlas: CrossReferences) -> None:
        assert atlas.needs == {"waters": (), "crew": ("waters",), "licence": ("crew",)}
        assert atlas.leads_to == {"waters": ("crew",), "crew": ("licence",), "licence": ()}

    def test_a_question_hangs_on_those_that_hide_its_options(self) -> None:
        hiding = question("crew", "alone", option("many", show_if={"waters": "sea"}))
        found = CrossReferences(rules(question("waters", "coast", "sea"), hiding), (), TODAY)
        assert found.needs["crew"] == ("waters",)

    def test_a_topic_is_a_file_without_its_number(self, atlas: CrossReferences) -> None:
        assert [(t.name, len(t.questions)) for t in atlas.topics] == [("Boat", 2), ("Papers", 1)]
        assert atlas.topic_of("licence").id == "papers"

    def test_what_a_question_decides_and_what_it_reaches_through_others(self, atlas: CrossReferences) -> None:
        assert [s.id for s in atlas.decides["waters"]] == ["coast-rule", "old-rule"]
        assert atlas.reaches["waters"] == 2, "the rule of the crew and the note of the licence"

    def test_the_examples_that_make_a_statement_speak(self, atlas: CrossReferences) -> None:
        assert [e.name for e in atlas.fired_by["coast-rule"]] == ["at the coast"]
        assert [e.name for e in atlas.fired_by["crew-rule"]] == ["a crew"]
        assert atlas.fired_by["tide"] == ()

    def test_what_is_no_longer_in_force_is_listed_and_never_speaks(self, atlas: CrossReferences) -> None:
        assert not atlas.in_force(atlas.statements["old-rule"])
        assert atlas.fired_by["old-rule"] == ()

    def test_overrides_are_known_from_both_sides(self, atlas: CrossReferences) -> None:
        assert atlas.ruleset.depends.winners["coast-rule"] == ("crew-rule",)

    def test_a_source_knows_what_rests_on_it(self, atlas: CrossReferences) -> None:
        assert len(atlas.cited_in["almanac"]) == 4

    def test_the_edition_changes_with_an_example(self, tmp_path: Path) -> None:
        before = edition(write(tmp_path))
        text = "- {name: One, answers: {waters: [coast]}, expect: {keel: commercial}, provision: § 1}\n"
        write(tmp_path, {"content/examples/one.yaml": text})
        assert edition(tmp_path) != before
        assert [e.name for e in examples_in(tmp_path)] == ["One"]

    def test_a_broken_example_hides_no_other(self, tmp_path: Path) -> None:
        text = "- {name: One, answers: {waters: [coast]}, expect: {keel: commercial}, provision: § 1}\n- {name: Two}\n"
        write(tmp_path, {"content/examples/one.yaml": text})
        assert [e.name for e in examples_in(tmp_path)] == ["One"]


class TestDrawing:
    @pytest.mark.parametrize("text", ['say "no"', "back\\slash", "two\nlines", '"];x->y[a="', "ends with \\", "\0"])
    def test_no_text_can_leave_its_quotes(self, text: str) -> None:
        assert re.fullmatch(r'"(?:[^"\\\n\0]|\\.)*"', quoted(text))

    def test_the_overview_counts_the_questions_between_topics(self, atlas: CrossReferences) -> None:
        dot = overview(atlas, WORDS)
        assert '"boat" -> "papers" [label="studio.question.one 1"]' in dot
        assert '"boat" -> "boat"' not in dot

    def test_a_topic_shows_what_it_hangs_on(self, atlas: CrossReferences) -> None:
        dot = of_topic(atlas, atlas.topic_of("licence"), WORDS)
        assert '"crew" [label="crew", class="outside"]' in dot
        assert '"crew" -> "licence"' in dot

    def test_questions_that_hang_on_the_same_share_a_box(self) -> None:
        later = [question(f"port-{place}", "yes", "no", ask_if={"waters": "sea"}) for place in range(20)]
        found = CrossReferences(rules(question("waters", "coast", "sea"), *later), (), TODAY)
        dot = of_topic(found, found.topics[0], WORDS)
        assert dot.count("->") == 1
        assert "port-11\\nstudio.more 8" in dot

    def test_a_question_stands_between_what_it_hangs_on_and_what_hangs_on_it(self, atlas: CrossReferences) -> None:
        dot = around(atlas, FLEET.questions[1], WORDS)
        assert '"waters" -> "crew" [label="sea"]' in dot
        assert '"crew" -> "licence" [label="many"]' in dot
        assert WORDS.count("studio.decides-count", 1) in dot

    def test_many_later_questions_of_a_topic_are_one_box(self) -> None:
        later = [filed(question(f"port-{n}", "yes", "no", ask_if={"waters": "sea"}), "20-ports") for n in range(9)]
        found = CrossReferences(rules(question("waters", "coast", "sea"), *later), (), TODAY)
        dot = around(found, found.ruleset.questions[0], WORDS)
        assert dot.count("->") == 1
        assert "Ports\\nstudio.question.other 9" in dot

    def test_what_must_not_be_chosen_is_said_on_the_edge(self) -> None:
        later = question("crew", "alone", "many", ask_if={"waters": {"none_of": ["coast"]}})
        found = CrossReferences(rules(question("waters", "coast", "sea", kind="many"), later), (), TODAY)
        assert 'label="studio.none-of coast"' in around(found, found.ruleset.questions[1], WORDS)

    def test_what_must_not_hold_is_said_on_the_edge(self) -> None:
        later = question("crew", "alone", "many", ask_if={"not": {"waters": "coast"}})
        found = CrossReferences(rules(question("waters", "coast", "sea"), later), (), TODAY)
        assert 'label="studio.not coast"' in around(found, found.ruleset.questions[1], WORDS)


class TestFinder:
    def test_all_words_must_occur_somewhere(self) -> None:
        entries = tuple(index(FLEET))
        assert [e.id for e in find(entries, "says CREW")["obligation"]] == ["crew-rule"]
        assert find(entries, "crew submarine") == {}

    def test_every_kind_is_found(self) -> None:
        kinds = find(index(FLEET), "a")
        assert list(kinds) == ["question", "option", "obligation", "note", "source"]

    def test_an_option_leads_to_its_question(self) -> None:
        assert [(e.id, e.name) for e in find(index(FLEET), "alone")["option"]] == [("crew", "alone")]

    def test_accents_and_case_do_not_matter(self) -> None:
        accented = question("waters", option("tr", label="Türkiye"), "sea")
        assert find(index(rules(accented)), "TURKIYE")["option"]

    def test_a_source_is_found_from_what_rests_on_it(self) -> None:
        assert len(find(index(FLEET), "almanac § 1")["obligation"]) == 3

    def test_an_id_comes_first(self) -> None:
        both = rules(obligation("a-rule", because="Like tide."), obligation("tide", because="Other."))
        assert [e.id for e in find(index(both), "tide")["obligation"]] == ["tide", "a-rule"]

    @pytest.mark.parametrize("text", ["", "   ", "%", "\\"])
    def test_nothing_is_found_for_nothing(self, text: str) -> None:
        assert find(index(FLEET), text) == {}


class TestInventory:
    def test_what_lacks_an_example_is_named_unless_it_is_not_in_force(self, atlas: CrossReferences) -> None:
        assert [s.id for s in inventory(atlas).without_example] == ["tide"]

    def test_facts_are_counted_once(self, atlas: CrossReferences) -> None:
        assert (inventory(atlas).facts, inventory(atlas).factless) == (1, 3)

    def test_each_jurisdiction_has_its_tally(self, atlas: CrossReferences) -> None:
        coast, club = inventory(atlas).jurisdictions
        assert (coast.total, coast.confidence, coast.without_example) == (3, {"high": 3}, 0)
        assert club.total == 0

    def test_the_earliest_review_comes_first_and_overdue_is_marked(self, atlas: CrossReferences) -> None:
        due = reviews(atlas)
        assert due[0].statement.id == "crew-rule"
        assert [d.overdue for d in due] == [True, False, False, False]
        assert due[0].days == -31
