// The explanations that fit what was typed. Each opens in the flow.

import { el, icon } from "./nodes.js";
import { entry, suggest } from "./match.js";
import { article } from "./markdown.js";

/** @typedef {import("./types.js").Explanation} Explanation */

const MOST = 3;
const LEAST_LETTERS = 3;

/** @type {WeakMap<Explanation[], import("./match.js").Entry<Explanation>[]>} */
const known = new WeakMap();

/**
 * @param {Explanation[]} explanations
 * @param {string} typed
 * @param {import("./words.js").Speech} words
 * @returns {HTMLElement[]}
 */
export function drawArticles(explanations, typed, words) {
  if (typed.trim().length < LEAST_LETTERS) return [];
  const entries = known.get(explanations) ?? explanations.map((one) => entry(one, one.title, one.text));
  known.set(explanations, entries);
  const found = suggest(entries, typed, MOST);
  if (!found.length) return [];
  return [el("p", "talk-rows-title", {}, words.say("own-texts")), ...found.map(drawArticle)];
}

/** @param {Explanation} explanation */
function drawArticle({ id, title, text }) {
  const summary = el("summary", "", {}, icon("open"), el("span", "", {}, title));
  return el("details", "talk-opens talk-article", { "data-explanation": id }, summary, el("div", "", {}, ...article(text)));
}
