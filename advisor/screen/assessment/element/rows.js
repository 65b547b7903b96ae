// The answers on offer as rows: for one answer buttons that answer at a tap, for several check marks. The usual stand
// first, the others under headings that open, and "none of these" apart.

import { el, icon } from "./nodes.js";

/** @typedef {import("./types.js").Question} Question */
/** @typedef {import("./types.js").Row} Row */
/** @typedef {import("./words.js").Speech} Speech */

/**
 * @typedef {object} Choosing
 * @property {(id: string) => boolean} has whether it is chosen
 * @property {(id: string) => void} choose
 */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const SHORT = { label: 33, help: 40 }; // in letters: what stands in half a column without breaking twice

/**
 * Whether there is more than stands in one glance: then there is a finder, and the rest stands under headings.
 * @param {Question} question
 */
export function isLong(question) {
  return question.rows.some(({ id, alone }) => !alone && !question.usual.includes(id));
}

/**
 * `home` holds all but what stands apart; the finder puts what it finds in its place.
 * @typedef {{list: HTMLElement, home: HTMLElement, rows: Map<string, HTMLElement>}} Drawn
 */

/**
 * @param {Question} question
 * @param {Choosing} choosing
 * @param {Speech} words
 * @param {string} heading id of the heading that names the rows
 * @returns {Drawn}
 */
export function drawRows(question, choosing, words, heading) {
  const rows = new Map(question.rows.map((row) => [row.id, drawRow(question, row, choosing)]));
  const take = (/** @type {string[]} */ ids) => ids.flatMap((id) => rows.get(id) ?? []);
  const { usual, groups, apart } = sorted(question, words);
  const home = el(
    "div",
    "talk-home",
    {},
    usual.length > 0 && groups.length > 0 && el("p", "talk-rows-title", {}, words.say("usual")),
    usual.length > 0 && block(question, usual, take(usual)),
    groups.length > 0 && el("div", "talk-groups", {}, groups.map((group) => drawGroup(group, take(group.rows), choosing))),
  );
  const below = apart.length > 0 && block(question, apart, take(apart), "talk-apart");
  const list = el("div", "talk-list", { role: "group", "aria-labelledby": heading }, home, below);
  const all = [...list.querySelectorAll("[data-option]")];
  lettered([...all.filter((row) => !row.closest("details")), ...all.filter((row) => row.closest("details"))]);
  return { list, home, rows };
}

/**
 * The ids of the rows by where they stand.
 * @param {Question} question
 * @param {Speech} words
 */
export function sorted(question, words) {
  const all = question.rows.map(({ id }) => id);
  if (question.kind === "one" && !isLong(question)) return { usual: all, groups: [], apart: [] };
  const apart = question.rows.filter(({ alone }) => alone).map(({ id }) => id);
  const others = all.filter((id) => !apart.includes(id));
  const usual = question.usual.filter((id) => others.includes(id));
  const rest = others.filter((id) => !usual.includes(id));
  const named = new Set(question.groups.flatMap(({ rows }) => rows));
  const groups = [
    ...question.groups.map(({ title, rows }) => ({ title, rows: rows.filter((id) => rest.includes(id)) })),
    { title: words.say("more"), rows: rest.filter((id) => !named.has(id)) },
  ];
  return { usual, groups: groups.filter(({ rows }) => rows.length), apart };
}

/**
 * @param {Question} question
 * @param {string[]} ids
 * @param {HTMLElement[]} rows
 */
function block(question, ids, rows, classes = "") {
  const short = question.rows
    .filter(({ id }) => ids.includes(id))
    .every(({ label, help }) => label.length <= SHORT.label && help.length <= SHORT.help);
  return el("div", `talk-rows ${short && ids.length > 3 ? "talk-two" : ""} ${classes}`.trim(), {}, ...rows);
}

/**
 * A heading that opens its rows. It is open if one of them is chosen.
 * @param {import("./types.js").Group} group
 * @param {HTMLElement[]} rows
 * @param {Choosing} choosing
 */
function drawGroup({ title, rows: ids }, rows, choosing) {
  return el(
    "details",
    "talk-group",
    { open: ids.some((id) => choosing.has(id)) },
    el("summary", "", {}, icon("open"), el("span", "", {}, title), el("span", "talk-count", {}, String(ids.length))),
    el("div", "talk-rows", {}, ...rows),
  );
}

/**
 * @param {Question} question
 * @param {Row} row
 * @param {Choosing} choosing
 */
function drawRow(question, row, choosing) {
  const text = el("span", "talk-row-text", {}, el("span", "talk-label", {}, row.label), row.help && el("span", "talk-hint", {}, row.help));
  const choose = () => choosing.choose(row.id);
  if (question.kind === "one") {
    const now = choosing.has(row.id) && "true";
    return el("button", "talk-row", { type: "button", "data-option": row.id, "aria-current": now, onclick: choose }, mark(), text);
  }
  const box = el("input", "", { type: "checkbox", checked: choosing.has(row.id), onchange: choose });
  return el("label", "talk-row", { "data-option": row.id }, box, text, mark());
}

const mark = () => el("kbd", "talk-key", { "aria-hidden": "true" });

/**
 * Give each row its letter: first those that are seen at once.
 * @param {Element[]} rows
 */
function lettered(rows) {
  rows.slice(0, LETTERS.length).forEach((row, at) => {
    const letter = LETTERS.charAt(at);
    const pressed = row.querySelector("input") ?? row;
    pressed.setAttribute("aria-keyshortcuts", letter);
    row.querySelector("kbd")?.append(letter);
  });
}
