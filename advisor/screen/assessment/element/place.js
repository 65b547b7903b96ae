// A part of the page that is made anew, whole, when what it shows has changed, and only then.

import { el } from "./nodes.js";

const KNOWN_BY = ["data-option", "data-change", "data-do", "data-example", "data-settle", "data-chosen", "id"];

export class Place {
  #shown = "";

  /**
   * @param {string} classes
   * @param {HTMLElement} [node] where it stands already
   */
  constructor(classes, node) {
    this.node = node ?? el("div", classes);
  }

  /**
   * Whether it was drawn anew. The focus stays on what does the same as before.
   * @param {unknown} input everything that the drawing depends on
   * @param {() => HTMLElement[]} draw
   */
  renew(input, draw) {
    const shows = JSON.stringify(input);
    if (shows === this.#shown) return false;
    this.#shown = shows;
    const held = this.node.contains(document.activeElement) ? selectorOf(document.activeElement) : "";
    const fresh = el("div", this.node.className, {}, ...draw());
    this.node.replaceWith(fresh);
    this.node = fresh;
    if (held) /** @type {HTMLElement | null} */ (this.node.querySelector(held))?.focus({ preventScroll: true });
    return true;
  }
}

/**
 * How to find what does the same as an element.
 * @param {Element | null} element
 */
function selectorOf(element) {
  const known = element?.closest(KNOWN_BY.map((name) => `[${name}]`).join());
  const name = KNOWN_BY.find((one) => known?.hasAttribute(one));
  const inside = known === element ? "" : " input";
  return known && name ? `[${name}="${CSS.escape(known.getAttribute(name) ?? "")}"]${inside}` : "";
}
