// A word that the explanations know is cut out of its text as it stands there.

import assert from "node:assert/strict";
import test from "node:test";

import { cut } from "../../../advisor/screen/assessment/element/openers.js";

const scope = { word: "scope", meaning: "What a certificate covers." };
const scopes = { word: "scope of accreditation", meaning: "What a body may certify." };

test("only whole words are terms, in small or capital letters", () => {
  assert.deepEqual(cut("A telescope", [scope]), ["A telescope"]);
  assert.deepEqual(cut("Scope, please", [scope]), [{ said: "Scope", term: scope }, ", please"]);
});

test("the longer term comes first, and each once", () => {
  assert.deepEqual(cut("The scope of accreditation and the scope: scope", [scope, scopes]), [
    "The ",
    { said: "scope of accreditation", term: scopes },
    " and the ",
    { said: "scope", term: scope },
    ": scope",
  ]);
});

test("a term is found in each of its forms, and said as it stands", () => {
  const body = { word: "notified body", forms: ["notified bodies"], meaning: "Examines devices." };
  assert.deepEqual(cut("Ask the Notified bodies", [body]), ["Ask the ", { said: "Notified bodies", term: body }]);
});
