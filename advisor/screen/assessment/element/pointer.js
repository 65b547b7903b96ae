// Presses with finger or mouse: the second half of a double click must not answer the question that came meanwhile, and
// a press counts where it went down, though the page may move under it.

import { shared } from "./host.js";

const FRESH_FOR = 300; // milliseconds in which nobody can have read a new question
const DOUBLE_WITHIN = 600;
const SLIDES_OFF = 10; // pixels: who moves further thinks better of it

/**
 * @param {HTMLElement} root
 * @returns {() => void} to be called when something else stands under the finger
 */
export function listenToPointer(root) {
  let changed = -Infinity;
  let calm = 0;
  let down = { x: 0, y: 0, on: /** @type {HTMLElement | null} */ (null) };

  root.addEventListener(
    "click",
    (event) => {
      if (event.detail < 2 || performance.now() - changed > DOUBLE_WITHIN) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
  root.addEventListener("pointerdown", ({ clientX: x, clientY: y, target }) => {
    // The other pages' script already looks after everything but our check marks.
    const kinds = shared().watching ? "label" : "label, button, summary";
    down = { x, y, on: /** @type {Element} */ (target).closest(kinds) };
  });
  root.addEventListener("pointerup", ({ clientX, clientY, target }) => {
    const { on, x, y } = down;
    down.on = null;
    const stayed = Math.hypot(clientX - x, clientY - y) < SLIDES_OFF;
    if (stayed && on?.isConnected && !on.contains(/** @type {Node} */ (target))) on.click();
  });

  return () => {
    changed = performance.now();
    root.dataset.fresh = "";
    clearTimeout(calm);
    calm = setTimeout(() => delete root.dataset.fresh, FRESH_FOR);
  };
}
