// Shows what was pressed while only the server knows what follows.

/**
 * @param {HTMLElement} root
 * @param {import("./types.js").Press | null} press
 */
export function markPressed(root, press) {
  const now = press ? [...root.querySelectorAll(placesOf(press).join())] : [];
  for (const old of root.querySelectorAll("[data-pressed]")) if (!now.includes(old)) old.removeAttribute("data-pressed");
  for (const one of now) one.setAttribute("data-pressed", "");
}

/**
 * @param {import("./types.js").Press} press
 * @returns {string[]}
 */
function placesOf(press) {
  const with_ = (/** @type {string} */ name, /** @type {string} */ value) => `[${name}="${CSS.escape(value)}"]`;
  if (press.do === "answer") return [with_("data-do", "continue"), ...press.options.map((id) => with_("data-option", id))];
  if (press.do === "edit") return [press.question ? with_("data-change", press.question) : with_("data-do", "keep")];
  if (press.do === "example") return [with_("data-example", press.id)];
  return [with_("data-do", press.do === "restart" ? "restart-yes" : press.do)];
}
