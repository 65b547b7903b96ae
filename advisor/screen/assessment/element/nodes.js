// Makes elements. Text only ever comes in as text nodes, and a node's text is never written a second time: browsers'
// translators replace text nodes, and what they replaced must go away with its step.

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes */

/**
 * An element with classes, attributes and children. `true` is an attribute without a value; nothing is left out;
 * a function listens (`onclick`).
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} classes
 * @param {Attributes} attributes
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, classes = "", attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value || value === 0 || value === "") made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.flat().filter(isThere));
  return made;
}

/**
 * A button that does one thing. Its name in the page is what the tests and tools press.
 * @param {string} classes
 * @param {Attributes} attributes
 * @param {...(Child | Child[])} children
 */
export function button(classes, attributes, ...children) {
  return el("button", classes, { type: "button", ...attributes }, ...children);
}

/** @type {(child: Child) => child is Node | string} */
const isThere = (child) => child !== null && child !== undefined && child !== false;

const SVG = "http://www.w3.org/2000/svg";

// Each a path in a square of twenty.
const ICONS = {
  back: "M12.5 4.5 7 10l5.5 5.5",
  open: "m7.5 4.5 5.5 5.5-5.5 5.5",
  find: "M14.25 9A5.25 5.25 0 1 1 3.75 9a5.25 5.25 0 0 1 10.5 0ZM13 13l4 4",
  send: "M10 16V4.5M5 9.5l5-5 5 5",
  remove: "m5.5 5.5 9 9m0-9-9 9",
  error: "M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM10 6.2v4.6M10 13.7v.1",
  clock: "M17.25 10a7.25 7.25 0 1 1-14.5 0 7.25 7.25 0 0 1 14.5 0ZM10 6v4.3l2.8 1.7",
  list: "M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.1M3.5 10h.1M3.5 15h.1",
  lock: "M6 9h8a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-4a2 2 0 0 1 2-2ZM6.75 9V6.5a3.25 3.25 0 0 1 6.5 0V9",
  done: "m4.5 10.5 3.75 3.75L15.5 6.5",
};

/**
 * A small drawing beside words that say the same.
 * @param {keyof typeof ICONS} name
 */
export function icon(name) {
  return drawing("talk-icon", 20, [["path", { d: ICONS[name] }]]);
}

// The sign of an answer: its form says by what right, so that colour is never alone.
/** @type {Record<import("./types.js").Sign, [string, Record<string, string | number>]>} */
const SIGNS = {
  law: ["rect", { x: 1, y: 1, width: 14, height: 14, rx: 2, fill: "currentColor" }],
  "law-system": ["rect", { x: 2, y: 2, width: 12, height: 12, rx: 2, fill: "none", "stroke-width": 2 }],
  contract: ["circle", { cx: 8, cy: 8, r: 7.2, fill: "currentColor" }],
  pays: ["path", { d: "M8 .8 15.2 8 8 15.2.8 8Z", fill: "currentColor" }],
  none: ["circle", { cx: 8, cy: 8, r: 6.2, fill: "none", "stroke-width": 2 }],
};

/**
 * Square for a law, circle for a contract, diamond for what pays, ring for nothing.
 * @param {import("./types.js").Sign} sign
 */
export function signOf(sign) {
  return drawing(`talk-sign talk-sign-${sign}`, 16, [SIGNS[sign] ?? SIGNS.none]);
}

/**
 * @param {string} classes
 * @param {number} size
 * @param {[string, Record<string, string | number>][]} shapes
 */
function drawing(classes, size, shapes) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = { class: classes, viewBox: `0 0 ${size} ${size}`, "aria-hidden": "true", focusable: "false" };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  for (const [tag, values] of shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(values)) shape.setAttribute(name, String(value));
    svg.append(shape);
  }
  return svg;
}
