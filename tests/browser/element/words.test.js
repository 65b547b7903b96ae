// Texts for numbers, and their placeholders.

import assert from "node:assert/strict";
import test from "node:test";

import { speech } from "../../../advisor/screen/assessment/element/words.js";

const words = { left: { zero: "none left", one: "{count} left over", few: "{count} few", other: "{count} left" }, told: "{who} on {day}" };

test("the form fits the number and the language", () => {
  const english = speech(words, "en");
  assert.deepEqual([0, 1, 2].map((count) => english.count("left", count)), ["none left", "1 left over", "2 left"]);
  assert.equal(speech(words, "pl").count("left", 3), "3 few");
});

test("placeholders are filled, and a brace that nobody fills stays", () => {
  const { say } = speech(words, "en");
  assert.equal(say("told", { who: "Ann", day: "Monday" }), "Ann on Monday");
  assert.equal(say("told", { who: "Ann" }), "Ann on {day}");
});
