// What follows several answers is asked for while they are being chosen.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test, { mock } from "node:test";

import { Outlook } from "../../../advisor/screen/assessment/element/outlook.js";

const turns = JSON.parse(readFileSync(new URL("turns.json", import.meta.url), "utf-8"));
const turn = { ...turns.basis, ...turns.many, token: "2abc", day: "2026-11-30" };
const STEP = { title: "Next", state: "ask", question: null, progress: { done: 1, least: 0, most: 0 } };

/** An outlook whose looks are answered like this, and the looks. */
function outlook(t, answer) {
  const looks = [];
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  globalThis.fetch = async (_, { body }) => {
    looks.push(JSON.parse(body));
    return answer();
  };
  return { ahead: new Outlook(), looks };
}

const told = () => ({ ok: true, status: 200, json: async () => STEP });

async function wait() {
  mock.timers.tick(1000);
  await new Promise((done) => setImmediate(done));
}

test("what is chosen is asked for once it rests, and known then in any order", async (t) => {
  const { ahead, looks } = outlook(t, told);
  ahead.ask(turn, ["a"]);
  ahead.ask(turn, ["a", "b"]);
  ahead.ask(turn, ["a", "b"]);
  await wait();
  assert.deepEqual(looks.map(({ options }) => options), [["a", "b"]]);
  assert.deepEqual(ahead.step(turn, ["b", "a"]), STEP);
  assert.equal(ahead.step(turn, ["a"]), undefined);
  assert.equal(ahead.step({ ...turn, token: "2xyz" }, ["a", "b"]), undefined);
});

test("a server that does not know the address is not asked again", async (t) => {
  const { ahead, looks } = outlook(t, () => ({ ok: false, status: 404 }));
  for (const options of [["a"], ["b"]]) {
    ahead.ask(turn, options);
    await wait();
  }
  assert.equal(looks.length, 1);
});

test("offline it is asked for again with the next choice", async (t) => {
  const { ahead, looks } = outlook(t, () => Promise.reject(new Error("offline")));
  for (const options of [["a"], ["a"]]) {
    ahead.ask(turn, options);
    await wait();
  }
  assert.equal(looks.length, 2);
});

test("nothing is asked about a change, about one answer, or about nothing chosen", async (t) => {
  const { ahead, looks } = outlook(t, told);
  ahead.ask({ ...turn, state: "change" }, ["a"]);
  ahead.ask({ ...turn, question: { ...turn.question, kind: "one" } }, ["a"]);
  ahead.ask(turn, []);
  await wait();
  assert.equal(looks.length, 0);
});
