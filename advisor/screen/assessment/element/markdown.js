// Draws the little Markdown that articles use as elements: paragraphs, lists, headings, tables, bold, italic, links.
// Everything else stays the text that it is.

import { el } from "./nodes.js";

/**
 * @param {string} text
 * @returns {HTMLElement[]}
 */
export function article(text) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => drawBlock(block.split("\n").map((line) => line.trim())));
}

/** @param {string[]} lines */
function drawBlock(lines) {
  const all = (/** @type {RegExp} */ form) => lines.every((line) => form.test(line));
  if (lines.length === 1 && all(/^#+ /)) return el("p", "talk-subhead", {}, ...inline(withoutMark(lines[0] ?? "")));
  if (all(/^[-*] /)) return el("ul", "", {}, ...lines.map((line) => el("li", "", {}, ...inline(withoutMark(line)))));
  if (all(/^\d+\. /)) return el("ol", "", {}, ...lines.map((line) => el("li", "", {}, ...inline(withoutMark(line)))));
  if (all(/^\|/)) return drawTable(lines);
  return el("p", "", {}, ...inline(lines.join(" ")));
}

/** @param {string} line */
const withoutMark = (line) => line.replace(/^(#+|[-*]|\d+\.) /, "");

/** @param {string[]} lines */
function drawTable(lines) {
  const [head, , ...body] = lines.map((line) => line.slice(1, -1).split("|"));
  const row = (/** @type {string[]} */ cells, /** @type {"th" | "td"} */ tag) =>
    el("tr", "", {}, ...cells.map((cell) => el(tag, "", {}, ...inline(cell.trim()))));
  const rows = body.map((cells) => row(cells, "td"));
  return el("table", "", {}, el("thead", "", {}, row(head ?? [], "th")), el("tbody", "", {}, ...rows));
}

const MARKS = /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*\s][^*]*)\*|\[(?<label>[^\]]+)\]\((?<href>https?:[^)\s]+)\)/gu;

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function inline(text) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = 0;
  for (const mark of text.matchAll(MARKS)) {
    if (mark.index > at) parts.push(text.slice(at, mark.index));
    parts.push(drawMark(mark.groups ?? {}));
    at = mark.index + mark[0].length;
  }
  if (at < text.length) parts.push(text.slice(at));
  return parts;
}

/** @param {Record<string, string | undefined>} mark */
function drawMark({ bold, italic, label, href }) {
  if (bold) return el("strong", "", {}, bold);
  if (italic) return el("em", "", {}, italic);
  return el("a", "", { href, target: "_blank", rel: "noopener noreferrer" }, label);
}
