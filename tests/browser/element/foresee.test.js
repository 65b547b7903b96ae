// What is shown before the server has answered.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { foresee } from "../../../advisor/screen/assessment/element/foresee.js";

const turns = JSON.parse(readFileSync(new URL("turns.json", import.meta.url), "utf-8"));
const turn = { ...turns.basis, ...turns.one };
const answer = (n, question, ...options) => ({ n, do: "answer", question, options });

test("without a press the turn itself is shown", () => {
  assert.deepEqual(foresee(turn, []), { turn, waiting: null });
});

test("an answer whose next step is known shows it, with the answer among those given", () => {
  const { turn: shown, waiting } = foresee(turn, [answer(1, "document", "equivalent")]);
  assert.equal(waiting, null);
  assert.equal(shown.question.id, "size");
  assert.deepEqual(shown.said.at(-1), { question: "document", ask: turn.question.ask, answer: "A certificate, or equivalent" });
  assert.equal(shown.title, turn.steps[1].title);
});

test("a second press waits for the server, which alone knows what follows it", () => {
  const presses = [answer(1, "document", "equivalent"), answer(2, "size", "few")];
  const { turn: shown, waiting } = foresee(turn, presses);
  assert.equal(shown.question.id, "size");
  assert.equal(waiting, presses[1]);
  const next = { ...turns.basis, ...turns.size };
  assert.equal(foresee(next, presses.slice(1)).turn.question.id, "markets");
});

test("an answer to a question that is no longer open changes nothing", () => {
  assert.deepEqual(foresee(turn, [answer(1, "occasion", "asked")]), { turn, waiting: null });
});

test("several answers, and everything but an answer, wait for the server", () => {
  for (const press of [answer(1, "document", "points", "according"), { n: 1, do: "undo" }, { n: 1, do: "edit", question: "occasion" }]) {
    assert.equal(foresee(turn, [press]).waiting, press);
  }
});

test("several answers show what follows them where that is known", () => {
  const step = turn.steps[1];
  const known = (_, options) => (options.length === 2 ? step : undefined);
  const { turn: shown, waiting } = foresee(turn, [answer(1, "document", "points", "according")], known);
  assert.equal(waiting, null);
  assert.equal(shown.title, step.title);
  const labels = turn.question.rows.filter(({ id }) => ["points", "according"].includes(id)).map(({ label }) => label);
  assert.equal(shown.said.at(-1).answer, labels.join(" · "));
});

test("a change of an earlier answer is never foreseen", () => {
  const change = { ...turn, state: "change" };
  assert.notEqual(foresee(change, [answer(1, "document", "points")]).waiting, null);
});

test("the last step that is foreseen is the end", () => {
  const { turn: shown } = foresee(turn, [answer(1, "document", "according")]);
  assert.equal(shown.state, "finished");
  assert.equal(shown.question, null);
});
