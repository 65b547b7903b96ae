// The field for one's own words: proposes answers of the open question to tap, and explanations to read. It takes
// nothing by itself.

import { button, el, icon } from "./nodes.js";
import { once, entry, suggest } from "./match.js";
import { drawArticles } from "./found.js";
import { speak } from "./speak.js";

/** @typedef {import("./types.js").Question} Question */
/** @typedef {import("./types.js").Explanation} Explanation */
/** @typedef {import("./words.js").Speech} Speech */

const MOST = 4;

/**
 * @typedef {object} Own
 * @property {HTMLElement} node
 * @property {() => void} refresh shows again what is chosen
 */

/**
 * @param {Question} question
 * @param {import("./rows.js").Choosing} choosing
 * @param {Explanation[]} explanations
 * @param {Speech} words
 * @param {boolean} first whether it opens the whole conversation: then it is tall and says what to write
 * @returns {Own}
 */
export function drawOwn(question, choosing, explanations, words, first) {
  const entries = once(() => question.rows.map((row) => entry(row, row.label, row.also, row.help)));
  const found = el("div", "talk-own-found");

  function look() {
    const rows = suggest(entries(), field.value, MOST);
    const proposed = rows.map((row) => {
      const now = question.kind === "many" && String(choosing.has(row.id));
      const attributes = { "data-proposed": row.id, "aria-pressed": now, onclick: () => choosing.choose(row.id) };
      return button("talk-row", attributes, el("span", "talk-label", {}, row.label));
    });
    const title = rows.length > 0 && el("p", "talk-rows-title", {}, words.say("own-rows"));
    const list = rows.length > 0 && el("div", "talk-rows", {}, ...proposed);
    found.replaceChildren(...[title || "", list || "", ...drawArticles(explanations, field.value, words)]);
    return rows.length;
  }

  function lookAndTell() {
    look();
    const count = found.querySelectorAll("[data-proposed], [data-explanation]").length;
    const nothing = words.say("own-nothing");
    if (!count && field.value.trim()) found.replaceChildren(el("p", "talk-none-found", {}, nothing));
    speak(count ? words.count("found", count) : nothing);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (field.value.trim()) lookAndTell();
  }

  function refresh() {
    for (const row of found.querySelectorAll("[data-proposed][aria-pressed]")) {
      row.setAttribute("aria-pressed", String(choosing.has(row.getAttribute("data-proposed") ?? "")));
    }
  }

  const attributes = { id: "talk-say", autocomplete: "off", oninput: look, onkeydown: press };
  const field = first
    ? el("textarea", "talk-say", { ...attributes, rows: 2, "aria-describedby": "talk-say-example" })
    : el("input", "talk-say", { ...attributes, type: "text" });
  const send = button(
    `talk-button ${first ? "talk-small" : "talk-icon-only"}`,
    { onclick: lookAndTell, "aria-label": !first && words.say("look-up") },
    first ? words.say("look-up") : icon("send"),
  );
  const node = el(
    "div",
    `talk-own ${first ? "talk-panel" : ""}`.trim(),
    {},
    el("label", "talk-field-label", { for: "talk-say" }, words.say(first ? "say-it" : "own-words")),
    first && el("p", "talk-hint", { id: "talk-say-example" }, words.say("say-it-example")),
    el("div", `talk-input ${first ? "talk-tall" : ""}`.trim(), {}, field, send),
    found,
  );
  return { node, refresh };
}
