// The keyboard: letters and digits choose, arrows move from row to row, Enter confirms. Only inside the conversation,
// never in a field, and nothing is trapped: Tab does what it always does.

const FIELDS = "textarea, select, input:not([type=checkbox])";
const PRESSED_BY_ENTER = "button, summary, a[href]";

/** @param {HTMLElement} root */
export function listenToKeys(root) {
  root.addEventListener("keydown", (event) => {
    root.dataset.keys = ""; // whoever uses keys is shown the letters
    const target = /** @type {HTMLElement} */ (event.target);
    const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented;
    if (held || target.matches(FIELDS) || !press(root, target, event)) return;
    event.preventDefault();
    event.stopPropagation(); // Streamlit has letters of its own
  });
  root.addEventListener("pointerdown", () => delete root.dataset.keys);
}

/**
 * Whether the key meant something.
 * @param {HTMLElement} root
 * @param {HTMLElement} target
 * @param {KeyboardEvent} event
 */
function press(root, target, { key, repeat }) {
  if (key === "ArrowDown" || key === "ArrowUp") return move(root, target, key === "ArrowDown" ? 1 : -1);
  if (key === "Enter") return !target.matches(PRESSED_BY_ENTER) && (repeat || confirm(root));
  if (/^[a-z1-9]$/i.test(key) && inStep(target)) return repeat || choose(root, key);
  return false;
}

/** @param {HTMLElement} target */
const inStep = (target) => target.closest(".talk-step, .talk") !== null && target.closest(".talk-side") === null;

/** @param {HTMLElement} root */
function confirm(root) {
  const send = /** @type {HTMLElement | null} */ (root.querySelector('.talk-step [data-do="continue"]'));
  send?.click();
  return send !== null;
}

/**
 * @param {HTMLElement} root
 * @param {string} key
 */
function choose(root, key) {
  const letter = /\d/.test(key) ? String.fromCharCode(64 + Number(key)) : key.toUpperCase();
  const found = controls(root).find((control) => control.getAttribute("aria-keyshortcuts") === letter);
  found?.focus();
  found?.click();
  return found !== undefined;
}

/**
 * From row to row; from elsewhere in the question to the first.
 * @param {HTMLElement} root
 * @param {HTMLElement} target
 * @param {number} by
 */
function move(root, target, by) {
  const all = controls(root);
  const at = all.indexOf(target);
  const outside = at < 0 && (!target.matches("h1, h2") || by < 0);
  if (outside) return false;
  const next = all[at + by];
  next?.focus();
  return next !== undefined || at >= 0;
}

/**
 * What is pressed in each row that can be seen.
 * @param {HTMLElement} root
 * @returns {HTMLElement[]}
 */
function controls(root) {
  const rows = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(".talk-step [data-option]")]);
  return rows.filter((row) => row.checkVisibility()).map((row) => row.querySelector("input") ?? row);
}
