// The pages beside the conversation, at its foot. A plain press stays in this visit; the address is for a new tab.

import { el } from "./nodes.js";

/**
 * @param {import("./step.js").Scene} scene
 * @returns {HTMLElement[]}
 */
export function drawWays({ turn, act }) {
  const links = turn.ways.map(({ id, label }) => el("a", "talk-link", { href: addressOf(id, turn.token), onclick: go(id) }, label));
  return links.length ? [el("footer", "talk-foot", {}, ...links)] : [];

  /** @param {string} id */
  function go(id) {
    return (/** @type {MouseEvent} */ event) => {
      if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      act({ do: "go", id });
    };
  }
}

/**
 * @param {string} page
 * @param {string} token
 */
function addressOf(page, token) {
  const query = new URLSearchParams(location.search);
  if (token) query.set("a", token);
  else query.delete("a");
  const asked = query.toString();
  return asked ? `${page}?${asked}` : page;
}
