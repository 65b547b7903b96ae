// The field over a long list: what is typed leaves only the rows that fit, the best one marked. Enter takes the marked
// row and nothing else. Rows are moved, never copied, so what is chosen stays chosen.

import { el, icon } from "./nodes.js";
import { once, entry, find } from "./match.js";
import { drawArticles } from "./found.js";
import { speak } from "./speak.js";

/** @typedef {import("./types.js").Question} Question */
/** @typedef {import("./types.js").Explanation} Explanation */
/** @typedef {import("./words.js").Speech} Speech */

const PAUSE = 500; // milliseconds without typing, before the number of hits is spoken

/**
 * @param {Question} question
 * @param {import("./rows.js").Drawn} drawn
 * @param {Explanation[]} explanations
 * @param {Speech} words
 * @param {(id: string) => void} take
 */
export function drawFinder(question, drawn, explanations, words, take) {
  const others = question.rows.filter(({ alone }) => !alone);
  const entries = once(() => others.map((row) => entry(row.id, row.label, row.also, row.help)));
  const hits = el("div", "talk-rows talk-hits", { hidden: true });
  const beside = el("div", "talk-beside");
  drawn.home.after(hits, beside);
  const homes = [...drawn.home.querySelectorAll(".talk-rows")].map((home) => ({ home, rows: [...home.children] }));
  /** @type {string[]} */
  let found = [];
  let marked = 0;
  let speaking = 0;

  function filter() {
    found = find(entries(), input.value);
    const typed = input.value.trim() !== "";
    for (const { home, rows } of homes) home.replaceChildren(...rows);
    if (typed) hits.replaceChildren(...found.flatMap((id) => drawn.rows.get(id) ?? []));
    drawn.home.hidden = typed;
    hits.hidden = !typed || !found.length;
    const nothing = typed && !found.length && el("p", "talk-none-found", {}, words.say("none-found"));
    beside.replaceChildren(...[nothing || "", ...(typed ? drawArticles(explanations, input.value, words) : [])]);
    mark(0);
    clearTimeout(speaking);
    if (typed) speaking = setTimeout(tell, PAUSE);
  }

  function tell() {
    speak(words.count("found", found.length));
    const best = question.rows.find(({ id }) => id === found[marked]);
    if (best) speak(best.label);
  }

  /** @param {number} place */
  function mark(place) {
    marked = Math.max(0, Math.min(place, found.length - 1));
    for (const old of drawn.list.querySelectorAll(".talk-marked")) old.classList.remove("talk-marked");
    for (const old of drawn.list.querySelectorAll(".talk-enter")) old.remove();
    const row = hits.hidden ? undefined : drawn.rows.get(found[marked] ?? "");
    row?.classList.add("talk-marked");
    row?.append(el("span", "talk-enter", { "aria-hidden": "true" }, words.say("enter")));
    row?.scrollIntoView?.({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const { key } = event;
    if (event.isComposing || !["Enter", "ArrowDown", "ArrowUp", "Escape"].includes(key)) return;
    event.preventDefault();
    if (key === "Escape") clear();
    else if (key !== "Enter") mark(marked + (key === "ArrowDown" ? 1 : -1));
    else if (found[marked] !== undefined) {
      take(found[marked] ?? "");
      clear();
    }
  }

  function clear() {
    input.value = "";
    filter();
  }

  const input = el("input", "talk-find", {
    type: "search",
    "aria-label": words.say("find"),
    placeholder: words.say("find-example"),
    autocomplete: "off",
    spellcheck: "false",
    oninput: filter,
    onkeydown: press,
  });
  return el("div", "talk-input", {}, icon("find"), input);
}
