// The finder finds what was meant, and never what was not.

import assert from "node:assert/strict";
import test from "node:test";

import { distanceToBeginning, entry, find, fitOf, suggest, wordsOf } from "../../../advisor/screen/assessment/element/match.js";

const MARKETS = [
  ["eu", "European Union", "Germany France Deutschland", "All 27 countries; also Norway"],
  ["us", "United States", "USA U.S. America", ""],
  ["gb", "United Kingdom", "UK England", ""],
  ["kr", "South Korea", "", ""],
  ["ru", "Russia", "", ""],
  ["ua", "Ukraine", "", ""],
  ["in", "India", "", ""],
  ["id", "Indonesia", "", ""],
  ["tr", "Türkiye", "Turkey", ""],
  ["vn", "Viet Nam", "", ""],
  ["ci", "Côte d’Ivoire", "Ivory Coast", ""],
].map(([id, ...texts]) => entry(id, ...texts));

const found = (typed) => find(MARKETS, typed);

test("a country is found by its synonyms", () => {
  assert.deepEqual(found("Germany"), ["eu"]);
  assert.deepEqual(found("turkey"), ["tr"]);
  assert.deepEqual(found("u.s."), ["us"]);
});

test("USA finds no Russia and UK no South Korea", () => {
  assert.deepEqual(found("USA"), ["us"]);
  assert.deepEqual(found("UK"), ["gb", "ua"]);
  assert.deepEqual(found("us"), ["us"]);
});

test("accents, case, hyphens and blanks do not matter", () => {
  assert.deepEqual(found("turkiye"), ["tr"]);
  assert.deepEqual(found("COTE D'IVOIRE"), ["ci"]);
  assert.deepEqual(found("vietnam"), ["vn"]);
  assert.deepEqual(found("Viet-Nam"), ["vn"]);
});

test("a beginning finds, the middle of a word does not", () => {
  assert.deepEqual(found("ind"), ["in", "id"]);
  assert.deepEqual(found("orea"), []);
});

test("every typed word must fit", () => {
  assert.deepEqual(found("united k"), ["gb"]);
  assert.deepEqual(found("united india"), []);
});

test("a typing error is forgiven in a longer word, but only if nothing else fits", () => {
  assert.deepEqual(found("grmany"), ["eu"]);
  assert.deepEqual(found("untied kingdom"), ["gb"]);
  assert.deepEqual(found("indai"), ["in"]);
  assert.deepEqual(found("india"), ["in"]);
  assert.deepEqual(found("iran"), []);
  assert.deepEqual(found("xyzzyq"), []);
});

test("what stands in the label comes before a synonym, and that before a hint", () => {
  const rows = [entry("hint", "a", "b", "glass"), entry("also", "a", "glass", ""), entry("label", "glass", "", "")];
  assert.deepEqual(find(rows, "glass"), ["label", "also", "hint"]);
});

test("a synonym that is all that was typed comes before a label that only has the word", () => {
  const rows = [entry("north", "Northern Ireland", []), entry("union", "European Union", ["Germany", "Ireland"], "")];
  assert.deepEqual(find(rows, "ireland"), ["union", "north"]);
  assert.deepEqual(find(rows, "northern ireland"), ["north"]);
});

test("an exact word comes before a beginning", () => {
  assert.deepEqual(find([entry("long", "carpets"), entry("short", "car")], "car"), ["short", "long"]);
});

test("nothing typed finds nothing", () => {
  for (const typed of ["", "  ", "…", "-"]) assert.deepEqual(found(typed), []);
});

test("a swap of neighbours, a letter too many, too few or wrong is one step", () => {
  for (const typed of ["kanada", "cnada", "caanada", "acnada"]) assert.equal(distanceToBeginning(typed, "canada"), 1, typed);
  assert.equal(distanceToBeginning("canda", "canadian"), 1);
  assert.equal(fitOf("cana", "canada") < fitOf("kanada", "canada"), true);
});

test("words have no accents, dots or apostrophes", () => {
  assert.deepEqual(wordsOf("L’Été, e-mail: Straße U.S.A."), ["lete", "e", "mail", "strasse", "usa"]);
});

test("a sentence proposes what it speaks of", () => {
  const rows = [
    entry("asked", "A customer or buyer asked for it", "client"),
    entry("law", "Somebody says it is the law", "consultant"),
    entry("market", "A new market", "export", ""),
    entry("uk", "The United Kingdom", "UK"),
  ];
  assert.deepEqual(suggest(rows, "Our customer wants a certificate from us", 3), ["asked"]);
  assert.deepEqual(suggest(rows, "the consultants say so", 3), ["law"]);
  assert.deepEqual(suggest(rows, "we go to the UK", 3), ["uk"]);
  assert.deepEqual(suggest(rows, "it is so", 3), []);
});
