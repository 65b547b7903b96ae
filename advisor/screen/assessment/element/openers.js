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
  const meaning = el("p", "talk-meaning", { id, hidden: true }, ...explained(term));
  meanings.append(meaning);
  const open = (/** @type {MouseEvent} */ { currentTarget }) => {
    meaning.hidden = !meaning.hidden;
    /** @type {HTMLElement} */ (currentTarget).setAttribute("aria-expanded", String(!meaning.hidden));
  };
  const attributes = { type: "button", "aria-expanded": "false", "aria-controls": id, onclick: open };
  return el("button", "talk-term", attributes, said);
}

/**
 * What a word means, and where that is written.
 * @param {Term} term
 */
function explained({ meaning, source, known }) {
  const told = source ? el("span", "talk-source", {}, source, known ? ` · ${known}` : "") : null;
  return told ? [...inline(meaning), told] : inline(meaning);
}

/**
 * "Why we ask", and the words that only answers use.
 * @param {Question} question
 * @param {import("./words.js").Speech} words
 */
export function openers(question, words) {
  const above = `${question.ask}\n${question.help}`;
  const rest = question.terms.filter((term) => !place(above, term));
  const list = rest.flatMap((term) => [el("dt", "", {}, term.word), el("dd", "", {}, ...explained(term))]);
  return [
    ...(question.why ? [folded(words.say("why"), el("p", "", {}, ...inline(question.why)))] : []),
    ...(rest.length ? [folded(words.say("terms"), el("dl", "talk-terms", {}, ...list))] : []),
  ];
}

/**
 * @param {string} title
 * @param {HTMLElement} text
 */
function folded(title, text) {
  return el("details", "talk-opens", {}, el("summary", "", {}, icon("open"), el("span", "", {}, title)), text);
}

/**
 * A text in pieces, the first place of each term apart.
 * @param {string} text
 * @param {Term[]} terms
 * @returns {(string | {said: string, term: Term})[]}
 */
export function cut(text, terms) {
  const found = terms.flatMap((term) => place(text, term) ?? []);
  const [first] = found.sort((a, b) => a.at - b.at || b.said.length - a.said.length);
  if (!first) return text ? [text] : [];
  const { term, said, at } = first;
  const others = terms.filter((other) => other !== term);
  return [...(at ? [text.slice(0, at)] : []), { said, term }, ...cut(text.slice(at + said.length), others)];
}

/**
 * Where a term stands first as a whole word, in small or capital letters and in any of its forms.
 * @param {string} text
 * @param {Term} term
 */
function place(text, term) {
  const forms = [term.word, ...(term.forms ?? [])].sort((a, b) => b.length - a.length);
  const small = text.toLowerCase();
  if (!forms.some((form) => small.includes(form.toLowerCase()))) return null; // a tenth of the time of what follows
  const any = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, "iu").exec(text);
  return found && { term, at: found.index, said: found[0] };
}
