// What opens in the flow: why we ask, and what a word means. A word in the question or its hint is a button there and
// opens beneath its text; one that stands only in an answer has an opener of its own, since an answer is pressed whole.

import { el, icon } from "./nodes.js";
import { inline } from "./markdown.js";

/** @typedef {import("./types.js").Term} Term */
/** @typedef {import("./types.js").Question} Question */

let numbers = 0;

/**
 * A text in an element of its own, its terms as buttons; behind it the meanings that are opened.
 * @param {string} text
 * @param {Term[]} terms
 * @param {(parts: (Node | string)[]) => HTMLElement} draw
 * @returns {HTMLElement[]}
 */
export function textWithTerms(text, terms, draw) {
  const meanings = el("div", "talk-meanings");
  const parts = cut(text, terms).map((part) => (typeof part === "string" ? part : opener(part.said, part.term, meanings)));
  const plain = parts.every((part) => typeof part === "string");
  return plain ? [draw(inline(text))] : [draw(parts), meanings];
}

/**
 * @param {string} said
 * @param {Term} term
 * @param {HTMLElement} meanings
 */
function opener(said, term, meanings) {
  numbers += 1;
  const id = `talk-meaning-${numbers}`;
  const meaning = el("p", "talk-meaning", { id, hidden: true }, ...inline(term.meaning));
  meanings.append(meaning);
  const open = (/** @type {MouseEvent} */ { currentTarget }) => {
    meaning.hidden = !meaning.hidden;
    /** @type {HTMLElement} */ (currentTarget).setAttribute("aria-expanded", String(!meaning.hidden));
  };
  const attributes = { type: "button", "aria-expanded": "false", "aria-controls": id, onclick: open };
  return el("button", "talk-term", attributes, said);
}

/**
 * "Why we ask", and the words that only answers use.
 * @param {Question} question
 * @param {string} why
 */
export function openers(question, why) {
  const above = `${question.ask}\n${question.help}`;
  const rest = question.terms.filter(({ word }) => place(above, word) < 0);
  const all = [...(question.why ? [{ word: why, meaning: question.why }] : []), ...rest];
  return all.map(({ word, meaning }) =>
    el("details", "talk-opens", {}, el("summary", "", {}, icon("open"), el("span", "", {}, word)), el("p", "", {}, ...inline(meaning))),
  );
}

/**
 * A text in pieces, the first place of each term apart.
 * @param {string} text
 * @param {Term[]} terms
 * @returns {(string | {said: string, term: Term})[]}
 */
export function cut(text, terms) {
  const found = terms.map((term) => ({ term, at: place(text, term.word) })).filter(({ at }) => at >= 0);
  const [first] = found.sort((a, b) => a.at - b.at || b.term.word.length - a.term.word.length);
  if (!first) return text ? [text] : [];
  const { term, at } = first;
  const end = at + term.word.length;
  const others = terms.filter((other) => other !== term);
  return [...(at ? [text.slice(0, at)] : []), { said: text.slice(at, end), term }, ...cut(text.slice(end), others)];
}

/**
 * Where a word stands as a whole word, in small or capital letters; -1 if nowhere.
 * @param {string} text
 * @param {string} word
 */
function place(text, word) {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu"));
}
